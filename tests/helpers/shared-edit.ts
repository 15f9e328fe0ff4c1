/** An edit of a shared text as the editor's binding writes it, direct or as a suggestion. */

import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { trackChange } from "@/core/review/track";

export function textOf(doc: Y.Doc): Node {
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(FRAGMENT), documentSchema());
}

export function writeText(doc: Y.Doc, text: Node): void {
  doc.transact(() => {
    updateYFragment(doc, doc.getXmlFragment(FRAGMENT), text, { mapping: new Map(), isOMark: new Map() });
  });
}

export function editShared(doc: Y.Doc, edit: (tr: Transaction) => Transaction): void {
  writeText(doc, edit(EditorState.create({ doc: textOf(doc) }).tr).doc);
}

/** The same edit as a suggestion of this person's. */
export function suggestShared(doc: Y.Doc, person: string, edit: (tr: Transaction) => Transaction): void {
  const before = EditorState.create({ doc: textOf(doc) });
  const direct = edit(before.tr);
  const { tr } = before;
  trackChange(tr, {
    after: direct.doc,
    author: { id: newId(), person, at: 1 },
    caret: direct.selection.head,
    forward: false,
  });
  writeText(doc, tr.doc);
}
