/** Going through the suggestions one by one. */
import { type EditorState, Selection } from "@tiptap/pm/state";
import type { ListedSuggestion } from "@/core/review/list-suggestions";

type Placed = Pick<ListedSuggestion, "id" | "from" | "to">;

/**
 * The next (1) or previous (-1) of `listed`, round the end. Counted from the active one while the caret is in it, else
 * from where the caret is; undefined when there is none.
 */
export function neighbourOf<Suggestion extends Placed>(
  listed: readonly Suggestion[],
  { active, caret }: { readonly active: string | null; readonly caret: number },
  by: 1 | -1,
): Suggestion | undefined {
  let at = listed.findIndex(({ id, from, to }) => id === active && from <= caret && caret <= to);
  if (at === -1) at = listed.findIndex(({ from, to }) => from < caret && caret < to);
  if (at !== -1) return listed[(at + by + listed.length) % listed.length];
  return by === 1
    ? (listed.find(({ from }) => from >= caret) ?? listed[0])
    : (listed.findLast(({ to }) => to <= caret) ?? listed.at(-1));
}

/** Where to count from. At the very beginning, as on a page where nobody put the caret yet, before all of the text. */
export function caretIn({ doc, selection: { head } }: EditorState): number {
  return head <= Selection.atStart(doc).head ? 0 : head;
}
