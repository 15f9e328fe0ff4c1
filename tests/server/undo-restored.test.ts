/** Taking a restoring back on the text that it left, merged with whatever others wrote since. */
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { undoRestored } from "@/server/sync/undo-restored";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";
import { editShared, textOf } from "../helpers/shared-edit";

const seed = runSeed();
const UNDO_CLIENT = 4_000_000_000;

/** Only marks that the schema has. */
function fitted(document: DocumentNode): DocumentNode {
  const json = JSON.stringify(document).replaceAll('"insertion"', '"bold"');
  return canonicalDocument(documentSchema().nodeFromJSON(JSON.parse(json)).toJSON());
}

/** A text that a version was brought back into. */
function restored(before: DocumentNode, version: DocumentNode): Y.Doc {
  const doc = createSharedDocument();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(prosemirrorJSONToYDoc(documentSchema(), before, FRAGMENT)));
  doc.transact(() => restoreInto(doc, version, {}));
  return doc;
}

function undo(now: Y.Doc, state: Uint8Array, before: DocumentNode): void {
  const restoration = { version: before, origins: null, threads: new Set<never>() };
  const { update } = undoRestored(now, restoration, { state, undoClient: UNDO_CLIENT });
  if (update !== null) Y.applyUpdate(now, update);
}

/** Which lines are the same in both and stay in place as it is taken back: those that move are written anew. */
function untouchedLines(now: Y.Doc, state: Uint8Array, before: DocumentNode): number[] {
  const copy = createSharedDocument();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(now));
  const blocks = copy.getXmlFragment(FRAGMENT).toArray();
  const texts = blocks.map((block) => JSON.stringify(block));
  undo(copy, state, before);
  return blocks.flatMap((block, index) =>
    block._item?.deleted === false && JSON.stringify(block) === texts[index] ? [index] : [],
  );
}

describe(`taking a restoring back (SEED=${seed})`, { timeout: 60_000 }, () => {
  it("VE-46 where nobody wrote on it is exactly what it was, and once only", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 25; round += 1) {
      const before = fitted(randomDocument(random));
      const doc = restored(before, fitted(randomlyRewritten(before, random, 6)));
      const state = Y.encodeStateAsUpdate(doc);
      for (let times = 0; times < 2; times += 1) {
        undo(doc, state, before);
        expect(canonicalDocument(documentIn(doc))).toEqual(before);
      }
    }
  });

  it("VE-91 what others typed into lines that stay in place is there, and all else is what it was", () => {
    const random = seededRandom(seed + 1);
    let typed = 0;
    for (let round = 0; round < 25; round += 1) {
      const before = fitted(randomDocument(random));
      const version = fitted(randomlyRewritten(before, random, 4));
      const doc = restored(before, version);
      const state = Y.encodeStateAsUpdate(doc);
      const words: string[] = [];
      for (const index of untouchedLines(doc, state, before)) {
        const line = textOf(doc).child(index);
        if (!line.isTextblock || line.content.size < 2) continue;
        const word = `【${round}之${index}】`;
        const start = [...Array(index).keys()].reduce(
          (sum, each) => sum + textOf(doc).child(each).nodeSize,
          0,
        );
        editShared(doc, (tr) => tr.insertText(word, start + 2));
        words.push(word);
      }
      typed += words.length;
      undo(doc, state, before);
      const after = documentIn(doc);
      expect(() => documentSchema().nodeFromJSON(after).check()).not.toThrow();
      const text = JSON.stringify(after);
      for (const word of words) expect(text).toContain(word);
      const without = words.reduce((left, word) => left.replace(word, ""), text);
      expect(canonicalDocument(JSON.parse(without))).toEqual(before);
    }
    expect(typed).toBeGreaterThan(0);
  });
});
