/**
 * Keeps y-tiptap's binding apart from the shared document while the composition hold is on. The
 * binding has no option for this, so its one write method is wrapped on the instance: the editor
 * goes on, the shared document stands still, and one diff brings them together afterwards. That diff
 * is only right if nobody else writes into the shared document meanwhile; whoever is about to makes
 * the held text go in first.
 */
import type { EditorView } from "@tiptap/pm/view";
import { getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type { Transaction, UndoManager } from "yjs";
import type { CompositionHold } from "./composition-hold";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;

/** Gates the binding of `view`; returns the way to undo it. */
export function gateBinding(view: EditorView, hold: CompositionHold): () => void {
  const binding: Binding = ySyncPluginKey.getState(view.state).binding;
  const sharedDoc = binding.doc;
  const undoState: { undoManager: UndoManager; prevSel: unknown } = yUndoPluginKey.getState(view.state);
  const write = binding._prosemirrorChanged.bind(binding);
  /** The selection before the composition, as places in the shared document, for undo to go back to. */
  let before: ReturnType<typeof getRelativeSelection> | null = null;
  let baseDoc = view.state.doc;

  const stopBegin = hold.onBegin(() => {
    baseDoc = view.state.doc;
    before = getRelativeSelection(binding, view.state);
  });

  binding._prosemirrorChanged = (doc) => {
    if (hold.active) {
      if (!doc.eq(baseDoc)) hold.textHeld();
      return;
    }
    if (before !== null) {
      // The undo plugin noted selections of an editor ahead of the document: places that aren't there.
      yUndoPluginKey.getState(view.state).prevSel = before;
      before = null;
    }
    write(doc);
  };

  // A transaction without steps: the binding's own view update then writes what was held.
  const stopRelease = hold.onRelease("local", () => {
    if (!view.isDestroyed) view.dispatch(view.state.tr);
  });

  const writeFirst = (transaction: Transaction) => {
    if (!hold.active || transaction.origin === ySyncPluginKey) return;
    // Nested, so it becomes part of that transaction, before its own changes.
    hold.suspend(() => binding._prosemirrorChanged(view.state.doc));
  };
  sharedDoc.on("beforeTransaction", writeFirst);

  const { undoManager } = undoState;
  const { undo, redo } = undoManager;
  // Undo in the middle of a composition takes back the half-typed letters, so they must be in first.
  undoManager.undo = () => {
    hold.release();
    return undo.call(undoManager);
  };
  undoManager.redo = () => {
    hold.release();
    return redo.call(undoManager);
  };

  return () => {
    stopBegin();
    stopRelease();
    sharedDoc.off("beforeTransaction", writeFirst);
    binding._prosemirrorChanged = write;
    undoManager.undo = undo;
    undoManager.redo = redo;
  };
}
