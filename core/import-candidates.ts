/** Whom a name in a file may stand for; apart from import-requests.ts, since pages need it without schemas. */
import type { ImportCandidate } from "./import-requests";

/**
 * Everybody of that name, who is on the speech, and whoever imports. Nobody else: what a file says mustn't be put
 * into any colleague's mouth.
 */
export function candidatesOf(name: string, colleagues: readonly ImportCandidate[]): ImportCandidate[] {
  return colleagues.filter((person) => person.ofSpeech || person.name === name);
}
