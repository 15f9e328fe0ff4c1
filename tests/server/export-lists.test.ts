/** How far in the items of lists stand, in the PDF as in the Word file. */
import { afterAll, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const TWIPS_PER_POINT = 20;
const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: words === "" ? [] : [{ type: "text", text: words }],
});
const item = (words: string, ...within: DocumentNode[]): DocumentNode => ({
  type: "listItem",
  content: [paragraph(words), ...within],
});
const list = (type: "bulletList" | "orderedList", ...content: DocumentNode[]): DocumentNode => ({
  type,
  content,
});

it("EX-98 a list within a list begins under the other's text, as in the Word file", async () => {
  const document: DocumentNode = {
    type: "doc",
    content: [
      list("orderedList", item("甲", list("bulletList", item("乙", list("bulletList", item("丙")))))),
    ],
  };
  const paper = paperPreset("gbt9704");
  const shared = { document, names: new Map(), threads: [] } as const;
  const order = { paper, numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const;
  const { bytes } = await typesetting.pdf({ ...order, format: "pdf", content: { kind: "clean", ...shared } });
  const [page] = (await readPdf(bytes)).pages;
  const begins = (page?.lines ?? []).filter(({ text }) => /[甲乙丙]/.test(text)).map(({ x }) => x);
  expect(begins).toHaveLength(3);
  const file = new DocxReader(writeDocx({ ...order, ...shared, words: { deletedComment: "" } }));
  const levels = file.all("word/numbering.xml", "ind").slice(0, 3);
  for (const [level, indent] of levels.entries()) {
    const left = Number(attribute(indent, "left")) - Number(attribute(indent, "hanging"));
    const fromMargin = (begins[level] ?? 0) - (paper.margins.left * 72) / 25.4;
    // Word's characters are those of the type, the PDF's those of the grid.
    expect(Math.abs(fromMargin - left / TWIPS_PER_POINT)).toBeLessThan(4);
  }
});

const cell = (...content: DocumentNode[]): DocumentNode => ({ type: "tableCell", content });
const table = (...cells: DocumentNode[]): DocumentNode => ({
  type: "table",
  content: [{ type: "tableRow", content: cells }],
});
const NESTED = list(
  "bulletList",
  item(
    "甲",
    list("orderedList", item("乙", list("bulletList", item("丙")), paragraph("乙续"))),
    paragraph("甲续"),
  ),
);

/** Where each line's words begin, points from the left of what it stands in. */
async function begins(document: DocumentNode, edge: number): Promise<ReadonlyMap<string, number>> {
  const order = { paper: paperPreset("gbt9704"), numberingStyle: "nested", title: "", madeAt: 0 } as const;
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const { bytes } = await typesetting.pdf({ ...order, content, watermark: null, format: "pdf" });
  const lines = (await readPdf(bytes)).pages.flatMap((page) => page.lines);
  return new Map(lines.map(({ text, x }) => [text.replace(/^\S+ /, ""), x - edge]));
}

const wordFile = (document: DocumentNode) =>
  writeDocx({
    ...{ document, names: new Map(), threads: [], paper: paperPreset("gbt9704"), numberingStyle: "nested" },
    ...{ title: "", madeAt: 0, watermark: null, words: { deletedComment: "" } },
  });

it("EX-98 what goes on in an item stands under its text, in both, and is the item's when it is read again", async (context) => {
  const document: DocumentNode = { type: "doc", content: [NESTED, paragraph("正文")] };
  const bytes = wordFile(document);
  await expectValidDocx(context, bytes);
  const lines = await begins(document, (28 * 72) / 25.4);
  const indents = new DocxReader(bytes)
    .all("word/document.xml", "ind")
    .map((indent) => attribute(indent, "left"));
  // The style has the first level's.
  expect(indents).toEqual([String(6 * 16 * TWIPS_PER_POINT)]);
  expect(lines.get("乙续")).toBeCloseTo(6 * 15.8, 0);
  expect(lines.get("甲续")).toBeCloseTo(4 * 15.8, 0);
  const schema = documentSchema();
  expect(readDocx(bytes).document).toEqual(schema.nodeFromJSON(document).toJSON());
});

it("EX-98 a list in a cell has the table's type and begins at the cell's edge, in both", async (context) => {
  const document: DocumentNode = {
    type: "doc",
    content: [
      table(cell(NESTED, paragraph("格")), cell(list("orderedList", item(""), item("丁")))),
      table(
        ...Array.from({ length: 9 }, (_, at) =>
          cell(at === 0 ? list("bulletList", item("戊")) : paragraph("己")),
        ),
      ),
    ],
  };
  const bytes = wordFile(document);
  await expectValidDocx(context, bytes);
  const file = new DocxReader(bytes);
  const styles = file.all("word/document.xml", "pStyle").map((style) => attribute(style, "val"));
  expect(new Set(styles)).toEqual(new Set(["TableText"]));
  // 14 points in the first table, 9.5 in the second; each with levels of its own behind the text's.
  const lefts = file.all("word/numbering.xml", "abstractNum").map((levels) => {
    const [first, second] = [...levels.getElementsByTagName("w:ind")].map((indent) =>
      indent.getAttribute("w:left"),
    );
    return [Number(first) / TWIPS_PER_POINT, Number(second) / TWIPS_PER_POINT];
  });
  expect(lefts).toEqual([
    [64, 96],
    [64, 96],
    [28, 56],
    [28, 56],
    [19, 38],
    [19, 38],
  ]);
  const lines = await begins(document, (28 * 72) / 25.4 + 5.4);
  expect(lines.get("甲续")).toBeCloseTo(28, 0);
  expect(lines.get("乙续")).toBeCloseTo(56, 0);
  expect(lines.get("格")).toBeCloseTo(0, 0);
  expect(readDocx(bytes).document).toEqual(documentSchema().nodeFromJSON(document).toJSON());
});

it("EX-122 a list that begins with a long number has it in a PDF, and its Word file can be opened", async (context) => {
  const begun = (start: number) => ({ ...list("orderedList", item("甲")), attrs: { start, type: null } });
  const document: DocumentNode = { type: "doc", content: [begun(20261129), begun(13800138000), begun(7)] };
  const paper = paperPreset("gbt9704");
  const order = { paper, numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const;
  const content = { kind: "clean", document, names: new Map(), threads: [] } as const;
  const { bytes } = await typesetting.pdf({ ...order, format: "pdf", content });
  const text = pdfText(await readPdf(bytes));
  for (const number of ["20261129.", "13800138000.", "7."]) expect(text).toContain(number);
  const words = { deletedComment: "" };
  const file = writeDocx({ ...order, document, names: new Map(), threads: [], words });
  const starts = new DocxReader(file).all("word/numbering.xml", "startOverride");
  expect(starts.map((start) => attribute(start, "val"))).toEqual(["32767", "32767", "7"]);
  await expectValidDocx(context, file);
});
