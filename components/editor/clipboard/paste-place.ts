/** What the place of the selection says about a text that comes into it. */
import type { EditorState } from "@tiptap/pm/state";
import type { PastePlace } from "@/components/editor/paste/clipboard-document";
import { numberingStyleOf } from "../decorations/heading-numbers";

/** What is selected is replaced, so it doesn't stand above. */
export function pastePlace(state: EditorState): PastePlace {
  const { from, empty, $from } = state.selection;
  const above = state.doc.textBetween(0, from, undefined, " ");
  const { type, content } = $from.parent;
  return {
    numberingStyle: numberingStyleOf(state),
    beginsSpeech: above.trim() === "",
    isInside: $from.depth > 1,
    // Titles and headings stay what they are, written or not; in lists and cells there are none.
    isEmptyLine: empty && $from.depth === 1 && type.name === "paragraph" && content.size === 0,
  };
}
