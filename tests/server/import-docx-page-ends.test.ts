/** Pages and columns that end in the middle of a paragraph. */
import { describe, expect, it } from "vitest";
import { decided, importWord, item, level, linesOf, list } from "../helpers/imported-lines";
import { p, r } from "../helpers/word-file";

const pageEnd = (type = "page") => `<w:r><w:br w:type="${type}"/></w:r>`;
const by = (id: number) => `w:id="${id}" w:author="乙" w:date="2026-11-24T09:00:00Z"`;

describe("ends of pages in a paragraph", () => {
  it("IM-66 what stands behind them is a paragraph of its own", () => {
    for (const type of ["page", "column"]) {
      const body = `<w:p>${r("谢谢大家！")}${pageEnd(type)}${r("在第二次会议上的讲话")}</w:p>`;
      expect(linesOf({ body })).toEqual(["paragraph: 谢谢大家！", "paragraph: 在第二次会议上的讲话"]);
    }
  });

  it("IM-66 at a paragraph's beginning or end they leave nothing", () => {
    const body = `<w:p>${pageEnd()}${r("甲")}</w:p><w:p>${r("乙")}${pageEnd()}</w:p><w:p>${pageEnd()}</w:p>${p("丙")}`;
    expect(linesOf({ body })).toEqual(["paragraph: 甲", "paragraph: 乙", "paragraph: 丙"]);
  });

  it("IM-66 the paragraph's number, comments and revisions stay with what they are about", () => {
    const numbering = list(1, level(0, "chineseCounting", "%1、"));
    const comments = `<w:comment w:id="1" w:author="王">${p("改")}</w:comment>`;
    const both = `<w:commentRangeStart w:id="1"/>${r("会后")}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`;
    const body = `<w:p><w:pPr>${item(1)}</w:pPr>${r("加强领导")}${pageEnd()}${both}</w:p>`;
    expect(linesOf({ numbering, comments, body })).toEqual(["heading 1: 加强领导", "paragraph: 会后"]);
    expect(importWord({ numbering, comments, body }).threads[0]?.quote).toBe("会后");
    const inserted = `<w:p>${r("前")}<w:ins ${by(1)}>${pageEnd()}</w:ins>${r("后")}</w:p>`;
    const deleted = `<w:p>${r("前")}<w:del ${by(1)}>${pageEnd()}</w:del>${r("后")}</w:p>`;
    expect(decided({ body: inserted })).toEqual([["前", "后"], ["前后"]]);
    expect(decided({ body: deleted })).toEqual([["前后"], ["前", "后"]]);
  });
});
