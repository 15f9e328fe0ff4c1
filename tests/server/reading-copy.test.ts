/** The reading copy as PDF and Word file, read back by independent readers. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { READING_SIZES, type ReadingSize } from "@/core/paper/reading-copy";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { createTypesetting } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";
import { type PdfFile, pdfText, readPdf } from "../helpers/pdf-reader";

const POINTS_PER_MM = 72 / 25.4;
const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

async function make(
  document: DocumentNode,
  format: "pdf" | "docx",
  size: ReadingSize = 26,
): Promise<Uint8Array> {
  const order = { format, document, size, numberingStyle: "nested", title: "讲话", madeAt: 0 } as const;
  return (await typesetting.reading(order)).bytes;
}

const text = (words: string, ...marks: NonNullable<DocumentNode["marks"]>): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const MARKED: DocumentNode = {
  type: "doc",
  content: [
    paragraph(
      text("在"),
      text("重", { type: "pinyin", attrs: { reading: "chóng" } }),
      text("庆", { type: "pinyin", attrs: { reading: "qìng" } }),
      { type: "cue", attrs: { kind: "pause" } },
      text("抓落实", { type: "stress" }),
      text("。"),
      { type: "cue", attrs: { kind: "applause" } },
    ),
  ],
};

/** What is read on a page, without its foot. */
const readOn = ({ lines }: PdfFile["pages"][number]): string =>
  lines
    .filter(({ text: words, y }) => y > 99 * POINTS_PER_MM && !words.startsWith("接："))
    .map(({ text: words }) => words)
    .join("");

