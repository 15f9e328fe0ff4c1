/** Titles of two lines in files, whatever is said about their words. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { ThreadId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { readingBlocks } from "@/server/export/reading/blocks";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { attribute, child, DocxReader } from "../helpers/docx-reader";
import { goldenThreads } from "../helpers/golden-speech";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paper = paperPreset("gbt9704");
const LINES = ["在全市优化营商环境暨民营", "经济高质量发展大会上的讲话"] as const;
const TITLE = LINES.join("");
const [first] = goldenThreads;
if (first === undefined) throw new Error("no thread");
const thread: Thread = { ...first, id: "title".padEnd(20, "0") as ThreadId };
const COMMENT = { type: "comment", attrs: { thread: thread.id } };

/** The title with a mark on what stands between two offsets. */
function marked(from: number, to: number, mark: NonNullable<DocumentNode["marks"]>[number]): DocumentNode {
  const content = [
    { type: "text", text: TITLE.slice(0, from) },
    { type: "text", text: TITLE.slice(from, to), marks: [mark] },
    { type: "text", text: TITLE.slice(to) },
  ].filter(({ text }) => text !== "");
  return { type: "doc", content: [{ type: "title", content }] };
}

/** A mark within a line, over both, and up to where the first one ends. */
const PLACES = [
  [3, 7],
  [10, 20],
  [4, LINES[0].length],
  [LINES[0].length, 18],
] as const;

function docxOf(document: DocumentNode, threads: readonly Thread[]) {
  const bytes = writeDocx({
    document,
    paper,
    numberingStyle: "nested",
    title: "",
    names: new Map(),
    threads,
    madeAt: 0,
    watermark: null,
    words: { deletedComment: "（已删除）" },
  });
  return new DocxReader(bytes);
}

const titleElement = (document: DocumentNode) =>
  docxOf(document, [thread])
    .all("word/document.xml", "p")
    .find((element) => attribute(child(element, "pPr", "pStyle"), "val") === "Title");

async function pdfOf(document: DocumentNode, threads: readonly Thread[]) {
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document, names: new Map(), threads },
    paper,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  return await readPdf(bytes);
}

describe("a title of two lines", () => {
  it("EX-11 keeps them in Word when somebody comments on a part of it", () => {
    for (const [from, to] of PLACES) {
      const title = titleElement(marked(from, to, COMMENT));
      expect(title?.getElementsByTagName("w:br"), `${from} to ${to}`).toHaveLength(1);
      const lines = [...(title?.getElementsByTagName("w:r") ?? [])].map((run) =>
        run.getElementsByTagName("w:br").length > 0 ? "\n" : run.textContent,
      );
      expect(lines.join("")).toBe(LINES.join("\n"));
    }
  });

  it("EX-34 keeps them beside its comment in a PDF", async () => {
    const [from, to] = PLACES[1];
    const { pages } = await pdfOf(marked(from, to, COMMENT), [thread]);
    const large = pages.flatMap(({ lines }) => lines.filter(({ size }) => size === paper.titleSize));
    const heights = [...new Set(large.map(({ y }) => Math.round(y)))];
    const lines = heights.map((height) =>
      large
        .filter(({ y }) => Math.round(y) === height)
        .map(({ text }) => text)
        .join(""),
    );
    expect(lines).toEqual(LINES);
  }, 120_000);

  it("EX-11 keeps them in the reading copy when words of it are stressed or have their pinyin above", () => {
    for (const mark of [{ type: "stress" }, { type: "pinyin", attrs: { reading: "zhì" } }, COMMENT]) {
      for (const [from, to] of PLACES) {
        const [block] = readingBlocks(marked(from, to, mark), paper, "nested");
        const runs = block?.sentences.flatMap((sentence) => sentence.runs.map(({ text }) => text));
        expect(runs?.join(""), `${mark.type} ${from} to ${to}`).toBe(LINES.join("\n"));
      }
    }
  });

  it("EX-11 has none of ours where words are formatted by hand", () => {
    expect(titleElement(marked(3, 7, { type: "bold" }))?.getElementsByTagName("w:br")).toHaveLength(0);
  });

  it.each([
    ["byline", "byline", "dateLine"],
    ["dateLine", "byline", "byline"],
  ])(
    "EX-11 an empty line stands below it and below the title block, none between %s, %s and %s",
    async (...kinds) => {
      const line = (type: string, text: string) => ({ type, content: [{ type: "text", text }] });
      const lines = kinds.map((type, index) => line(type, `第${index}行`));
      const content = [
        line("title", "讲话"),
        ...lines,
        line("salutation", "同志们："),
        line("paragraph", "开会。"),
      ];
      const document = { type: "doc", content };
      const above = docxOf(document, [])
        .all("word/document.xml", "p")
        .map((element) => attribute(child(element, "pPr", "spacing"), "before"));
      expect(above).toEqual([null, "579", null, null, "579", null]);
      const places = (await pdfOf(document, [])).pages
        .flatMap((page) => page.lines.map(({ y }) => y))
        .slice(0, 6);
      const lower = places
        .slice(1)
        .map((y, index) => Math.round(((places[index] ?? 0) - y) / paper.linePitch));
      expect(lower).toEqual([2, 1, 1, 2, 1]);
    },
    120_000,
  );
});
