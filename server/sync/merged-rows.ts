/** What becomes of a row of blocks that was changed in two ways at once. */
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { documentOf } from "./accepted-text";
import { documentIn } from "./snapshot";
import { writeDocument } from "./write-document";
import { toYjsBlock } from "./yjs-content";

/** Letter by letter, as if two people had changed `base` into `one` and into `other` in the same moment. */
export function mergedRows(
  base: readonly Node[],
  one: readonly Node[],
  other: readonly Node[],
): readonly Node[] {
  const docs = [createSharedDocument(), createSharedDocument(), createSharedDocument()] as const;
  const [first, second, origin] = docs;
  try {
    origin.getXmlFragment(FRAGMENT).insert(
      0,
      base.map((block) => toYjsBlock(block.toJSON())),
    );
    for (const [doc, row] of [
      [first, one],
      [second, other],
    ] as const) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
      doc.transact(() => writeDocument(doc, documentOf(row).toJSON() as DocumentNode));
    }
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
    return documentSchema().nodeFromJSON(documentIn(first)).children;
  } finally {
    for (const doc of docs) doc.destroy();
  }
}
