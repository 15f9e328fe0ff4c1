/** Where a comment stands that is begun from a suggestion's card. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { placeBetween } from "../comments/selected-place";
import type { DraftPlace } from "../comments/thread-drafts";
import type { SuggestionList } from "./suggestion-list";

/** Null when the suggestion is gone. */
export function draftPlaceOn(id: string, editor: Editor, suggestions: SuggestionList): DraftPlace | null {
  // The list follows the text in its pauses only, and colleagues may be writing above.
  suggestions.read();
  const found = suggestions.get().find((each) => each.id === id);
  if (found === undefined) return null;
  const { from, to } = found;
  const end = Math.min(to, endOfBlock(editor.state.doc, from));
  return { place: placeBetween(editor, from, end), pos: from, suggestion: id };
}

/** Of a part that moves, which begins here and ends far away, only what is here is commented on. */
function endOfBlock(doc: Node, from: number): number {
  const $inside = doc.resolve(Math.min(from + 1, doc.content.size));
  return $inside.depth === 0 ? $inside.pos : $inside.after(1);
}
