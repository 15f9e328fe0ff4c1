/** An editor's state bound to a shared document by y-tiptap, with what that needs of a view around it. */
import { EditorState, type Plugin, type PluginView, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPlugin, yUndoPlugin, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { guardBinding } from "@/components/sync/binding-guard";
import { guardUndo } from "@/components/sync/undo-guard";
import { undoOnce } from "@/components/sync/undo-once";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";

export interface SharedEditor {
  state: EditorState;
  dispatch(transaction: Transaction): void;
  /** Takes the guard off the binding. */
  unguard(): void;
}

/** Empty until something is written, here or by others. */
export function openSharedEditor(doc: Y.Doc, ...others: readonly Plugin[]): SharedEditor {
  const plugins = [ySyncPlugin(doc.getXmlFragment(FRAGMENT)), yUndoPlugin(), ...others];
  const parts: PluginView[] = [];
  const editor = {
    state: EditorState.create({ schema: documentSchema(), plugins }),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = editor.state;
      editor.state = before.apply(transaction);
      for (const part of parts) part.update?.(view, before);
    },
  };
  const view = editor as unknown as EditorView; // all of it that the two plugins and the guard touch
  for (const plugin of plugins) {
    const part = plugin.spec.view?.(view);
    if (part !== undefined) parts.push(part);
  }
  const { undoManager } = yUndoPluginKey.getState(editor.state);
  guardUndo(undoManager);
  undoOnce(undoManager);
  return Object.assign(editor, { unguard: guardBinding(view) });
}
