/** Words without a place to break stay on the paper: in the text, in cells and in the reading copy. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { readingStyle } from "@/core/paper/reading-copy";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const POINTS_PER_MM = 72 / 25.4;
const WORDS = [
  "office-of-the-general-affairs@example-department.gov.cn",
  `${"x".repeat(300)}`,
  `${"1234567890".repeat(40)}`,
  "_".repeat(90),
  `目录${".".repeat(120)}1`,
  `目录${"…".repeat(60)}1`,
  ..."━★×●□■々".split("").map((sign) => sign.repeat(70)),
  ...'！。，、）”’（“《‘?&"'.split("").map((sign) => sign.repeat(70)),
  "It is a great honour to address this distinguished audience on its annual meeting.".replaceAll(
    " ",
    "\u00a0",
  ),
  "字\u202f".repeat(60),
  "a&b".repeat(40),
  "f(x)".repeat(40),
  "naïveté".repeat(12),
  ..."ぁッー々".split("").map((kana) => kana.repeat(80)),
  "￥5".repeat(50),
  "50％".repeat(40),
  "https://example.gov.cn/a/very/long/path/with/many/parts/and/a/word-that-is-long/index.html?one=two",
];
const CELLS = ["123,456,789.00", "name@example.gov.cn", "0755-12345678", "Telecommunications"];
const NARROW = [
  "12345",
  "123456",
  "1,234.5",
  "98.76%",
  "-12.3",
  "2019",
  "COVID19",
  "ＡＢＣ",
  "（12345）",
  "▲1234.5",
];

const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const row = (words: readonly string[]): DocumentNode => ({
  type: "tableRow",
  content: words.map((word) => ({ type: "tableCell", content: [paragraph(word)] })),
});
const speech: DocumentNode = {
  type: "doc",
  content: [
    ...WORDS.map((word) => paragraph(`请看${word}。`)),
    { type: "table", content: [row([...CELLS, ...CELLS]), row([...CELLS, ...CELLS].reverse())] },
    { type: "table", content: [row(NARROW)] },
    { type: "table", content: [row(["数", ...NARROW.slice(1)])] },
  ],
};

/** Everything between the paper's margins, and all words there, whatever lines they are on. */
async function expectOnPaper(bytes: Uint8Array, right: number): Promise<void> {
  const { pages } = await readPdf(bytes);
  for (const { width, lines } of pages) {
    for (const { text, end } of lines) {
      // Marks at a line's end may hang into the margin by half a character.
      expect(end, text.slice(0, 40)).toBeLessThan(width - right * POINTS_PER_MM + 14);
    }
  }
  const all = pages
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join("")
    .replaceAll(/\s/g, "");
  // Feet of pages may stand in between.
  const count = (text: string, letter: string) => text.split(letter).length;
  for (const letter of new Set(WORDS.join("").replaceAll(/\s/g, ""))) {
    expect(count(all, letter), letter).toBeGreaterThanOrEqual(count(WORDS.join(""), letter));
  }
  for (const letter of all) expect(letter).not.toBe("\u200b");
}

it("EX-93 long words, numbers and rows of dots break rather than leave the paper, and are whole in its text", async () => {
  const paper = paperPreset("gbt9704");
  const content = { kind: "clean", document: speech, names: new Map(), threads: [] } as const;
  const order = { format: "pdf", content, paper, numberingStyle: "nested", title: "", madeAt: 0 } as const;
  const { bytes } = await typesetting.pdf({ ...order, watermark: null });
  await expectOnPaper(bytes, paper.margins.right);
  // A line breaks at a blank, non-breaking though it is.
  expect((await readPdf(bytes)).pages.flatMap(({ lines }) => lines.map(({ text }) => text.trim()))).toContain(
    "请看It is a great honour to address this distinguished audience on",
  );
  // No cell's word reaches into the next cell: on one height no line begins before the last one ended.
  const { pages } = await readPdf(bytes);
  for (const { lines } of pages) {
    for (const [index, line] of lines.entries()) {
      const last = lines[index - 1];
      if (last !== undefined && Math.abs(last.y - line.y) < 0.5 && line.x > last.x) {
        expect(line.x, `${last.text}|${line.text}`).toBeGreaterThan(last.end - 0.5);
      }
    }
  }
});

