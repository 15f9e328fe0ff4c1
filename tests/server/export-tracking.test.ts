/** What characters of one size have between them, in Word and PDF alike. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { type PaperStyle, POINTS_PER_MM, trackingOf } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { attribute, child, DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const STANDARD = paperPreset("gbt9704");
/** Wide-set, all of one size. */
const ALIKE: PaperStyle = {
  ...STANDARD,
  characterSpacing: 1,
  titleSize: 16,
  tableSize: 16,
  pageNumber: { ...STANDARD.pageNumber, size: 16 },
};
const shared = { numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const;
const content = (document: DocumentNode) =>
  ({ kind: "clean", document, names: new Map<string, string>(), threads: [] }) as const;

async function pdfLines(document: DocumentNode, paper: PaperStyle) {
  const { bytes } = await typesetting.pdf({ ...shared, format: "pdf", content: content(document), paper });
  return (await readPdf(bytes)).pages.flatMap(({ lines }) => lines);
}

const wordFile = (document: DocumentNode, paper: PaperStyle) =>
  writeDocx({ ...shared, ...content(document), paper, words: { deletedComment: "" } });

/** Points between the characters of that style in Word. */
const inWord = (file: DocxReader, id: string): number => {
  const style = file.all("word/styles.xml", "style").find((each) => attribute(each, "styleId") === id);
  return Number(attribute(child(style, "rPr", "spacing"), "val")) / 20;
};

const line = (type: string, letter: string, count: number): DocumentNode => ({
  type,
  content: [{ type: "text", text: letter.repeat(count) }],
});
const table = (columns: number): DocumentNode => ({
  type: "table",
  content: [
    {
      type: "tableRow",
      content: Array.from({ length: columns }, () => ({
        type: "tableCell",
        content: [line("paragraph", "表", 3)],
      })),
    },
  ],
});

/** By the letters of each kind of line. */
const STYLES = {
  题: "Title",
  人: "SpeechByline",
  日: "SpeechDateLine",
  字: "Normal",
  表: "TableText",
} as const;
const SIZES = { 题: "titleSize", 人: "bodySize", 日: "bodySize", 字: "bodySize", 表: "tableSize" } as const;

describe("the space between characters", () => {
  it("EX-30 28 characters of a name or a date fill a line as 28 of the text do", async () => {
    const lines = await pdfLines(
      { type: "doc", content: [line("byline", "人", 28), line("dateLine", "日", 28)] },
      STANDARD,
    );
    expect(lines.filter(({ size }) => size === 16).map(({ text }) => text)).toEqual([
      "人".repeat(28),
      "日".repeat(28),
    ]);
  }, 120_000);

  it.each([STANDARD, ALIKE])(
    "EX-62 it is that of the type's size, in titles and tables too, in Word and PDF",
    async (paper) => {
      const document = {
        type: "doc",
        content: [
          line("title", "题", 10),
          line("byline", "人", 10),
          line("dateLine", "日", 10),
          line("paragraph", "字", 10),
          table(1),
        ],
      };
      const file = new DocxReader(wordFile(document, paper));
      const lines = await pdfLines(document, paper);
      for (const letter of Object.keys(STYLES) as (keyof typeof STYLES)[]) {
        const size = paper[SIZES[letter]];
        const set = lines.find(({ text }) => text.startsWith(letter));
        const count = set?.text.length ?? 0;
        // Behind the last character stands none.
        const between = ((set?.end ?? 0) - (set?.x ?? 0) - count * size) / (count - 1);
        expect(between, letter).toBeCloseTo(trackingOf(paper, size), 1);
        expect(inWord(file, STYLES[letter]), letter).toBe(trackingOf(paper, size));
      }
    },
    120_000,
  );

  it("EX-62 a table that is made smaller has none of the body's", async () => {
    const document = { type: "doc", content: [table(10)] };
    const [set] = await pdfLines(document, ALIKE);
    // The cells beside each other are read as one line: nine columns, and the words of the last.
    const column = ((210 - 28 - 26) * POINTS_PER_MM) / 10;
    expect((set?.end ?? 0) - (set?.x ?? 0)).toBeCloseTo(9 * column + 3 * 9, 0);
    const runs = new DocxReader(wordFile(document, ALIKE)).all("word/document.xml", "r");
    expect(new Set(runs.map((run) => attribute(child(run, "rPr", "spacing"), "val")))).toEqual(
      new Set(["0"]),
    );
  }, 120_000);

  it.each([
    // 20 characters of 22 points go into a line of 442.
    [4, "在全市优化营商环境暨民营经济发展大会上", 0],
    [-1, "在全市优化营商环境暨民营经济发展大会上讲话", 1],
  ])(
    "IM-10 a title is shaped for the lines of its own size and comes back as it was: %s",
    (spacing, text, breaks) => {
      const docx = wordFile(
        { type: "doc", content: [{ type: "title", content: [{ type: "text", text }] }] },
        { ...STANDARD, characterSpacing: spacing },
      );
      expect(new DocxReader(docx).all("word/document.xml", "br")).toHaveLength(breaks);
      expect(readDocx(docx).document.content).toMatchObject([
        { type: "title", content: [{ type: "text", text }] },
      ]);
    },
  );
});
