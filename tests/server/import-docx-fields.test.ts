/** Fields of a .docx that show something without having a result. */
import { describe, expect, it } from "vitest";
import { field, importWord as read } from "../helpers/imported-lines";
import { r, type WordFile } from "../helpers/word-file";

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
