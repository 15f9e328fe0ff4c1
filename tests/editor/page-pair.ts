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

interface PagePair {
  readonly editor: Editor;
  /** An edit of the colleague's. */
  readonly theirs: (edit: Edit) => void;
  /** The shared text as the colleague has it. */
  readonly shared: Y.Doc;
}

/** With this text. */
export function openPagePair(html: string): PagePair {
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
  return { editor, theirs: (edit) => colleague.dispatch(edit(colleague.state.tr)), shared: other };
}

type Edit = (tr: Transaction) => Transaction;
