/** An edit of a shared text as the editor's binding writes it, direct or as a suggestion. */

import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { trackChange } from "@/core/review/track";

type Read = ReturnType<typeof initProseMirrorDoc>;

/** What was read of each text since its last change: which node stands for which of its types. */
const reads = new WeakMap<Y.Doc, Read>();

function read(doc: Y.Doc): Read {
  const known = reads.get(doc);
  if (known !== undefined) return known;
  const fresh = initProseMirrorDoc(doc.getXmlFragment(FRAGMENT), documentSchema());
  reads.set(doc, fresh);
  doc.once("update", () => reads.delete(doc));
  return fresh;
}

export function textOf(doc: Y.Doc): Node {
  return read(doc).doc;
}

/** As the binding writes it: what is the same node as before keeps its place in the shared text. */
export function writeText(doc: Y.Doc, text: Node): void {
  const { meta } = read(doc);
  doc.transact(() => updateYFragment(doc, doc.getXmlFragment(FRAGMENT), text, meta));
}

export function editShared(doc: Y.Doc, edit: (tr: Transaction) => Transaction): void {
  writeText(doc, edit(EditorState.create({ doc: textOf(doc) }).tr).doc);
}

/** The same edit as a suggestion of this person's. */
export function suggestShared(
  doc: Y.Doc,
  person: string,
  edit: (tr: Transaction) => Transaction,
  id = newId(),
  at = 1,
): void {
  const before = EditorState.create({ doc: textOf(doc) });
  const direct = edit(before.tr);
  const { tr } = before;
  trackChange(tr, {
    after: direct.doc,
    author: { id, person, at },
    caret: direct.selection.head,
    forward: false,
  });
  writeText(doc, tr.doc);
}
