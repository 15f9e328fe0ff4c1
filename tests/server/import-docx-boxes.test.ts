/** Text boxes, drawings and notes that hang on the lines of a .docx. */
import { describe, expect, it } from "vitest";
import { decided, findings, importWord } from "../helpers/imported-lines";
import { p, r } from "../helpers/word-file";

const by = (id: number) => `w:id="${id}" w:author="乙" w:date="2026-11-24T09:00:00Z"`;
const boxed = (inner: string, looks = "") =>
  `<w:r><w:rPr>${looks}</w:rPr><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
const box = boxed(p("框里的话。") + p("还有一句。"));

describe("text boxes", () => {
  it("IM-63 one that a revision takes away or brings is a suggestion", () => {
    const deleted = `<w:p>${r("正文。")}<w:del ${by(1)}>${box}</w:del></w:p>${p("下文。")}`;
    const inserted = `<w:p>${r("正文。")}<w:ins ${by(1)}>${box}</w:ins></w:p>${p("下文。")}`;
    const [short, long] = [
      ["正文。", "下文。"],
      ["正文。", "框里的话。", "还有一句。", "下文。"],
    ];
    expect(decided({ body: deleted })).toEqual([short, long]);
    expect(decided({ body: inserted })).toEqual([long, short]);
    expect(findings({ body: deleted })).toEqual(["text-box 1"]);
  });

  it("IM-63 a table in one comes and goes too", () => {
    const table = `<w:tbl><w:tr><w:tc>${p("格")}</w:tc></w:tr></w:tbl>${p("框尾。")}`;
    const body = `<w:p>${r("正文。")}<w:ins ${by(1)}>${boxed(table)}</w:ins></w:p>`;
    expect(decided({ body })).toEqual([["正文。", "格", "框尾。"], ["正文。"]]);
  });

  it("IM-63 a hidden one is told and no text", () => {
    const body = `<w:p>${r("正文。")}${boxed(p("藏着的话。"), "<w:vanish/>")}</w:p>`;
    expect(decided({ body })[0]).toEqual(["正文。"]);
    expect(importWord({ body }).findings).toEqual([{ kind: "hidden-text", count: 1, where: ["藏着的话。"] }]);
  });
});

describe("groups", () => {
  const told = (drawing: string) => findings({ body: `<w:p>${r("正文。")}<w:r>${drawing}</w:r></w:p>` });
  const words = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;

  it("IM-63 a picture grouped with a text box is told once, in drawings of newer and older files", () => {
    const newer = `<w:drawing><wpg:wgp><wps:wsp><wps:txbx>${words(p("图说"))}</wps:txbx></wps:wsp><pic:pic/></wpg:wgp></w:drawing>`;
    const older = `<w:pict><v:group><v:shape><v:imagedata/></v:shape><v:shape><v:textbox>${words(p("图说"))}</v:textbox></v:shape></v:group></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wpg">${newer}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent>`;
    for (const drawing of [newer, older, both]) expect(told(drawing)).toEqual(["picture 1", "text-box 1"]);
  });

  it("IM-63 a picture in a text box is told once too, and a text box alone is none", () => {
    const picture = `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`;
    const inBox = `<w:drawing><wps:txbx>${words(picture + p("图说"))}</wps:txbx></w:drawing>`;
    expect(told(inBox)).toEqual(["text-box 1", "picture 1"]);
    expect(told(`<w:drawing><wps:txbx>${words(p("图说"))}</wps:txbx></w:drawing>`)).toEqual(["text-box 1"]);
  });
});

describe("notes", () => {
  it("IM-63 a note that a revision takes away is told and no thread; one that it brings is one", () => {
    const footnotes = `<w:footnote w:id="2">${p("见年鉴")}</w:footnote>`;
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const deleted = `<w:p>${r("增长百分之八。")}<w:del ${by(1)}>${mark}</w:del></w:p>`;
    const inserted = `<w:p>${r("增长百分之八。")}<w:ins ${by(1)}>${mark}</w:ins></w:p>`;
    expect(importWord({ body: deleted, footnotes }).threads).toEqual([]);
    expect(importWord({ body: deleted, footnotes }).findings).toEqual([
      { kind: "other-revision", count: 1, where: ["见年鉴"] },
    ]);
    expect(importWord({ body: inserted, footnotes }).threads).toHaveLength(1);
  });
});
