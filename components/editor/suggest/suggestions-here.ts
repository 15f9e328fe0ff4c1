/** Which suggestions are meant by what is selected. */
import type { EditorState } from "@tiptap/pm/state";
import { suggestionsBetween } from "@/core/review/suggestions-in";

/** The suggestions in the selection; without one those in the paragraph that the caret is in. */
export function suggestionsHere({ doc, selection }: EditorState): ReadonlySet<string> {
  const { $from, ranges, empty } = selection;
  if (empty) return $from.depth === 0 ? new Set() : suggestionsBetween(doc, $from.before(), $from.after());
  // Each selected cell is a range of its own.
  const found = ranges.map(({ $from: start, $to: end }) => [...suggestionsBetween(doc, start.pos, end.pos)]);
  return new Set(found.flat());
}
