import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { changesIn } from "@/core/compare/changes-in";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { Row, Span } from "@/core/compare/comparison";
import { invertRows } from "@/core/compare/invert-comparison";
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { applyComparison, revertComparison } from "../helpers/apply-comparison";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";

const seed = runSeed();
const kinds = (rows: readonly Row[]) => new Set(rows.map(({ kind }) => kind));

function expectBothWays(before: DocumentNode, after: DocumentNode): readonly Row[] {
  const comparison = compareDocuments(before, after);
  expect(applyComparison(before, comparison)).toEqual(after);
  expect(revertComparison(after, comparison)).toEqual(before);
  // What the server sends is JSON.
  expect(applyComparison(before, JSON.parse(JSON.stringify(comparison)))).toEqual(after);
  return comparison.rows;
}

// Thousands of comparisons: more than the usual five seconds where other tests share the machine.
describe(`random documents (SEED=${seed})`, { timeout: 30_000 }, () => {
  it("VE-01 a comparison applied to the first of any two gives the second, and taken back the first", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 120; round += 1)
      expectBothWays(randomDocument(random), randomDocument(random));
  });

  it("VE-01 so it does after any number of edits, and every kind of change was among them", () => {
    const random = seededRandom(seed + 1);
    const all = ["added", "deleted", "edited", "joined", "moved-away", "moved-here", "same", "split"];
    const seen = new Set<string>();
    // A kind that is rare has with some seeds to be waited for; one that never comes is missing at the end.
    for (let round = 0; round < 120 || (seen.size < all.length && round < 1200); round += 1) {
      const before = randomDocument(random);
      const after = randomlyRewritten(before, random, 1 + random.below(12));
      for (const kind of kinds(expectBothWays(before, after))) seen.add(kind);
    }
    expect([...seen].sort()).toEqual(all);
  });

  it("VE-01 read the other way round it is a comparison too, each change in it one of the first, what went first", () => {
    const random = seededRandom(seed + 5);
    for (let round = 0; round < 120; round += 1) {
      const before = randomDocument(random);
      const after = round % 2 === 0 ? randomDocument(random) : randomlyRewritten(before, random, 12);
      const { rows } = compareDocuments(before, after);
      const sources = new Map<Row | Span, Row | Span>();
      const inverted = invertRows(rows, (change, other) => sources.set(other, change));
      expect(applyComparison(after, { rows: inverted })).toEqual(before);
      expect(revertComparison(before, { rows: inverted })).toEqual(after);
      const changes = changesIn(inverted).map((change) => sources.get(change));
      expect(new Set(changes)).toEqual(new Set(changesIn(rows)));
      const kindsInTurn = inverted.map(({ kind }) => kind).join(" ");
      expect(kindsInTurn).not.toMatch(/(added|moved-here|split) (deleted|moved-away|joined)/);
    }
  });

  it("VE-01 so it does for a whole speech edited in many places", () => {
    const random = seededRandom(seed + 2);
    const before = canonicalDocument(archivesSpeech.document);
    for (let round = 0; round < 10; round += 1) expectBothWays(before, randomlyRewritten(before, random, 60));
  });

  it("VE-02 equal documents have nothing but equal blocks, however their JSON was written", () => {
    const random = seededRandom(seed + 3);
    for (let round = 0; round < 100; round += 1) {
      const document = randomDocument(random);
      expect([...kinds(compareDocuments(document, disguised(document)).rows)]).toEqual(["same"]);
    }
  });

  it("VE-01 a comparison of another document is refused, not applied to something else", () => {
    const before = canonicalDocument(archivesSpeech.document);
    const after = randomlyRewritten(before, seededRandom(seed + 4), 5);
    const comparison = compareDocuments(before, after);
    const shorter = { ...before, content: before.content?.slice(1) };
    expect(() => applyComparison(shorter, comparison)).toThrow(RangeError);
    expect(applyComparison(before, comparison)).toEqual(after);
  });
});

/** The same document as another program would write it: text cut up, commented, attributes without value. */
function disguised(node: DocumentNode): DocumentNode {
  const content = (node.content ?? []).map(disguised).flatMap((child) => {
    if (child.type !== "text" || (child.text ?? "").length < 2) return [child];
    const text = child.text ?? "";
    const comment = { type: "comment", attrs: { thread: "t1" } };
    return [
      { ...child, text: text.slice(0, 1), marks: [comment, ...(child.marks ?? [])] },
      { ...child, text: text.slice(1) },
    ];
  });
  const attrs = { align: null, ...Object.fromEntries(Object.entries(node.attrs ?? {}).reverse()) };
  return { ...(node.type === "text" ? node : { ...node, attrs }), ...(content.length > 0 && { content }) };
}
