/**
 * Keeps what others write where y-tiptap's binding fails to show it. The editor would stand at an older text then, and
 * the next key would write that over the shared document: theirs would be gone for everybody. So the text is drawn
 * anew, without what failed, and the failure is reported.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { type getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import {
  createAbsolutePositionFromRelativePosition,
  isDeleted,
  type RelativePosition,
  type Transaction,
} from "yjs";
import { guardSelection } from "./selection-guard";
import { guardUndo } from "./undo-guard";
import { undoOnce } from "./undo-once";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;
/** Without positions the binding goes by the places alone. */
type Noted = {
  anchor: RelativePosition;
  head: RelativePosition;
  absAnchor: number | null;
  absHead: number | null;
};

/** Beside Collaboration. */
export const BindingGuard = Extension.create({
  name: "bindingGuard",
  // After Collaboration (1000): its plugins must be there when this one's view is made.
  priority: 900,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("bindingGuard"),
      view: (view) => {
        const { undoManager } = yUndoPluginKey.getState(view.state);
        guardUndo(undoManager);
        undoOnce(undoManager);
        return { destroy: guardBinding(view) };
      },
    }),
  ],
});

/** Guards the binding of `view`; returns the way to undo it. */
export function guardBinding(view: EditorView): () => void {
  const binding: Binding = ySyncPluginKey.getState(view.state).binding;
  const show = binding._observeFunction;
  const selection = guardSelection(binding, view);
  const showOrDrawAnew: typeof show = (events: unknown, change: Transaction) => {
    selection.keepWhile(() => {
      try {
        forgetOldPositions(binding, view, change);
        show(events, change);
      } catch (error) {
        reportError(error);
        drawAnew(binding, view);
      }
    });
  };
  observeWith(binding, showOrDrawAnew);
  return () => {
    selection.stop();
    observeWith(binding, show);
  };
}

/**
 * The binding notes the selection both as places in the shared document and as positions in the editor's text, and
 * trusts a place only where its line says the same as before (y-tiptap 3.0.9): when a colleague wrote in the line of
 * the caret, another one with the old words, as an empty one, took the caret and what was typed next. So positions are
 * left only to places whose line is gone, as one that was moved. They may also be of an older text, when a step was
 * undone or one change brings another along, and lie beyond the end, which throws (its issue 48).
 */
function forgetOldPositions(
  binding: Binding,
  { state: { selection } }: EditorView,
  change: Transaction,
): void {
  const noted: Noted | null = binding.beforeTransactionSelection;
  if (noted === null) return;
  const isOld = noted.absAnchor !== selection.anchor || noted.absHead !== selection.head;
  if (isOld || isThere(noted.anchor, change)) noted.absAnchor = null;
  if (isOld || isThere(noted.head, change)) noted.absHead = null;
}

/** Whether the line that holds this place is still there. One whose every letter went has the words of another. */
function isThere(place: RelativePosition, { doc, beforeState, deleteSet }: Transaction): boolean {
  const line = createAbsolutePositionFromRelativePosition(place, doc)?.type;
  if (line === undefined || line._item?.deleted === true) return false;
  let wasEmpty = true;
  for (let item = line._start; item !== null; item = item.right) {
    const isOld = item.id.clock < (beforeState.get(item.id.client) ?? 0);
    if (isOld && !item.deleted) return true;
    if (isOld && isDeleted(deleteSet, item.id)) wasEmpty = false;
  }
  return wasEmpty;
}

function observeWith(binding: Binding, show: Binding["_observeFunction"]): void {
  binding.type.unobserveDeep(binding._observeFunction);
  binding._observeFunction = show;
  // A binding that has ended observes no more.
  if (binding.prosemirrorView !== null) binding.type.observeDeep(show);
}

function drawAnew(binding: Binding, view: EditorView): void {
  binding.beforeTransactionSelection = null as never; // it may be what failed
  binding._forceRerender();
  const { doc, selection, tr } = view.state;
  const nearby = TextSelection.between(doc.resolve(selection.anchor), doc.resolve(selection.head));
  view.dispatch(tr.setSelection(nearby).setMeta("addToHistory", false));
}
