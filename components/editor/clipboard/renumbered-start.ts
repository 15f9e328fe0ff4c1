/**
 * What was renumbered in the text that a speech is made from. The editor opens on another page of the
 * same visit, so it is kept here until it has been read there.
 */
import type { SpeechId } from "@/core/ids";
import type { RenumberedPaste } from "./renumbered-paste";

const kept = new Map<SpeechId, readonly RenumberedPaste[]>();

/** Loaded only when it is wanted: the home page has no use for it. */
export const loadPlainTextReader = () => import("@/core/text/import/plain-text");

/**
 * Reads the text as the server does. Where the reader can't be fetched nothing is told: making the speech works
 * without it, and says itself when the server is out of reach.
 */
export async function renumberedInText(text: string): Promise<readonly RenumberedPaste[]> {
  if (text.trim() === "") return [];
  const reader = await loadPlainTextReader().catch((error: unknown) => {
    console.error(error); // it may be broken, not out of reach
    return null;
  });
  return reader?.importPlainText(text).notices ?? [];
}

export function keepRenumberedStart(speechId: SpeechId, headings: readonly RenumberedPaste[]): void {
  if (headings.length > 0) kept.set(speechId, headings);
}

export function renumberedStart(speechId: SpeechId): readonly RenumberedPaste[] {
  return kept.get(speechId) ?? [];
}

export function forgetRenumberedStart(speechId: SpeechId): void {
  kept.delete(speechId);
}
