/** The layout that a speech was last previewed in, remembered in this browser. */
import { type PaperStyleId, paperStyleIdSchema } from "@/core/house-style";
import type { SpeechId } from "@/core/ids";

const keyOf = (speechId: SpeechId) => `lectern-preview-style-${speechId}`;

export function keptStyle(speechId: SpeechId): PaperStyleId {
  try {
    return paperStyleIdSchema.safeParse(localStorage.getItem(keyOf(speechId))).data ?? "gbt9704";
  } catch {
    return "gbt9704"; // storage is forbidden
  }
}

export function keepStyle(speechId: SpeechId, style: PaperStyleId): void {
  try {
    localStorage.setItem(keyOf(speechId), style);
  } catch {
    // Storage is full or forbidden: then it holds until the page is left.
  }
}
