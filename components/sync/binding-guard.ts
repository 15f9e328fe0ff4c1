/**
 * Keeps what others write where y-tiptap's binding fails to show it. The editor would stand at an older text then, and
 * the next key would write that over the shared document: theirs would be gone for everybody. So the text is drawn
 * anew, without what failed, and the failure is reported.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { type getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type { RelativePosition, Transaction } from "yjs";
import { settledNote } from "./caret-place";
import { keepNodes } from "./kept-nodes";
import { guardSelection } from "./selection-guard";
import { guardUndo } from "./undo-guard";
import { undoOnce } from "./undo-once";

type Binding = NonNullable<Parameters<typeof getRelativeSelection>[0]>;
/** The binding's note of the selection. */
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
  const stopKeeping = keepNodes(binding, view);
  const showOrDrawAnew: typeof show = (events: unknown, change: Transaction) => {
    selection.keepWhile(() => {
      try {
        settleNotes(binding, view, change);
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
    stopKeeping();
    observeWith(binding, show);
  };
}

/**
 * The positions that the binding noted may be of an older text, when a step was undone or one change brings another
 * along; then they may lie beyond the end, which throws (y-tiptap 3.0.9, its issue 48). The places hold.
 */
function settleNotes(binding: Binding, { state: { selection } }: EditorView, change: Transaction): void {
  const noted: Noted | null = binding.beforeTransactionSelection;
  if (noted === null) return;
  const isOld = noted.absAnchor !== selection.anchor || noted.absHead !== selection.head;
  const settled = (place: RelativePosition, position: number | null) =>
    settledNote({ place, position: isOld ? null : position }, change);
  const anchor = settled(noted.anchor, noted.absAnchor);
  const head = selection.empty ? anchor : settled(noted.head, noted.absHead);
  noted.anchor = anchor.place;
  noted.absAnchor = anchor.position;
  noted.head = head.place;
  noted.absHead = head.position;
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
