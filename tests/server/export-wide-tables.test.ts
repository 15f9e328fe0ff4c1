/** Tables of many columns, in Word and PDF. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { tableTextSize } from "@/server/export/table-size";
import { createTypesetting, fillOrder } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paper = paperPreset("gbt9704");
const row = (type: string, words: readonly string[]): DocumentNode => ({
  type: "tableRow",
  content: words.map((text) => ({
    type,
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  })),
});
function order(columns: number, number: string) {
  const heads = Array.from({ length: columns }, (_, index) => String(2010 + index));
  const rows = [row("tableHeader", heads), row("tableCell", Array(columns).fill(number))];
  const document = { type: "doc", content: [{ type: "table", content: rows }] };
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  return { content, paper, numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const;
}

it("EX-99 a table of eight columns or more has smaller type, in which its numbers stay whole", async () => {
  for (const [columns, number] of [
    [7, "123456"],
    [8, "1234567"],
    [10, "1234567"],
  ] as const) {
    const { bytes } = await typesetting.pdf({ ...order(columns, number), format: "pdf" });
    const lines = (await readPdf(bytes)).pages.flatMap(({ lines: all }) => all);
    const cells = lines.filter(({ text }) => text.includes(number));
    expect(cells.map(({ text }) => text.replaceAll(/\s/g, "")).join("")).toBe(number.repeat(columns));
    expect(cells[0]?.size).toBe(tableTextSize(paper, columns));
  }
  expect([1, 7, 8, 10, 30].map((columns) => tableTextSize(paper, columns))).toEqual([14, 14, 11, 9, 9]);
  // An office's own layout may have smaller tables already.
  expect(tableTextSize({ ...paper, tableSize: 8 }, 30)).toBe(8);
});

it("EX-99 so it has in the Word file, which is valid", async (context) => {
  for (const [columns, sizes] of [
    [7, []],
    [8, ["22"]],
  ] as const) {
    const bytes = fillOrder({ ...order(columns, "1234567"), format: "docx" });
    await expectValidDocx(context, bytes);
    const written = new DocxReader(bytes).all("word/document.xml", "sz");
    expect([...new Set(written.map((size) => size.getAttribute("w:val")))]).toEqual(sizes);
  }
});
