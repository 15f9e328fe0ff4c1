import { expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";

/** Two people make the same words bold at once: one pair of marks is then redundant. */
function applyConcurrentBold(reader: Y.Doc): number {
  const writers = [createSharedDocument(), createSharedDocument()] as const;
  writers[0].getXmlFragment(FRAGMENT).insert(0, [new Y.XmlText("同志们好")]);
  const start = Y.encodeStateAsUpdate(writers[0]);
  Y.applyUpdate(writers[1], start);
  Y.applyUpdate(reader, start);
  let ownEdits = 0;
  reader.on("update", (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) ownEdits += 1;
  });
  for (const writer of writers) {
    const text = writer.getXmlFragment(FRAGMENT).get(0);
    if (text instanceof Y.XmlText) text.format(0, 3, { bold: {} });
  }
  for (const writer of writers) {
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(reader)), "network");
  }
  return ownEdits;
}

it("SY-51 a reader's document makes no edit of its own where a plain Y.Doc does", () => {
  expect(applyConcurrentBold(createSharedDocument())).toBe(0);
  // The twin: should Yjs stop doing this, the guard can go.
  const plain = new Y.Doc();
  plain.getXmlFragment(FRAGMENT);
  expect(applyConcurrentBold(plain)).toBeGreaterThan(0);
});
