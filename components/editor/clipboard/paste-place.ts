/** What the place of the selection says about a text that comes into it. */
import type { EditorState } from "@tiptap/pm/state";
import type { PastePlace } from "@/components/editor/paste/clipboard-document";
import { numberingStyleOf } from "../decorations/heading-numbers";

/** What is selected is replaced, so it doesn't stand above. */
export function pastePlace(state: EditorState): PastePlace {
  const { from } = state.selection;
  const above = state.doc.textBetween(0, from, undefined, " ");
  return { numberingStyle: numberingStyleOf(state), beginsSpeech: above.trim() === "" };
}
