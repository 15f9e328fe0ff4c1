/** Speeches as PDF, read back by an independent reader. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { type PaperPresetId, paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { archivesSpeech } from "@/core/samples/archives-speech";
import type { DocxContent } from "@/server/export/exporter";
import { createTypesetting } from "../helpers/checked-exports";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const POINTS_PER_MM = 72 / 25.4;
const AT = Date.UTC(2026, 10, 26);
const clean = (document: DocumentNode): DocxContent => ({
  kind: "clean",
  document,
  names: new Map(),
  threads: [],
});
const speech = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const text = (words: string, ...marks: NonNullable<DocumentNode["marks"]>): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (words: string): DocumentNode => ({ type: "paragraph", content: [text(words)] });

async function make(content: DocxContent, preset: PaperPresetId = "gbt9704", title = "讲话") {
  const order = {
    format: "pdf",
    content,
    paper: paperPreset(preset),
    numberingStyle: "nested",
    title,
    madeAt: AT,
    watermark: null,
  } as const;
  return (await typesetting.pdf(order)).bytes;
}

describe("a speech as PDF", () => {
  it("EX-30 every line but the last is full, also before a last line of one character", async () => {
    const file = await readPdf(await make(clean(speech(paragraph("字".repeat(26 + 3 * 28 + 1))))));
    const lengths = file.pages[0]?.lines.map(({ text }) => text).filter((text) => text.includes("字"));
    expect(lengths?.map((text) => text.length)).toEqual([26, 28, 28, 28, 1]);
  });

  it("EX-30 a page of the GB/T 9704 layout has 22 lines of 28 characters at its margins", async () => {
    const file = await readPdf(await make(clean(speech(paragraph("字".repeat(3 * 22 * 28))))));
    expect(file.pages).toHaveLength(4);
    for (const { width, height, lines } of file.pages.slice(1, 3)) {
      expect([Math.round(width / POINTS_PER_MM), Math.round(height / POINTS_PER_MM)]).toEqual([210, 297]);
      const body = lines.filter(({ text: words }) => words.startsWith("字"));
      expect(body).toHaveLength(22);
      expect(new Set(body.map(({ text: words }) => words.length))).toEqual(new Set([28]));
      for (const { x, end, size } of body) {
        expect(size).toBe(16);
        expect(x).toBeCloseTo(28 * POINTS_PER_MM, 0);
        expect(end).toBeCloseTo((210 - 26) * POINTS_PER_MM, 0);
      }
      const pitches = body.slice(1).map(({ y }, index) => (body[index]?.y ?? 0) - y);
      for (const pitch of pitches) expect(pitch).toBeCloseTo(28.95, 2);
      // The first line's box begins at the upper margin, the last one's ends above the lower.
      const above = height - (body[0]?.y ?? 0) - 37 * POINTS_PER_MM;
      expect(above).toBeGreaterThan(14);
      expect(above).toBeLessThan(28.95);
      expect(body.at(-1)?.y).toBeGreaterThan(35 * POINTS_PER_MM);
    }
  });

  it("EX-30 page numbers stand 7 mm below the text, one character in from the outer edge", async () => {
    const file = await readPdf(await make(clean(speech(paragraph("字".repeat(2 * 22 * 28))))));
    const [odd, even] = file.pages.map(({ lines }) => lines.find(({ text: words }) => words.startsWith("—")));
    expect([odd?.text, even?.text]).toEqual(["— 1 —", "— 2 —"]);
    // A dash has air of its own on both sides, which readers count differently.
    expect(Math.abs((odd?.end ?? 0) - ((210 - 26) * POINTS_PER_MM - 14))).toBeLessThan(3);
    expect(Math.abs((even?.x ?? 0) - (28 * POINTS_PER_MM + 14))).toBeLessThan(3);
    // A digit is about seven tenths as high as the type.
    expect((odd?.y ?? 0) + 14 * 0.7).toBeCloseTo((35 - 7) * POINTS_PER_MM, -1);
    const meeting = await readPdf(await make(clean(speech(paragraph("字"))), "meeting"));
    const number = meeting.pages[0]?.lines.find(({ text: words }) => words === "1");
    expect(((number?.x ?? 0) + (number?.end ?? 0)) / 2).toBeCloseTo((210 / 2) * POINTS_PER_MM, 0);
  });

  it("EX-31 a whole speech has its words, numbers, bookmarks and tags, and says what its fonts stand for", async () => {
    const bytes = await make(clean(archivesSpeech.document), "gbt9704", archivesSpeech.title);
    const file = await readPdf(bytes);
    const words = pdfText(file).replaceAll(/\s/g, "");
    expect(words).toContain("让每一份档案都找得到、用得上");
    expect(file.pages[0]?.lines[0]?.size).toBe(22);
    expect(file.isTagged).toBe(true);
    expect(file.outline[0]).toContain("让每一份档案");
    expect(file.outline.filter((title) => /^ {2}[一二三]、/.test(title)).length).toBeGreaterThan(1);
    expect(file.outline.some((title) => /^ {4}（一）.*。$/.test(title))).toBe(true);
    expect(file.info).toMatchObject({ Title: archivesSpeech.title, Language: "zh-CN" });
    expect(String(file.info.Subject)).toContain("仿宋_GB2312以 ");
  });

  it("EX-30 a paragraph in which nothing stands is a line of the page, as in Word", async () => {
    const blank: DocumentNode = { type: "paragraph" };
    const file = await readPdf(await make(clean(speech(paragraph("前"), blank, blank, paragraph("后")))));
    const [before, after] =
      file.pages[0]?.lines.filter(({ text: words }) => /^[前后]$/.test(words.trim())) ?? [];
    expect((before?.y ?? 0) - (after?.y ?? 0)).toBeCloseTo(3 * 28.95, 1);
  });

  it("EX-31 what a tab keeps apart stays apart", async () => {
    const words = pdfText(await readPdf(await make(clean(speech(paragraph("2025年\t12\t34"))))));
    expect(words).toMatch(/2025年\s+12\s+34/);
  });

  it("EX-32 what looks like Typst's own code is text, and nothing is fetched or read", async () => {
    const hostile = [
      '#import "@preview/cetz:0.3.0": *',
      '#read("/etc/passwd")',
      "$ x^2 $ \\ \\u{41} @label <label> *粗* _斜_ `码` // 注 /* 注 */",
      "#panic(1) ]]}} #] #{1} = 标题 - 项 + 项 / 词: 义 ~ ---",
      '"\\"引号\\""',
    ];
    const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [paragraph(words)] });
    const document = speech(
      { type: "title", content: [text(hostile[0] ?? "")] },
      { type: "heading", attrs: { level: 1, runIn: false }, content: [text(hostile[1] ?? "")] },
      ...hostile.map(paragraph),
      { type: "quotation", content: hostile.map(paragraph) },
      { type: "table", content: [{ type: "tableRow", content: hostile.map(cell) }] },
    );
    const file = await readPdf(await make(clean(document), "gbt9704", hostile[1]));
    const words = pdfText(file).replaceAll(/\s/g, "");
    for (const line of hostile) expect(words).toContain(line.replaceAll(/\s/g, ""));
    expect(file.info.Title).toBe(hostile[1]);
    expect(words).not.toContain("root:");
  });

  it("EX-33 suggestions are shown struck and underlined with nothing left out, a clean copy has them accepted", async () => {
    const own = { id: "s".repeat(20), person: "p".repeat(20), at: 1 };
    const document = speech({
      type: "paragraph",
      content: [
        text("加强"),
        text("思想", { type: "deletion", attrs: { ...own, of: null } }),
        text("作风", { type: "insertion", attrs: { ...own, begins: null } }),
        text("建设"),
      ],
    });
    const marked = await readPdf(await make({ ...clean(document), kind: "marked" } as DocxContent));
    expect(pdfText(marked)).toContain("加强思想作风建设");
    // In whose ink it is stands above the first page, for who has a name there.
    const names = new Map([
      [own.person, "王建国"],
      ["x".repeat(20), "没有改动的人"],
    ]);
    const named = await make({ ...clean(document), kind: "marked", names } as DocxContent);
    expect((await readPdf(named)).pages[0]?.lines[0]?.text).toBe("王建国");
    expect(pdfText(await readPdf(named))).not.toContain("没有改动的人");
    expect(pdfText(await readPdf(await make({ ...clean(document), names } as DocxContent)))).not.toContain(
      "王建国",
    );
    expect(pdfText(await readPdf(await make(clean(document))))).toContain("加强作风建设");
    const comparison = await make({
      kind: "comparison",
      before: speech(paragraph("推动发展。"), paragraph("删去的一段。")),
      after: speech(paragraph("推进发展。")),
      at: AT,
    });
    const sheet = pdfText(await readPdf(comparison));
    expect(sheet).toContain("推动推进发展。");
    expect(sheet).toContain("删去的一段。");
  });

  it("EX-34 comments stand beside the text, which keeps its grid, none of them lost and none too small to read", async () => {
    for (const [count, beside] of [
      [6, 6],
      [40, 10],
    ] as const) {
      const threads = Array.from({ length: count }, (_, index) => thread(index));
      const words = threads.map(({ id }, index) =>
        text(`第${index}处`, { type: "comment", attrs: { thread: id } }),
      );
      const document = speech({ type: "paragraph", content: words });
      const file = await readPdf(await make({ ...clean(document), threads } as DocxContent));
      expect(file.pages[0]?.width).toBeCloseTo((210 + 75) * POINTS_PER_MM, 0);
      const all = pdfText(file).replaceAll(/\s/g, "");
      for (let index = 0; index < count; index += 1) expect(all).toContain(`第${index}条意见`);
      const lines = file.pages.flatMap((page, number) =>
        page.lines.filter(({ text: line }) => line.includes("条意见")).map((line) => ({ ...line, number })),
      );
      expect(lines.length).toBeGreaterThanOrEqual(count);
      const margin = lines.filter(({ number }) => number === 0);
      expect(margin.length).toBeGreaterThanOrEqual(beside);
      for (const { x, y, size } of margin) {
        expect(x).toBeGreaterThan(210 * POINTS_PER_MM);
        expect(y).toBeGreaterThan(0);
        expect(size).toBeGreaterThan(5.9);
      }
      // The others are behind the text, in their own size.
      for (const { number, size } of lines) if (number > 0) expect(size).toBeCloseTo(8.5, 1);
      const told = all.match(/另有(\d+)条批注见文末/)?.[1];
      expect(Number(told ?? 0)).toBe(lines.filter(({ number }) => number > 0).length);
    }
  });

  it("EX-36 a table whose cells overlap in the file that it came from is typeset all the same", async () => {
    const cell = (words: string, colspan = 1, rowspan = 1): DocumentNode => ({
      type: "tableCell",
      attrs: { colspan, rowspan },
      content: [paragraph(words)],
    });
    const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
    const document = speech({
      type: "table",
      content: [row(cell("甲"), cell("乙", 1, 9)), row(cell("丙", 5, 2), cell("丁")), row(cell("戊"))],
    });
    const words = pdfText(await readPdf(await make(clean(document))));
    for (const one of ["甲", "乙", "丙", "丁", "戊"]) expect(words).toContain(one);
  });

  it("EX-98 a list's numbers stand clear of their text, however long they are", async () => {
    const item = { type: "listItem", content: [paragraph("项")] };
    for (const start of [1, 98, 998, 999_999]) {
      const list = { type: "orderedList", attrs: { start, type: null }, content: [item, item, item] };
      const { pages } = await readPdf(await make(clean(speech(list))));
      const lines = pages[0]?.lines.map(({ text: words }) => words.replaceAll(/\s/g, "")) ?? [];
      expect(lines.slice(0, 3)).toEqual([0, 1, 2].map((index) => `${start + index}.项`));
    }
  });
});

function thread(index: number): Thread {
  const id = `thread${String(index).padStart(14, "0")}`;
  return {
    id,
    quote: "",
    resolved: null,
    comments: [
      {
        id: `comment${String(index).padStart(13, "0")}`,
        author: { id: "p".repeat(20), name: "核稿人" },
        body: `第${index}条意见`,
        deleted: false,
        createdAt: AT,
        reactions: [],
        mentions: [],
      },
    ],
  } as unknown as Thread; // what a paper shows of a thread
}
