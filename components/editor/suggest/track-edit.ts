/** One edit of the editor's as suggestions: what a transaction did is written again, tracked. */
import { GapCursor } from "@tiptap/pm/gapcursor";
import type { ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { serverNow } from "@/components/server-clock";
import { newId } from "@/core/new-id";
import { trackChange } from "@/core/review/track";

/** What plugins and the view ask a transaction about; ProseMirror gives no list of them. */
const CARRIED = ["inputType", "uiEvent", "paste", "composition", "preventUpdate", "addToHistory"];

/** The same edit as suggestions of `person`; the transaction itself when it is that already. */
export function trackedEdit(state: EditorState, edit: Transaction, person: string): Transaction {
  const { tr } = state;
  const places = trackChange(tr, {
    after: edit.doc,
    author: { id: newId(), person, at: serverNow() },
    caret: edit.selection.head,
    forward: deletesForward(state, edit),
  });
  // The letters of a composition carry its mark from the start: what the browser drew must stay.
  if (tr.doc.eq(edit.doc)) return edit;
  const { selection } = edit;
  tr.setSelection(
    selection instanceof TextSelection
      ? TextSelection.between(
          tr.doc.resolve(places.find(selection.anchor)),
          tr.doc.resolve(places.find(selection.head)),
        )
      : nearest(selection, tr.doc.resolve(places.find(selection.from))),
  );
  for (const key of CARRIED) {
    const value: unknown = edit.getMeta(key);
    if (value !== undefined) tr.setMeta(key, value);
  }
  if (edit.storedMarksSet) tr.setStoredMarks(edit.storedMarks);
  return edit.scrolledIntoView ? tr.scrollIntoView() : tr;
}

/** A caret behind the last block stays there: the nearest text may be a cell of a table. */
function nearest(selection: Selection, $place: ResolvedPos): Selection {
  const isAtEnd = $place.depth === 0 && $place.nodeAfter === null;
  return isAtEnd && selection instanceof GapCursor ? new GapCursor($place) : Selection.near($place);
}

/** The Delete key: what goes is behind the caret. */
function deletesForward({ selection }: EditorState, { steps }: Transaction): boolean {
  const [step] = steps;
  return (
    selection.empty &&
    steps.length === 1 &&
    step instanceof ReplaceStep &&
    step.slice.size === 0 &&
    step.from === selection.from &&
    step.to > step.from
  );
}
