/**
 * Keeps what others write where y-tiptap's binding fails to show it. The editor would stand at an older text then, and
 * the next key would write that over the shared document: theirs would be gone for everybody. So the text is drawn
 * anew, without what failed, and the failure is reported.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { type getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;

/** Beside Collaboration. */
export const BindingGuard = Extension.create({
  name: "bindingGuard",
  // After Collaboration (1000): its plugins must be there when this one's view is made.
  priority: 900,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("bindingGuard"),
      view: (view) => ({ destroy: guardBinding(view) }),
    }),
  ],
});

/** Guards the binding of `view`; returns the way to undo it. */
export function guardBinding(view: EditorView): () => void {
  const binding: Binding = ySyncPluginKey.getState(view.state).binding;
  const { undoManager }: { undoManager: UndoManager } = yUndoPluginKey.getState(view.state);
  const show = binding._observeFunction;
  const showOrDrawAnew: typeof show = (...change: unknown[]) => {
    try {
      show(...change);
    } catch (error) {
      reportError(error);
      drawAnew(binding, view);
    }
  };
  // y-tiptap 3.0.9 keeps the selection of an undone step for the next change, whosoever that is. Its places may lie
  // beyond the end of the text by then, which throws (its issue 48).
  const forgetSelection = () => {
    binding.beforeTransactionSelection = null as never; // as the binding itself does after each transaction
  };
  observeWith(binding, showOrDrawAnew);
  undoManager.on("stack-item-popped", forgetSelection);
  return () => {
    observeWith(binding, show);
    undoManager.off("stack-item-popped", forgetSelection);
  };
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
