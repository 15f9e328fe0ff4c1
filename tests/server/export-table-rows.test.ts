/** Rows of a table on the pages of a PDF: whole, as Word keeps them. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const cell = (text: string, attrs = {}): DocumentNode => ({
  type: "tableCell",
  attrs,
  content: text.split("\n").map(paragraph),
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
const table = (...content: DocumentNode[]): DocumentNode => ({ type: "table", content });
const head = row(
  { type: "tableHeader", content: [paragraph("头")] },
  { type: "tableHeader", content: [paragraph("目")] },
);

/** The lines of each page, without its number. */
async function pagesOf(...content: DocumentNode[]) {
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document: { type: "doc", content }, names: new Map(), threads: [] },
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const { pages } = await readPdf(bytes);
  return pages.map(({ lines }) => lines.filter(({ text }) => !text.startsWith("—")));
}

const wordsOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text).join("");
const lined = (sign: string, lines: number) => Array(lines).fill(sign).join("\n");

it("EX-96 a row that finds no room on a page stands on the next one, under the table's head", async () => {
  const rows = [..."甲乙丙丁戊己庚"].map((sign) => row(cell(lined(sign, 9)), cell("一")));
  const pages = await pagesOf(table(head, ...rows));
  expect(pages.length).toBeGreaterThan(1);
  for (const sign of "甲乙丙丁戊己庚") {
    expect(pages.filter((lines) => wordsOf(lines).includes(sign))).toHaveLength(1);
  }
  for (const lines of pages) expect(wordsOf(lines)).toMatch(/^头 ?目/);
});

it("EX-96 so it does beside a name that stands for several rows", async () => {
  const rows = [..."甲乙丙丁戊己庚"].map((sign, at) =>
    at === 0 ? row(cell("办", { rowspan: 7 }), cell(lined(sign, 9))) : row(cell(lined(sign, 9))),
  );
  const pages = await pagesOf(table(head, ...rows));
  expect(pages.length).toBeGreaterThan(1);
  for (const sign of "办甲乙丙丁戊己庚") {
    expect(pages.filter((lines) => wordsOf(lines).includes(sign))).toHaveLength(1);
  }
});

it("EX-96 one that no page holds goes on over pages, as do cells over several rows, and no word is lost", async () => {
  const tall = row(cell(lined("长", 90)), cell("一"));
  const joined = [
    row(cell(lined("跨", 60), { rowspan: 3 }), cell(lined("子", 9))),
    row(cell(lined("丑", 9))),
    row(cell(lined("寅", 9))),
  ];
  for (const before of [[], [head]]) {
    const words = wordsOf(
      (await pagesOf(table(...before, row(cell("前"), cell("二")), tall, ...joined))).flat(),
    );
    for (const [sign, times] of [
      ["长", 90],
      ["跨", 60],
      ["子", 9],
      ["丑", 9],
      ["寅", 9],
    ] as const) {
      expect(
        [...words].filter((letter) => letter === sign),
        sign,
      ).toHaveLength(times);
    }
  }
});

it("EX-96 an empty line keeps a table apart from the text or the table behind it, as in Word", async () => {
  const [lines = []] = await pagesOf(table(row(cell("表"))), table(row(cell("格"))), paragraph("文"));
  const [first, second, text] = ["表", "格", "文"].map(
    (sign) => lines.find(({ text: words }) => words === sign)?.y ?? 0,
  );
  const line = paperPreset("gbt9704").tableSize * 1.3;
  expect((first ?? 0) - (second ?? 0)).toBeCloseTo(2 * line + 4, 0);
  expect((second ?? 0) - (text ?? 0)).toBeGreaterThan(line + 14);
});
