/** How wide a table's columns are, in Word and PDF. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { mayBeTall } from "@/server/export/pdf/tall-cells";
import { columnShares } from "@/server/export/table-columns";
import { createTypesetting, fillOrder } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const paper = paperPreset("gbt9704");
const cell = (type: string, text: string, attrs = {}): DocumentNode => ({
  type,
  attrs,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const table = (...rows: readonly (readonly string[])[]): DocumentNode => ({
  type: "table",
  content: rows.map((texts, index) => ({
    type: "tableRow",
    content: texts.map((text) => cell(index === 0 ? "tableHeader" : "tableCell", text)),
  })),
});
const PLAN = table(
  ["序号", "事项", "牵头单位", "完成时限"],
  ["12", "把六座病险水库的溢洪道和放水设施逐一查清，该修的修，该换的换", "水利局", "2026年10月31日"],
);
const order = (document: DocumentNode, layout = paper) => ({
  content: { kind: "clean", document, names: new Map(), threads: [] } as const,
  ...({ paper: layout, numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const),
});

it("EX-106 columns are alike where all of them hold their words, else the long ones get what the others leave", () => {
  expect(columnShares(table(["姓名", "职务"], ["周文清", "市长"]), paper)).toEqual([1 / 2, 1 / 2]);
  const [serial = 0, matter = 0, who = 0, when = 0] = columnShares(PLAN, paper);
  expect(serial).toBeLessThan(who);
  expect(who).toBeLessThan(when);
  expect(matter).toBeGreaterThan(1 / 3);
  expect(serial + matter + who + when).toBeCloseTo(1);
  // Two long ones, and one that is far longer.
  const [long = 0, longer = 0] = columnShares(
    table(["甲", "乙"], ["长".repeat(40), "长".repeat(900)]),
    paper,
  );
  expect(longer / long).toBeCloseTo(3);
  // A cell over both columns says nothing of either.
  const over = cell("tableCell", "长".repeat(60), { colspan: 2 });
  const merged = { type: "table", content: [{ type: "tableRow", content: [over] }] };
  expect(columnShares(merged, paper)).toEqual([1 / 2, 1 / 2]);
});

it("EX-106 a date or a number is whole in them, in Word as in the PDF", async (context) => {
  const document = { type: "doc", content: [PLAN] };
  const { bytes } = await typesetting.pdf({ ...order(document), format: "pdf" });
  const lines = (await readPdf(bytes)).pages.flatMap((page) => page.lines.map(({ text }) => text));
  expect(lines.some((text) => text.replaceAll(" ", "").includes("2026年10月31日"))).toBe(true);
  const docx = fillOrder({ ...order(document), format: "docx" });
  await expectValidDocx(context, docx);
  const widths = (name: string) =>
    new DocxReader(docx).all("word/document.xml", name).map((element) => Number(element.getAttribute("w:w")));
  const twips = columnShares(PLAN, paper).map((share) => Math.floor(8844 * share));
  expect(widths("gridCol")).toEqual(twips);
  expect(widths("tcW")).toEqual([...twips, ...twips]);
});

/** Its tables have the size of its text, and so the space between that text's characters. */
const spaced = (characterSpacing: number): PaperStyle => ({ ...paper, tableSize: 16, characterSpacing });

it("EX-106 so it is where a layout spaces the characters of its tables", async () => {
  const date = "2026年11月28日";
  const plan = table(["事项", "时限"], ["长".repeat(60), date]);
  const document = { type: "doc", content: [plan] };
  const { bytes } = await typesetting.pdf({ ...order(document, spaced(1)), format: "pdf" });
  const lines = (await readPdf(bytes)).pages.flatMap((page) => page.lines.map(({ text }) => text));
  expect(lines.some((text) => text.replaceAll(" ", "").includes(date))).toBe(true);
  // Nothing is added to the type of another size.
  const small = (characterSpacing: number) =>
    columnShares(plan, { ...spaced(characterSpacing), tableSize: 12 });
  expect(small(4)).toEqual(small(0));
});

it("EX-96 a cell that spaced characters make taller than a page is measured", () => {
  const full = { columns: 2, share: 1 / 2 };
  const tall = cell("tableCell", "长".repeat(110));
  const isMeasured = (characterSpacing: number) => mayBeTall(tall, spaced(characterSpacing), full);
  expect([isMeasured(0), isMeasured(4)]).toEqual([false, true]);
});
