/** Where the numbers of comments stand in the text of a PDF. */

import { EditorState } from "@tiptap/pm/state";
import { afterAll, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import type { ThreadId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { createTypesetting } from "../helpers/checked-exports";
import { goldenThreads } from "../helpers/golden-speech";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

it("EX-34 a comment's number stays on the line of the words that it is about", async () => {
  const paper = paperPreset("gbt9704");
  const [first] = goldenThreads;
  if (first === undefined) throw new Error("no thread");
  const threads = Array.from({ length: 30 }, (_, index) => ({
    ...first,
    id: `place${index + 10}`.padEnd(20, "0") as ThreadId,
  }));
  // Words end at each place of a line once.
  const content = threads.map(({ id }, index) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: "字".repeat(30 + index),
        marks: [{ type: "comment", attrs: { thread: id } }],
      },
      { type: "text", text: "后文" },
    ],
  }));
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document: { type: "doc", content }, names: new Map(), threads },
    paper,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const margin = (paper.margins.left * 72) / 25.4;
  const lines = (await readPdf(bytes)).pages.flatMap(({ lines: all }) => all);
  const numbers = lines.filter(({ text }) => /^\[\d+\]$/.test(text));
  expect(numbers.length).toBeGreaterThan(20);
  for (const { end } of numbers) expect(end).toBeGreaterThan(margin + 15);
});

/** What stands on each line of the paper, page by page, without the numbers of comments and their notes. */
async function paperLines(document: DocumentNode, threads: readonly Thread[]) {
  const paper = paperPreset("gbt9704");
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document, names: new Map(), threads },
    paper,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const { pages } = await readPdf(bytes);
  return pages.map(({ lines }) => {
    const text = lines.filter(({ x, size }) => x < (paper.page.width * 72) / 25.4 - 20 && size > 8);
    const heights = [...new Set(text.map(({ y }) => Math.round(y)))];
    return heights.map((height) =>
      text
        .filter(({ y }) => Math.round(y) === height)
        .map((line) => line.text)
        .join(""),
    );
  });
}

it("EX-34 numbers take no room: lines and pages are those of the copy without comments, titles and tables too", async () => {
  const [first] = goldenThreads;
  if (first === undefined) throw new Error("no thread");
  const doc = documentSchema().nodeFromJSON(withoutReadingAids(archivesSpeech.document));
  const { tr } = EditorState.create({ doc });
  const threads: Thread[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock || node.content.size < 3) return;
    for (let at = 2; at < node.content.size; at += 41) {
      const id = `place${threads.length}`.padEnd(20, "0") as ThreadId;
      threads.push({ ...first, id });
      tr.addMark(pos + 1, pos + 1 + at, documentSchema().mark("comment", { thread: id }));
    }
  });
  const [bare, commented] = [await paperLines(doc.toJSON(), []), await paperLines(tr.doc.toJSON(), threads)];
  expect(threads.length).toBeGreaterThan(100);
  expect(bare.length).toBeGreaterThan(10);
  // Notes without room in the margin stand behind the text.
  expect(commented.slice(0, bare.length)).toEqual(bare);
});

it("EX-34 behind a number no line begins within a word or with a mark that begins none", async () => {
  const [first] = goldenThreads;
  if (first === undefined) throw new Error("no thread");
  const id = "place".padEnd(20, "0") as ThreadId;
  const mark = { type: "comment", attrs: { thread: id } };
  for (const [before, after] of [
    ["12", ".6%的"],
    ["Win", "dows系统"],
    ["他说", "：“好"],
  ] as const) {
    const content = Array.from({ length: 30 }, (_, index): DocumentNode => {
      const text = "字".repeat(10 + index);
      const parts = [
        { type: "text", text },
        { type: "text", text: before, marks: [mark] },
        { type: "text", text: after },
      ];
      return { type: "paragraph", content: parts };
    });
    const bare = content.map((line) => ({
      ...line,
      content: [{ type: "text", text: (line.content ?? []).map(({ text }) => text).join("") }],
    }));
    // Only the last of the words that carry a thread have its number: one paragraph at a time.
    for (const [index, line] of content.entries()) {
      const commented = await paperLines({ type: "doc", content: [line] }, [{ ...first, id }]);
      const plain = await paperLines({ type: "doc", content: bare.slice(index, index + 1) }, []);
      expect(commented[0], `${before}${after}`).toEqual(plain[0]);
    }
  }
});
