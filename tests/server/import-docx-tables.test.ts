/** Words of a Word file's tables that no cell shows. */
import { expect, it } from "vitest";
import { cellsOf, importWord } from "../helpers/imported-lines";
import { p } from "../helpers/word-file";

const cell = (inner: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const row = (...inner: string[]) => `<w:tr>${inner.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const told = (body: string) =>
  importWord({ body }).findings.map(({ kind, where }) => `${kind} ${where.join("|")}`);

it("IM-16 what Word hides in a cell that goes on from above is told, once", () => {
  const body = table(
    row(cell(p("甲"), '<w:vMerge w:val="restart"/>'), cell(p("1"))),
    row(cell(p("藏一") + p("藏二"), "<w:vMerge/>"), cell(p("2"))),
    row(cell(p(""), "<w:vMerge/>"), cell(p("3"))),
  );
  expect(cellsOf({ body })).toEqual([["甲", "1"], ["2"], ["3"]]);
  expect(told(body)).toEqual(["hidden-text 藏一 藏二"]);
});

it("IM-16 words between cells and rows are told", () => {
  const body = table(
    p("表中"),
    row(p("行中"), cell(p("格"))),
    `<w:ins w:id="1" w:author="a">${row(cell(p("插入")))}</w:ins>`,
  );
  expect(cellsOf({ body })).toEqual([["格"]]);
  expect(told(body)).toEqual(["other 表中|插入|行中"]);
});
