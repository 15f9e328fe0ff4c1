/** Where what stands in the marked text is found in the text as accepted, and as it was. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { type Decision, settle, settledPlaces } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { runSeed, seededRandom } from "../helpers/random";
import { randomEdit, randomSpeech } from "../helpers/random-speech";

const schema = documentSchema();

const paragraphs = (...lines: readonly string[]): Node =>
  schema.node(
    "doc",
    null,
    lines.map((line) => schema.node("paragraph", null, schema.text(line))),
  );

/** The document with an edit proposed. */
function propose(doc: Node, edit: (tr: Transaction) => Transaction): Node {
  const { tr } = EditorState.create({ doc });
  const after = edit(EditorState.create({ doc }).tr).doc;
  trackChange(tr, {
    after,
    author: { id: newId(), person: newId(), at: Date.now() },
    caret: 1,
    forward: false,
  });
  return tr.doc;
}

/** For each block's words, those that stand in its place. */
const found = (doc: Node, decision: Decision) => {
  const settled = settle(doc, () => decision);
  const places = settledPlaces(doc, () => decision);
  return doc.children.map((block, at) => [block.textContent, settled.child(places[at] ?? -1).textContent]);
};

describe("SU-80 places in a settled text", () => {
  const lines = paragraphs("形势好", "任务重", "要求严");

  it("a block that is to go has the one before, the first one the next", () => {
    const middle = propose(lines, (tr) => tr.delete(5, 10));
    expect(found(middle, "accept")).toEqual([
      ["形势好", "形势好"],
      ["任务重", "形势好"],
      ["要求严", "要求严"],
    ]);
    expect(found(middle, "reject").every(([words, there]) => words === there)).toBe(true);
    expect(
      found(
        propose(lines, (tr) => tr.delete(0, 5)),
        "accept",
      )[0],
    ).toEqual(["形势好", "任务重"]);
  });

  it("a block that joins another has that one, and its halves are found where it is parted", () => {
    const joined = propose(lines, (tr) => tr.join(5));
    expect(found(joined, "accept")).toEqual([
      ["形势好", "形势好任务重"],
      ["任务重", "形势好任务重"],
      ["要求严", "要求严"],
    ]);
    const parted = propose(lines, (tr) => tr.split(2));
    expect(found(parted, "accept").at(-1)).toEqual(["要求严", "要求严"]);
    expect(found(parted, "reject").at(-1)).toEqual(["要求严", "要求严"]);
  });

  it("of any text each block has a place, none before its predecessor's", () => {
    const seed = runSeed();
    console.log(`seed ${seed}`);
    const random = seededRandom(seed);
    for (let round = 0; round < 200; round += 1) {
      let doc = randomSpeech(random);
      for (let edits = 0; edits < 6; edits += 1) {
        const edit = randomEdit(doc, random);
        if (edit !== null) doc = propose(doc, (tr) => tr.replaceWith(0, doc.content.size, edit.doc.content));
      }
      for (const decision of ["accept", "reject"] as const) {
        const places = settledPlaces(doc, () => decision);
        const count = settle(doc, () => decision).childCount;
        expect(places).toHaveLength(doc.childCount);
        expect(places.every((place, at) => place >= (places[at - 1] ?? 0) && place < count)).toBe(true);
      }
    }
  });
});
