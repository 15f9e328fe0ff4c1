/** Fields of a .docx that show something without having a result. */
import { describe, expect, it } from "vitest";
import { BEGIN, code, field, linesOf, importWord as read, SEPARATE } from "../helpers/imported-lines";
import { p, r, type WordFile } from "../helpers/word-file";

const wordsOf = (file: WordFile) =>
  (read(file).document.content?.[0]?.content ?? []).map(({ text }) => text).join("");

describe("formulas", () => {
  it("IM-60 a reading is one however Word and WPS set blanks between the switches", () => {
    for (const code of [
      'EQ \\* jc0 \\* "Font:宋体" \\* hps10 \\o \\ad(\\s \\up 9(zhòng),重)',
      'eq \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhòng),重)',
      "EQ \\o\\ad ( \\s\\up9( zhòng ) ; 重 )",
    ]) {
      const body = `<w:p>${r("负")}${field(code)}${r("前行")}</w:p>`;
      const nodes = read({ body }).document.content?.[0]?.content ?? [];
      expect(nodes.map(({ text, marks }) => [text, marks?.[0]?.attrs?.reading ?? null])).toEqual([
        ["负", null],
        ["重", "zhòng"],
        ["前行", null],
      ]);
      expect(read({ body }).findings).toEqual([]);
    }
  });

  it("IM-60 enclosed and combined characters and fractions keep their words, and are named", () => {
    const shown = [
      ["eq \\o\\ac(○,1)", "①"],
      ["eq \\o \\ac(○,密)", "密"],
      ["EQ \\o\\ac(□,急)", "急"],
      ["EQ \\F(1,3)", "1/3"],
      [" EQ \\o(\\s\\up 5(市委),\\s\\do 2(政府)) ", "市委政府"],
      ["EQ \\b \\bc\\( (\\f(甲\\,乙,\\r(2)))", "甲,乙/√2"],
    ] as const;
    for (const [code, words] of shown) {
      const body = `<w:p>${r("前")}${field(code)}${r("后")}</w:p>`;
      expect(wordsOf({ body })).toBe(`前${words}后`);
      expect(read({ body }).findings).toEqual([{ kind: "field", count: 1, where: [words] }]);
    }
  });

  it("IM-60 a formula without words is told as one, and a broken or endlessly nested one ends", () => {
    const body = (code: string) => `<w:p>${r("甲乙")}${field(code)}</w:p>`;
    expect(read({ body: body("EQ \\i()") }).findings).toEqual([
      { kind: "equation", count: 1, where: ["甲乙"] },
    ]);
    expect(wordsOf({ body: body("EQ \\o\\ad(\\s\\up 9(zhòng") })).toBe("甲乙zhòng");
    expect(wordsOf({ body: body(`EQ ${"\\f(".repeat(5000)}丙`) })).toContain("丙");
  });
});

describe("buttons and forms", () => {
  const shown = (fields: string) => {
    const body = `<w:p>${r("请")}${fields}${r("讲话")}</w:p>`;
    return [wordsOf({ body }), read({ body }).findings];
  };
  const told = (words: string) => [`请${words}讲话`, [{ kind: "field", count: 1, where: [words] }]];

  it("IM-60 a button's words stay", () => {
    const words = "[点击此处输入领导姓名]";
    expect(shown(field(`MACROBUTTON NoMacro ${words}`))).toEqual(told(words));
    expect(shown(field(` MACROBUTTON  "甲 乙" ${words} \\* MERGEFORMAT `, ""))).toEqual(told(words));
    const simple = `<w:fldSimple w:instr="MACROBUTTON NoMacro ${words}"/>`;
    expect(shown(simple)).toEqual(told(words));
  });

  it("IM-60 what is chosen in a list or a box stays, unless a result says it", () => {
    const form = (data: string, name: string, result?: string) =>
      field(name, result).replace(
        '<w:fldChar w:fldCharType="begin"/>',
        `<w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar>`,
      );
    const entries = '<w:listEntry w:val="书记"/><w:listEntry w:val="市长"/>';
    const choice = (chosen: string) => `<w:ddList>${chosen}${entries}</w:ddList>`;
    expect(shown(form(choice('<w:result w:val="1"/>'), " FORMDROPDOWN "))).toEqual(told("市长"));
    expect(shown(form(choice(""), " FORMDROPDOWN ", ""))).toEqual(told("书记"));
    expect(shown(form("<w:checkBox><w:checked/></w:checkBox>", " FORMCHECKBOX "))).toEqual(told("☑"));
    expect(shown(form('<w:checkBox><w:default w:val="0"/></w:checkBox>', " FORMCHECKBOX "))).toEqual(
      told("☐"),
    );
    expect(shown(form(choice(""), " FORMDROPDOWN ", "主任"))[0]).toBe("请主任讲话");
  });

  it("IM-60 a field that never ends takes no text along, nested in another's code either", () => {
    const body = `<w:p>${r("甲")}${BEGIN}${code("IF ")}${BEGIN}${code("PAGE")}${SEPARATE}${r("1")}</w:p>${p("乙")}${p("丙")}`;
    expect(linesOf({ body })).toEqual(["paragraph: 甲", "paragraph: 乙", "paragraph: 丙"]);
  });
});
