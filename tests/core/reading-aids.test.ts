/** Cues, stress and pinyin in the document: what changes with them and what doesn't. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { measureRows } from "@/core/compare/measure-comparison";
import { isLook, LOOK_NAMES, lookIn } from "@/core/document/looks";
import { CUE_KINDS, isReading } from "@/core/document/reading-aids";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { countDocument } from "@/core/text/count";
import { documentText } from "@/core/text/document-text";
import { leadEnd } from "@/core/text/lead";
import { markdownOf } from "@/core/text/markdown";
import { placedText } from "@/core/text/placed-text";
import { paragraph, speech, text } from "../helpers/document-nodes";
import { runSeed, seededRandom } from "../helpers/random";
import { randomEdit, randomSpeech } from "../helpers/random-speech";

const schema = documentSchema();
const cue = (kind: string): DocumentNode => ({ type: "cue", attrs: { kind } });

const READ = speech(
  paragraph(
    text("要"),
    text("重", { type: "pinyin", attrs: { reading: "zhòng" } }),
    text("视"),
    cue("pause"),
    text("基层", { type: "stress" }),
    text("。"),
    cue("applause"),
  ),
);
const PLAIN = speech(paragraph(text("要重视基层。")));

const ROUNDS = 60;
const AUTHOR = "a".repeat(20);
let made = 0;

/** The document after an edit that is tracked as a suggestion. */
function suggest(doc: Node, edit: (tr: Transaction) => Transaction): Node {
  made += 1;
  const direct = edit(EditorState.create({ doc }).tr);
  const { tr } = EditorState.create({ doc });
  const author = { id: `suggestion${String(made).padStart(10, "0")}`, person: AUTHOR, at: made };
  trackChange(tr, { after: direct.doc, author, caret: direct.selection.head, forward: false });
  return tr.doc;
}

