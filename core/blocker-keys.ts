/** Keys of what keeps a speech from being final (FinalBlockerKeys) that say something to people, not ids alone. */
import { LIMITS } from "./limits";
import type { SignOffAnswer } from "./sign-off";

const RETURNED = " returned";

/** Who sent the text back is another matter than who hasn't said anything: no reason for the one is one for the other. */
export const signerKey = (id: string, said: SignOffAnswer | undefined): string =>
  said === "returned" ? `${id}${RETURNED}` : id;

export function signerOf(key: string): { readonly id: string; readonly hasReturned: boolean } {
  const hasReturned = key.endsWith(RETURNED);
  return { id: hasReturned ? key.slice(0, -RETURNED.length) : key, hasReturned };
}

/** The same words may stand for several: the first, the second … */
export function wordKeys(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return words.map((word) => {
    const short = word.slice(0, LIMITS.blockerKeyCharacters - 10);
    const count = (counts.get(short) ?? 0) + 1;
    counts.set(short, count);
    return `${short} ${count}`;
  });
}

/** The words of such keys, each once. */
export const wordsOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => key.replace(/ \d+$/, ""))),
];
