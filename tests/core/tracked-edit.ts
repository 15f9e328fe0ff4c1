/** One edit in 修订, without a browser. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { trackChange } from "@/core/review/track";

export const AUTHOR = "a".repeat(20);
export const OTHER = "b".repeat(20);
let made = 0;

/** The state after an edit with the caret at `at`, tracked as this person's. */
export function suggest(
  doc: Node,
  at: number,
  edit: (tr: Transaction) => Transaction,
  person = AUTHOR,
  forward = false,
) {
  made += 1;
  const id = `suggestion${String(made).padStart(10, "0")}`;
  const before = EditorState.create({ doc, selection: TextSelection.create(doc, at) });
  const direct = edit(before.tr);
  const { tr } = before;
  const author = { id, person, at: made };
  const places = trackChange(tr, { after: direct.doc, author, caret: direct.selection.head, forward });
  return { doc: tr.doc, caret: places.find(direct.selection.head), id };
}