it("EX-93 so do words of letters that no font here has, or that run from right to left", async () => {
  const words = [
    "مرحبا".repeat(20),
    "བོད".repeat(40),
    "ᠮᠣᠩᠭᠣᠯ".repeat(15),
    "ქართული".repeat(15),
    "\ue000".repeat(80),
  ];
  const document = { type: "doc", content: words.map((word) => paragraph(`请看${word}。`)) };
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const paper = paperPreset("gbt9704");
  const order = { format: "pdf", numberingStyle: "nested", title: "", madeAt: 0 } as const;
  const pdf = await typesetting.pdf({ ...order, content, paper, watermark: null });
  const copy = await typesetting.reading({ ...order, document, size: 26 });
  for (const [bytes, { margins }] of [
    [pdf.bytes, paper],
    [copy.bytes, readingStyle(26)],
  ] as const) {
    const { pages } = await readPdf(bytes);
    const ends = pages.flatMap(({ width, lines }) => lines.map(({ end }) => width - end));
    expect(Math.min(...ends)).toBeGreaterThan(margins.right * POINTS_PER_MM - 14);
  }
});

it("EX-93 a word stays whole where it fits in its cell, and a list in Latin letters breaks behind its marks", async () => {
  const terms = paragraph("其中GDP、CPI、PPI、PMI、IPO、ETF、LPR、MLF、SLF、RRR、M1、M2、FDI、ODI、R&D等。");
  const wide = row(["共计Telecommunications", "甲", "Telecommunications共计"]);
  const document: DocumentNode = { type: "doc", content: [terms, { type: "table", content: [wide] }] };
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const paper = paperPreset("gbt9704");
  const order = { format: "pdf", content, paper, numberingStyle: "nested", title: "", madeAt: 0 } as const;
  const { bytes } = await typesetting.pdf({ ...order, watermark: null });
  const { pages } = await readPdf(bytes);
  const lines = pages.flatMap(({ lines: all }) => all.map(({ text }) => text));
  expect(lines.join("\n").match(/Telecommunications/g)).toHaveLength(2);
  expect(lines[0]).toMatch(/、$/);
});

it("EX-93 so they do where they go on over several runs", async () => {
  const text = (words: string, ...types: string[]): DocumentNode => ({
    type: "text",
    text: words,
    ...(types.length > 0 && { marks: types.map((type) => ({ type })) }),
  });
  const glued =
    "It’s our nation’s duty that today’s meeting won’t fail the world’s people and it’s our wish.";
  const words = glued.replaceAll(" ", "\u00a0");
  const turns = (parts: readonly string[]): DocumentNode[] =>
    parts.map((part, index) => text(part, ...(index % 2 === 0 ? ["bold"] : [])));
  const lines = [
    [text(`请看${words}`)],
    turns(words.split(/(?<=\u00a0)/)),
    turns(["★".repeat(11), "★".repeat(11), "★".repeat(11)]),
    turns(["https://www.", "example.gov.cn-abcdefghij", "klmnopqrstuvwxyzabcdefghijk", "lmnopqrstuvwxyz"]),
    [text("★".repeat(40), "stress")],
    [text(`请看${words}`, "stress")],
  ];
  const document = { type: "doc", content: lines.map((content) => ({ type: "paragraph", content })) };
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const paper = paperPreset("gbt9704");
  const order = { numberingStyle: "nested", title: "", madeAt: 0 } as const;
  const pdf = await typesetting.pdf({ ...order, format: "pdf", content, paper, watermark: null });
  const copy = await typesetting.reading({ ...order, format: "pdf", document, size: 26 });
  const written = lines.map((line) => line.map((node) => node.text).join("")).join("");
  for (const [bytes, { margins, bodySize }] of [
    [pdf.bytes, paper],
    [copy.bytes, readingStyle(26)],
  ] as const) {
    const { pages } = await readPdf(bytes);
    const ends = pages.flatMap(({ width, lines: all }) => all.map(({ end }) => width - end));
    expect(Math.min(...ends)).toBeGreaterThan(margins.right * POINTS_PER_MM - 14);
    const read = pages.flatMap(({ lines: all }) => all).filter(({ size }) => size === bodySize);
    const plain = (one: string) => one.replaceAll(/\s/g, "");
    expect(plain(read.map(({ text: one }) => one).join(""))).toBe(plain(written));
  }
});

it("EX-93 a word of thousands of runs takes no time of anybody else's", async () => {
  const content = Array.from({ length: 4000 }, (_, index) => ({
    type: "text",
    text: "abcde",
    ...(index % 2 === 0 && { marks: [{ type: "bold" }] }),
  }));
  const document = { type: "doc", content: [{ type: "paragraph", content }] };
  const order = { numberingStyle: "nested", title: "", madeAt: 0, format: "pdf" } as const;
  const clean = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const paper = paperPreset("gbt9704");
  // What takes too long is given up.
  await typesetting.pdf({ ...order, content: clean, paper, watermark: null });
  await typesetting.reading({ ...order, document, size: 22 });
}, 60_000);

it("EX-93 so they do in the reading copy", async () => {
  const order = { format: "pdf", document: speech, size: 26, numberingStyle: "nested" } as const;
  const { bytes } = await typesetting.reading({ ...order, title: "", madeAt: 0 });
  await expectOnPaper(bytes, readingStyle(26).margins.right);
}, 60_000);
