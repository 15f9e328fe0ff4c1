/** The writing page's editor and a colleague's on one shared text; what either writes reaches the other at once. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Transaction } from "@tiptap/pm/state";
import * as Y from "yjs";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { openPageEditor } from "./page-editor";
import { openSharedEditor } from "./shared-editor";

/** With this text; the colleague's edits come as `theirs` makes them. */
export function openPagePair(html: string): { editor: Editor; theirs: (edit: Edit) => void } {
  const mine = createSharedDocument();
  const other = new Y.Doc();
  for (const [from, to] of [
    [mine, other],
    [other, mine],
  ] as const) {
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  }
  const editor = openPageEditor(Collaboration.configure({ document: mine, field: FRAGMENT }), BindingGuard);
  const colleague = openSharedEditor(other);
  editor.commands.setContent(html);
  return { editor, theirs: (edit) => colleague.dispatch(edit(colleague.state.tr)) };
}

type Edit = (tr: Transaction) => Transaction;
