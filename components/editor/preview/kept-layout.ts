/** The layout that a speech was last previewed in, remembered in this browser. */
import type { SpeechId } from "@/core/ids";
import { type PreviewLayout, previewLayoutSchema } from "@/core/preview";

const keyOf = (speechId: SpeechId) => `lectern-preview-layout-${speechId}`;

export function keptLayout(speechId: SpeechId): PreviewLayout {
  try {
    return previewLayoutSchema.safeParse(localStorage.getItem(keyOf(speechId))).data ?? "gbt9704";
  } catch {
    return "gbt9704"; // storage is forbidden
  }
}

export function keepLayout(speechId: SpeechId, layout: PreviewLayout): void {
  try {
    localStorage.setItem(keyOf(speechId), layout);
  } catch {
    // Storage is full or forbidden: then it holds until the page is left.
  }
}
