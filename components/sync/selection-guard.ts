/**
 * Keeps what is selected, and the looks of what is typed next, where y-tiptap's binding shows what others wrote. It puts
 * the whole document in anew for that, and finds again only texts, nodes and all of it (3.0.9): of several cells the last
 * alone would stay selected, a caret between blocks would go into the nearest text, as a table's last cell, and looks
 * that were chosen at a caret would be forgotten.
 */
import { GapCursor } from "@tiptap/pm/gapcursor";
import type { Mark, Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, type Selection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import type { Mappable } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  type getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from "@tiptap/y-tiptap";
import type { ID, RelativePosition } from "yjs";
import { idOfNode, nodeAgain } from "./node-place";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;

interface Noted {
  readonly selection: Selection;
  /** What is typed next has these, if anything was chosen. */
  readonly storedMarks: readonly Mark[] | null;
  /** Its positions, each with its place in the shared document. */
  readonly places: ReadonlyMap<number, RelativePosition>;
  /** The single thing that is selected, if it is one. */
  readonly node: ID | null;
}

export interface SelectionGuard {
  /** Selects, and chooses, again what `show` forgets. */
  readonly keepWhile: (show: () => void) => void;
  readonly stop: () => void;
}

/** Guards the selection of `view`, to which `binding` belongs. */
export function guardSelection(binding: Binding, view: EditorView): SelectionGuard {
  const { doc } = binding;
  const { undoManager } = yUndoPluginKey.getState(view.state);
  let noted: Noted | null = null;
  // Afterwards the shared document has changed, and the editor's positions say nothing of it.
  const note = () => {
    const origin: unknown = doc._transaction?.origin;
    // One's own text is there already, and what undoing selects is of then.
    noted = origin === ySyncPluginKey || origin === undoManager ? null : notedIn(binding, view.state);
  };
  doc.on("beforeAllTransactions", note);
  return {
    keepWhile(show) {
      const before = view.state;
      const kept = noted?.selection === before.selection ? noted : null;
      show();
      if (kept === null || view.state.doc === before.doc) return;
      const again = chosenAgain(binding, kept, view.state);
      if (again !== null) view.dispatch(again.setMeta(ySyncPluginKey, { isChangeOrigin: true }));
      // One change may bring another along.
      noted = again && { ...kept, selection: view.state.selection };
    },
    stop: () => doc.off("beforeAllTransactions", note),
  };
}

/** Null for what the binding finds again by itself. */
function notedIn(binding: Binding, state: EditorState): Noted | null {
  const { type, mapping } = binding;
  const { selection, storedMarks } = state;
  if (selection instanceof NodeSelection) {
    const node = idOfNode(binding, selection.node);
    return node && { selection, storedMarks, places: new Map(), node };
  }
  const positions = positionsOf(state);
  if (positions.length === 0) return null;
  const places = positions.map(
    (pos) => [pos, absolutePositionToRelativePosition(pos, type, mapping)] as const,
  );
  return { selection, storedMarks, places: new Map(places), node: null };
}

function positionsOf({ selection, storedMarks }: EditorState): readonly number[] {
  if (selection instanceof CellSelection) return [selection.$anchorCell.pos, selection.$headCell.pos];
  return selection instanceof GapCursor || storedMarks !== null ? [selection.head] : [];
}

function chosenAgain(binding: Binding, kept: Noted, state: EditorState): Transaction | null {
  const { doc, selection, tr } = state;
  if (kept.selection instanceof NodeSelection && kept.node !== null)
    return tr.setSelection(nodeAgain(binding, kept.node, kept.selection.node, state));
  const found = foundAgain(binding, kept, doc);
  if (found === null) return null;
  if (kept.storedMarks === null) return tr.setSelection(found);
  // What begins elsewhere begins without looks.
  return found.eq(selection) ? tr.setStoredMarks(kept.storedMarks) : null;
}

/** As an edit of one's own would carry it along; null where there is nothing of its kind any more. */
function foundAgain(binding: Binding, { selection, places }: Noted, doc: Node): Selection | null {
  const now = new Map<number, number>();
  for (const [pos, place] of places) {
    const at = relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping);
    if (at === null) return null;
    now.set(pos, at);
  }
  const mapping = { map: (pos: number) => now.get(pos) ?? pos } as Mappable; // all that these selections ask of it
  const found = selection.map(doc, mapping);
  // A caret whose line is gone is put nearby.
  const isThere = found.head === (now.get(selection.head) ?? found.head);
  return isThere && found.constructor === selection.constructor ? found : null;
}
