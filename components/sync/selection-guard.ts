/**
 * Keeps what is selected where y-tiptap's binding shows what others wrote. It puts the whole document in anew for that,
 * and finds again only texts, nodes and all of it (3.0.9): of several cells the last alone would stay selected, and a
 * caret between blocks would go into the nearest text, as a table's last cell.
 */
import { GapCursor } from "@tiptap/pm/gapcursor";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Selection } from "@tiptap/pm/state";
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
import type { RelativePosition } from "yjs";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;

interface Noted {
  readonly selection: Selection;
  /** Its positions, each with its place in the shared document. */
  readonly places: ReadonlyMap<number, RelativePosition>;
}

export interface SelectionGuard {
  /** Selects again what `show` brings out of selection. */
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
      const { tr } = view.state;
      const found = foundAgain(binding, kept, tr.doc);
      if (found !== null)
        view.dispatch(tr.setSelection(found).setMeta(ySyncPluginKey, { isChangeOrigin: true }));
      // One change may bring another along.
      noted = found && { ...kept, selection: view.state.selection };
    },
    stop: () => doc.off("beforeAllTransactions", note),
  };
}

/** Null for what the binding finds again by itself. */
function notedIn({ type, mapping }: Binding, { selection }: EditorState): Noted | null {
  const positions = positionsOf(selection);
  if (positions.length === 0) return null;
  const places = positions.map(
    (pos) => [pos, absolutePositionToRelativePosition(pos, type, mapping)] as const,
  );
  return { selection, places: new Map(places) };
}

function positionsOf(selection: Selection): readonly number[] {
  if (selection instanceof CellSelection) return [selection.$anchorCell.pos, selection.$headCell.pos];
  return selection instanceof GapCursor ? [selection.head] : [];
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
  return found.constructor === selection.constructor ? found : null;
}