describe("reading aids", () => {
  it("RC-01 the schema takes cues, stress and readings, and nothing else in their place", () => {
    expect(() => schema.nodeFromJSON(READ).check()).not.toThrow();
    for (const kind of CUE_KINDS) {
      expect(() => schema.nodeFromJSON(speech(paragraph(cue(kind)))).check()).not.toThrow();
    }
    for (const wrong of ["", "loud", 3]) {
      const document = speech(paragraph({ type: "cue", attrs: { kind: wrong } }));
      expect(() => schema.nodeFromJSON(document), String(wrong)).toThrow(RangeError);
    }
    for (const [reading, isOne] of [
      ["xīng", true],
      ["lüè", true],
      ["ㄓㄨㄥˋ", true],
      ["", false],
      ["zhòng yào", false],
      ["<b>", false],
      ["a".repeat(13), false],
    ] as const) {
      expect(isReading(reading), reading).toBe(isOne);
    }
  });

  it("RC-02 text, counts and Markdown are the same with them and without", () => {
    expect(documentText(READ, "nested")).toBe(documentText(PLAIN, "nested"));
    expect(markdownOf(READ, "nested")).toBe(markdownOf(PLAIN, "nested"));
    expect(countDocument(READ)).toEqual(countDocument(PLAIN));
    const twoCues = speech(paragraph(cue("pause"), cue("applause")));
    expect(documentText(twoCues, "nested")).toBe("");
  });

  it("RC-02 without them the document is the one that never had any, suggestions of them included", () => {
    expect(withoutReadingAids(READ)).toEqual(PLAIN);
    expect(withoutReadingAids(PLAIN)).toBe(PLAIN);
    const read = suggest(schema.nodeFromJSON(PLAIN), (tr) =>
      tr.addMark(2, 3, schema.mark("pinyin", { reading: "zhòng" })),
    );
    const proposed = suggest(read, (tr) => tr.insert(4, schema.node("cue")));
    expect(proposed.eq(schema.nodeFromJSON(PLAIN))).toBe(false);
    expect(withoutReadingAids(proposed.toJSON())).toEqual(
      withoutReadingAids(schema.nodeFromJSON(PLAIN).toJSON()),
    );
  });

  it("RC-03 a lead sentence ends where it would without cues", () => {
    const line = [text("抓落"), cue("pause"), text("实。"), cue("applause"), text("要有实招。")];
    const end = leadEnd(placedText(line));
    expect(placedText(line).slice(0, end)).toBe("抓落\u2060实。");
    expect(leadEnd(placedText([text("抓落实"), cue("pause")]))).toBe(4);
  });

  it("RC-04 a comparison shows them as formatting and never as changed words", () => {
    const rows = compareDocuments(PLAIN, canonicalDocument(READ)).rows;
    const counts = measureRows(rows, PLAIN.content ?? []);
    expect(counts.reformatted).toBe(2);
    expect([counts.added.characters, counts.deleted.characters]).toEqual([0, 0]);
  });

  it("RC-05 proposed, each is accepted and rejected like bold text", () => {
    const before = schema.nodeFromJSON(PLAIN);
    const put = suggest(before, (tr) => tr.addMark(2, 3, schema.mark("pinyin", { reading: "zhòng" })));
    expect(listSuggestions(put).map(({ kind, looks }) => [kind, ...looks])).toEqual([
      ["format", "pinyin:zhòng"],
    ]);
    expect(readings(acceptAll(put))).toEqual(["重zhòng"]);
    expect(rejectAll(put).eq(before)).toBe(true);
    const other = suggest(acceptAll(put), (tr) =>
      tr.addMark(2, 3, schema.mark("pinyin", { reading: "chóng" })),
    );
    expect(readings(acceptAll(other))).toEqual(["重chóng"]);
    expect(readings(rejectAll(other))).toEqual(["重zhòng"]);
    const off = suggest(acceptAll(put), (tr) => tr.removeMark(2, 3, schema.marks.pinyin));
    expect(readings(acceptAll(off))).toEqual([]);
    const paused = suggest(before, (tr) => tr.insert(4, schema.node("cue", { kind: "pause" })));
    expect(listSuggestions(paused).map(({ kind, insertedText }) => [kind, insertedText])).toEqual([
      ["insert", "／"],
    ]);
    expect(rejectAll(paused).eq(before)).toBe(true);
    expect(acceptAll(paused).textBetween(0, paused.content.size, "", "|")).toBe("要重视|基层。");
  });

  it("RC-05 taking them out of a text with random suggestions and deciding these is one thing in either order", () => {
    const seed = runSeed();
    console.log(`seeds ${seed} to ${seed + ROUNDS - 1}`);
    let aids = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = seededRandom(seed + round);
      let doc = randomSpeech(random);
      for (let edit = 0; edit < 12; edit += 1) {
        const tr = randomEdit(doc, random);
        if (tr !== null) doc = suggest(doc, () => tr);
      }
      const bare = schema.nodeFromJSON(withoutReadingAids(doc.toJSON()));
      bare.check();
      if (!bare.eq(doc)) aids += 1;
      for (const decide of [acceptAll, rejectAll]) {
        const early = canonicalDocument(decide(bare).toJSON());
        const late = canonicalDocument(withoutReadingAids(decide(doc).toJSON()));
        expect(late, `SEED=${seed + round}`).toEqual(early);
      }
    }
    expect(aids).toBeGreaterThan(5);
  });

  it("RC-05 a look is a word that a suggestion can carry", () => {
    for (const name of LOOK_NAMES) expect(isLook(name)).toBe(true);
    expect(lookIn([{ type: "pinyin", attrs: { reading: "lè" } }], "pinyin")).toBe("pinyin:lè");
    for (const wrong of ["", "bold:x", "pinyin:", "pinyin:a b", "pinyin:a:b", "comment", 1]) {
      expect(isLook(wrong), String(wrong)).toBe(false);
    }
  });
});

/** The text nodes that carry a reading, with it. */
function readings(doc: Node): string[] {
  const found: string[] = [];
  doc.descendants(({ text: words, marks }) => {
    for (const { type, attrs } of marks) if (type.name === "pinyin") found.push(`${words}${attrs.reading}`);
  });
  return found;
}
