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
import { writeDocx } from "@/server/export/docx/write-docx";
import { readDocx } from "@/server/import/docx/read-docx";
import { asWordKeepsIt } from "../helpers/docx-round-trip";
import { runSeed, seededRandom } from "../helpers/random";
import { randomSpeech } from "../helpers/random-speech";

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
