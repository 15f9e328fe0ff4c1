/** Quotation marks, apostrophes and dashes, which Chinese and Latin text share, in the face of their text. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { latinSigns } from "@/server/export/latin-signs";
import { createTypesetting, fillOrder } from "../helpers/checked-exports";
import { DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const CHINESE = "他说“It’s time”，而不是‘rock’n’roll’——R&D……";
const ENGLISH = "It’s “open”—now… ‘yes’";
const document: DocumentNode = { type: "doc", content: [paragraph(ENGLISH), paragraph(CHINESE)] };
const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
const order = {
  content,
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "",
  madeAt: 0,
} as const;

it("EX-97 an apostrophe within a word is Latin, and so is every sign of a line without Chinese", () => {
  expect(latinSigns(ENGLISH)).toEqual({ all: true, at: new Set() });
  expect(latinSigns("a\t“b”")).toMatchObject({ all: true });
  const { all, at } = latinSigns(CHINESE);
  expect(all).toBe(false);
  expect([...at].map((offset) => CHINESE.slice(offset - 1, offset + 2))).toEqual(["t’s", "k’n", "n’r"]);
  // Marks alone are Chinese ones, as is what Chinese marks are in.
  for (const words of ["——", "……", "“2026”", "“GDP”，", "“ひらがな”"]) {
    expect(latinSigns(words), words).toEqual({ all: false, at: new Set() });
  }
});

it("EX-97 so they are in the Word file, whose runs of Chinese hint at their face", () => {
  const file = new DocxReader(fillOrder({ ...order, format: "docx", watermark: null }));
  const runs = file.all("word/document.xml", "r").map((run) => ({
    words: run.textContent,
    hint: run.getElementsByTagName("w:rFonts")[0]?.getAttribute("w:hint") ?? null,
  }));
  expect(runs).toEqual([
    { words: ENGLISH, hint: null },
    ...["他说“It", "’", "s time”，而不是‘rock", "’", "n", "’", "roll’——R&D……"].map((words) => ({
      words,
      hint: words === "’" ? null : "eastAsia",
    })),
  ]);
});

it("EX-97 so they are in the PDF and in the reading copy, and the text is as it was written", async () => {
  const reading = {
    format: "pdf",
    document,
    size: 18,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
  } as const;
  const pdf = await readPdf((await typesetting.pdf({ ...order, format: "pdf", watermark: null })).bytes);
  const copy = await readPdf((await typesetting.reading(reading)).bytes);
  for (const { pages } of [pdf, copy]) {
    const [english, ...rest] = pages[0]?.lines ?? [];
    expect(english?.text).toBe(ENGLISH);
    // With full-width signs it would take 16 characters.
    expect((english?.end ?? 0) - (english?.x ?? 0)).toBeLessThan(12 * (english?.size ?? 0));
    expect(rest.map(({ text }) => text).join("")).toContain(CHINESE);
  }
});

it("EX-97 quotation marks of Chinese are as wide as a character in every face, 楷体 too", async () => {
  const words = "字“‘字’”字";
  const document: DocumentNode = {
    type: "doc",
    content: [
      { type: "byline", content: [{ type: "text", text: words }] },
      { type: "quotation", content: [paragraph(words)] },
      { type: "heading", attrs: { level: 1, runIn: false }, content: [{ type: "text", text: words }] },
      paragraph(words),
    ],
  };
  const shared = { ...order, paper: paperPreset("meeting"), format: "pdf", watermark: null } as const;
  const pdf = await readPdf((await typesetting.pdf({ ...shared, content: { ...content, document } })).bytes);
  const reading = { ...shared, document, size: 18 } as const;
  const copy = await readPdf((await typesetting.reading(reading)).bytes);
  for (const { pages } of [pdf, copy]) {
    const lines = pages[0]?.lines.filter(({ text }) => text.includes(words)) ?? [];
    expect(lines).toHaveLength(4);
    for (const { text, x, end, size } of lines) {
      // Two marks side by side may take half a character less each.
      expect((end - x) / size, text).toBeGreaterThan(text.length - 1.1);
    }
  }
});

it("EX-97 so they are in what is said beside the text", async () => {
  const comment = {
    id: `comment${"0".repeat(13)}`,
    author: { id: "p".repeat(20), name: "核稿人" },
    body: ENGLISH,
    deleted: false,
    createdAt: 0,
  };
  const threads = [{ id: `thread${"0".repeat(14)}`, quote: "", resolved: null, comments: [comment] }];
  const marked = { ...content, kind: "marked", threads: threads as unknown as Thread[] } as const; // what a paper shows of it
  const made = await typesetting.pdf({ ...order, content: marked, format: "pdf", watermark: null });
  const { pages } = await readPdf(made.bytes);
  const said = pages[0]?.lines.filter(({ text, size }) => text === ENGLISH && size < 10) ?? [];
  expect(said).toHaveLength(1);
  for (const { x, end, size } of said) expect(end - x).toBeLessThan(12 * size);
});

it("EX-30 in the PDF two digits take the room of one character, with no blank beside them", async () => {
  const document: DocumentNode = { type: "doc", content: [paragraph("第12字".repeat(3 * 28))] };
  const { bytes } = await typesetting.pdf({
    ...order,
    format: "pdf",
    content: { ...content, document },
    watermark: null,
  });
  const lines = (await readPdf(bytes)).pages[0]?.lines.filter(({ size }) => size === 16) ?? [];
  // The first line begins two characters in, the last one isn't full.
  const full = lines.slice(1, -1).map(({ text }) => text.replaceAll("12", "二").length);
  expect(full.length).toBeGreaterThan(5);
  expect(new Set(full)).toEqual(new Set([28]));
});
