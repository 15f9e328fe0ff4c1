/** Out as a .docx by our own export and in again: the same speech, threads and suggestions. */
import type { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { paperPreset } from "@/core/paper/preset";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { asWordKeepsIt } from "../helpers/docx-round-trip";
import { runSeed, seededRandom } from "../helpers/random";
import { randomSpeech } from "../helpers/random-speech";
import { savedAgain } from "../helpers/resaved-docx";

const RUNS = 40;

const schema = documentSchema();
const write = (document: Node, changes: Partial<Parameters<typeof writeDocx>[0]> = {}) =>
  writeDocx({
    document: document.toJSON(),
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "讲话",
    names: new Map(),
    threads: [],
    madeAt: Date.UTC(2026, 10, 24, 1, 2, 3),
    watermark: null,
    words: { deletedComment: "（已删除）" },
    ...changes,
  });

const read = (bytes: Uint8Array) => schema.nodeFromJSON(readDocx(bytes).document);
const plain = (node: Node) => schema.nodeFromJSON(withoutReadingAids(node.toJSON()));

describe("a speech out and in", () => {
  it("IM-10 the sample comes back as it was", () => {
    const sample = schema.nodeFromJSON(archivesSpeech.document);
    const text = readDocx(write(sample));
    expect(text.document).toEqual(asWordKeepsIt(sample).toJSON());
    expect([text.findings, text.threads, text.authors]).toEqual([[], [], []]);
  });

  it("IM-10 random speeches come back as they were", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const speech = plain(randomSpeech(random));
      const numberingStyle = random.pick(["nested", "flat"] as const);
      const back = read(write(speech, { numberingStyle }));
      expect(back.toJSON(), `SEED=${seed}`).toEqual(asWordKeepsIt(speech).toJSON());
    }
  });

  it("IM-10 so they do when Word or WPS saved the file again, under other ids of styles and in smaller runs", () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const speech = plain(randomSpeech(random));
      const text = readDocx(savedAgain(write(speech), random));
      expect(text.document, `SEED=${seed}`).toEqual(asWordKeepsIt(speech).toJSON());
      expect(text.findings, `SEED=${seed}`).toEqual([]);
    }
  });

  it("IM-62 what is typed there as the next heading becomes one, other lines that begin with a number don't", () => {
    const line = (words: string, type = "paragraph", attrs = {}) =>
      schema.node(type, attrs, schema.text(words));
    const heading = (level: number, words: string) => line(words, "heading", { level });
    const doc = schema.node("doc", null, [
      heading(1, "提高认识"),
      heading(1, "抓好落实"),
      line("三、五年内要见成效。"),
      line("三、加强领导"),
      line("（一）压实责任。各单位要抓紧。"),
      line("（五）和别的文件"),
      line("2. 是附件里的"),
    ]);
    const lines = read(savedAgain(write(doc), seededRandom(1))).children;
    expect(lines.map(({ type, attrs, textContent }) => [type.name, attrs.level, textContent])).toEqual([
      ["heading", 1, "提高认识"],
      ["heading", 1, "抓好落实"],
      ["paragraph", undefined, "三、五年内要见成效。"],
      ["heading", 1, "加强领导"],
      ["heading", 2, "压实责任。各单位要抓紧。"],
      ["paragraph", undefined, "（五）和别的文件"],
      ["paragraph", undefined, "2. 是附件里的"],
    ]);
    expect(lines[4]?.attrs.runIn).toBe(true);
    // As we wrote it, all of them are what their styles say.
    expect(read(write(doc)).toJSON()).toEqual(doc.toJSON());
  });

  it("IM-10 a row or a table that is proposed to go comes back as one suggestion, its words untouched", () => {
    const own = { id: "s".repeat(20), person: "p".repeat(20), at: Date.UTC(2026, 10, 24) };
    const cell = (text: string) =>
      schema.node("tableCell", null, [schema.node("paragraph", null, schema.text(text))]);
    const row = (texts: readonly string[], attrs = {}) => schema.node("tableRow", attrs, texts.map(cell));
    const removed = { removed: writeSlot(own) };
    const names = new Map([[own.person, "王建国"]]);
    for (const table of [
      schema.node("table", null, [row(["甲", "乙"]), row(["丙", "丁"], removed), row(["戊", "己"])]),
      schema.node("table", removed, [row(["甲", "乙"]), row(["丙", "丁"])]),
    ]) {
      const paragraph = schema.node("paragraph", null, schema.text("正文"));
      const doc = schema.node("doc", null, [paragraph, table, paragraph]);
      const back = read(write(doc, { names }));
      expect(listSuggestions(back).map(({ kind }) => kind)).toEqual(["delete"]);
      expect(JSON.stringify(back.toJSON())).not.toContain('"deletion"');
      expect([rejectAll(back), acceptAll(back)].map(String)).toEqual(
        [rejectAll(doc), acceptAll(doc)].map(String),
      );
    }
  });
});