// Two long copies, measured sentence by sentence, on a machine that does other things too.
describe("a reading copy", { timeout: 120_000 }, () => {
  it("RC-11 no page ends within a sentence, the lower third is blank, and the foot has the next page's words", async () => {
    // Rows of a table are no sentences.
    const content = (archivesSpeech.document.content ?? []).filter(({ type }) => type !== "table");
    for (const size of READING_SIZES.slice(-1)) {
      const { pages } = await readPdf(await make({ type: "doc", content }, "pdf", size));
      expect(pages.length).toBeGreaterThan(20);
      for (const [index, page] of pages.entries()) {
        const read = readOn(page);
        expect(read, `page ${index + 1}`).toMatch(/[。！？：；…”」）]$/);
        const low = page.lines.filter(({ y }) => y < 99 * POINTS_PER_MM);
        const foot = low.map(({ text: words }) => words);
        expect(foot.at(-1)).toBe(`${index + 1} / ${pages.length}`);
        const next = pages[index + 1];
        if (next === undefined) expect(foot).toHaveLength(1);
        else {
          const shown = (foot[0] ?? "").replace(/^接：/, "").replace(/…+$/, "");
          expect(shown.length).toBeGreaterThan(1);
          expect(readOn(next).replaceAll(/\s/g, "").startsWith(shown.replaceAll(/\s/g, ""))).toBe(true);
        }
      }
    }
  });

  it("RC-12 every size of type is what it says", async () => {
    for (const size of READING_SIZES) {
      const { pages } = await readPdf(
        await make({ type: "doc", content: [paragraph(text("抓落实。"))] }, "pdf", size),
      );
      expect(pages[0]?.lines[0]).toMatchObject({ text: "抓落实。", size });
    }
  });

  it("RC-13 pinyin stands above its character, cues and stress are printed, only here", async () => {
    const { pages } = await readPdf(await make(MARKED, "pdf"));
    const all = pages[0]?.lines ?? [];
    const reading = all.find(({ text: words }) => words.includes("chóng"));
    const letter = all.find(({ text: words }) => words.includes("重"));
    expect(reading?.size).toBeLessThan(14);
    expect(reading?.y).toBeGreaterThan((letter?.y ?? 0) + 26 * 0.7);
    expect(pdfText({ pages } as PdfFile)).toContain("（掌声）");
    expect(pdfText({ pages } as PdfFile)).toContain("／");
  });

  it("RC-14 the Word file is valid, has real ruby and a page of its own for each page", async (context) => {
    const bytes = await make(MARKED, "docx");
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const rubies = file.all("word/document.xml", "ruby").map((ruby) => ({
      above: ruby.getElementsByTagName("w:rt")[0]?.textContent,
      base: ruby.getElementsByTagName("w:rubyBase")[0]?.textContent,
    }));
    expect(rubies).toEqual([
      { above: "chóng", base: "重" },
      { above: "qìng", base: "庆" },
    ]);
    expect(file.all("word/document.xml", "em")).toHaveLength(1);
    const looks = file.all("word/document.xml", "r").map((run) => ({
      words: run.textContent,
      colour: run.getElementsByTagName("w:color")[0]?.getAttribute("w:val"),
      size: Number(run.getElementsByTagName("w:sz")[0]?.getAttribute("w:val")),
    }));
    // A cue isn't taken for words of the speech.
    expect(looks.find(({ words }) => words === "（掌声）")).toMatchObject({ colour: "8A2B1D", size: 32 });
    expect(looks.find(({ words }) => words === "／")).toMatchObject({ colour: "8A2B1D", size: 52 });
    expect(looks.find(({ words }) => words === "抓落实")).toMatchObject({ colour: undefined, size: 52 });
    const whole = await make(archivesSpeech.document, "docx");
    await expectValidDocx(context, whole);
    const long = new DocxReader(whole);
    const breaks = long.all("word/document.xml", "pageBreakBefore").length;
    expect(breaks).toBeGreaterThan(20);
    expect(long.all("word/document.xml", "framePr")).toHaveLength(breaks);
  });

  it("RC-11 one paragraph of 30,000 characters is cut into pages before colleagues notice", async () => {
    // Measured as a whole for each page, it took half a minute.
    const quick = createTypesetting({ fontDir: undefined, limitMs: () => 15_000 });
    const document = { type: "doc", content: [paragraph(text("我们要抓好落实工作。".repeat(3000)))] };
    const order = {
      format: "pdf",
      document,
      size: 26,
      numberingStyle: "nested",
      title: "",
      madeAt: 0,
    } as const;
    const { pages } = await readPdf((await quick.reading(order)).bytes);
    for (const page of pages) expect(readOn(page)).toMatch(/^(我们要抓好落实工作。)+$/);
    expect(pages.map(readOn).join("")).toHaveLength(30_000);
    const endless = { type: "doc", content: [paragraph(text("我们要抓好落实，".repeat(3000)))] };
    await quick.reading({ ...order, document: endless });
    await quick.close();
  });

  it("RC-19 a title stays with its name, date and salutation, however long the first sentence is", async () => {
    const line = (type: string, words: string): DocumentNode => ({ type, content: [text(words)] });
    const titleBlock = [
      line("title", "在全市水库除险加固和河湖长制工作推进会议上的讲话"),
      line("byline", "周文清"),
      line("dateLine", "（2026年11月28日）"),
      line("salutation", "同志们："),
    ];
    for (const length of [60, 100, 120, 140, 200]) {
      const first = paragraph(text(`${"讲话内容".repeat(length / 4)}。`));
      for (const before of [0, 2, 5, 7]) {
        const lines = Array.from({ length: before }, () => paragraph(text("一行。")));
        const document = { type: "doc", content: [...lines, ...titleBlock, first] };
        const { pages } = await readPdf(await make(document, "pdf"));
        const page = pages.map(readOn).find((words) => words.includes("在全市")) ?? "";
        expect(page, `${length}, ${before}`).toMatch(/在全市.*讲话.*周文清（2026年11月28日）同志们：/);
      }
    }
  });

  const CLAUSE = "各县市区和有关部门要按照统一部署扎实推进工作，";
  const onPages = async (...content: DocumentNode[]): Promise<readonly string[]> =>
    (await readPdf(await make({ type: "doc", content }, "pdf"))).pages.map(readOn);

  it("RC-10 a sentence that fills nearly a page goes to the next one as a whole", async () => {
    const whole = `${CLAUSE.repeat(6)}完。`;
    const before = [paragraph(text("一行。")), paragraph(text("再一行。"))];
    expect(await onPages(...before, paragraph(text(whole)))).toEqual(["一行。再一行。", whole]);
    expect(await onPages(...before, paragraph(text(`先说一句。${whole}`)))).toEqual([
      "一行。再一行。先说一句。",
      whole,
    ]);
  });

  it("RC-10 one that is longer than a page, in letters or by its pinyin, goes on behind a clause", async () => {
    const all = `${CLAUSE.repeat(20)}完。`;
    const pages = await onPages(paragraph(text("一行。")), paragraph(text(all)));
    expect(pages.join("")).toBe(`一行。${all}`);
    for (const page of pages) expect(page).toMatch(/[，。]$/);

    const letters = [...CLAUSE.repeat(5)].map((letter) =>
      letter === "，" ? text(letter) : text(letter, { type: "pinyin", attrs: { reading: "zhuāng" } }),
    );
    const document = {
      type: "doc",
      content: [paragraph(text("一行。")), paragraph(...letters, text("完。"))],
    };
    const read = (await readPdf(await make(document, "pdf"))).pages;
    for (const page of read.slice(0, -1)) {
      expect(page.lines.some(({ text: words }) => words.startsWith("接："))).toBe(true);
      expect(readOn(page)).toMatch(/[，。]$/);
    }
  });

  it("RC-10 lines that are broken by hand within a paragraph stay whole, and each page says what follows", async () => {
    const lines = Array.from({ length: 25 }, (_, index) => `春风又绿江南岸${index + 10}`);
    const broken = lines.flatMap((line) => [text(line), { type: "hardBreak" }]);
    const { pages } = await readPdf(await make({ type: "doc", content: [paragraph(...broken)] }, "pdf"));
    expect(pages.map(readOn).join("")).toBe(lines.join(""));
    for (const page of pages.slice(0, -1)) {
      expect(readOn(page)).toMatch(/岸\d\d$/);
      expect(page.lines.some(({ text: words }) => /^接：春风又绿江南岸/.test(words))).toBe(true);
    }
    // In Word a break at a page's end would be an empty line.
    const file = new DocxReader(await make({ type: "doc", content: [paragraph(...broken)] }, "docx"));
    const ends = file
      .all("word/document.xml", "p")
      .filter(({ textContent }) => textContent?.includes("春风"));
    expect(ends.length).toBeGreaterThan(3);
    for (const line of ends.slice(0, -1)) {
      const last = [...line.getElementsByTagName("w:r")].at(-1);
      expect(last?.getElementsByTagName("w:br")).toHaveLength(0);
    }
  });

  it("RC-10 a sentence longer than a page, and a speech without text, are set all the same", async () => {
    const words = "没有标点".repeat(300);
    const file = await readPdf(await make({ type: "doc", content: [paragraph(text(words))] }, "pdf"));
    const read = file.pages.map(readOn).join("");
    expect(read).toBe(words);
    expect(
      (await readPdf(await make({ type: "doc", content: [{ type: "paragraph" }] }, "pdf"))).pages,
    ).toHaveLength(1);
  });
});
