import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { countCharacters, countDocument, minutes } from "@/core/text/count";
import { spokenUnits } from "@/core/text/spoken";

const text = (value: string): DocumentNode => ({ type: "text", text: value });
const block = (type: string, value: string, attrs?: Record<string, unknown>): DocumentNode => ({
  type,
  attrs,
  content: [text(value)],
});

describe("counts", () => {
  it.each([
    ["同志们：", 4, "each Han character and each full-width mark"],
    ["“一网通办”——好……", 11, "curly quotes, dashes and ellipses as Chinese marks"],
    ["归档率为12.6%，提高", 8, "an unbroken run of digits and signs once"],
    ["建设digital archive平台", 6, "each Latin word once"],
    ["GB/T 9704—2012", 4, "runs parted by spaces and by Chinese marks"],
    ["你好,世界.", 4, "half-width marks alone not at all"],
    ["ＡＢ１", 3, "full-width letters and digits one each"],
    ["〇①℃％", 4, "〇, circled numbers and full-width signs one each"],
    ["𠮷野家", 3, "a character outside the basic plane once"],
    ["  　\n", 0, "spaces of any width not at all"],
    ["", 0, "nothing as nothing"],
  ])("TX-06 characters as Word and WPS count 字数: %s is %i (%s)", (value, expected) => {
    expect(countCharacters(value)).toBe(expected);
  });

  it.each([
    ["2026年", 5, "二零二六年"],
    ["2026—2030年", 10, "二零二六至二零三零年"],
    ["12.6%", 7, "百分之十二点六"],
    ["1.5亿元", 5, "一点五亿元"],
    ["10份", 2, "十份"],
    ["1,234件", 8, "一千二百三十四件"],
    ["105家", 5, "一百零五家"],
    ["3—5天", 4, "三至五天"],
    ["08", 2, "零八"],
    ["第616号", 7, "第六百一十六号"],
    ["20000册", 3, "二万册"],
    ["100000000000元", 4, "一千亿元"],
    ["999999999999", 23, "up to twelve digits by value: 九千九百九十九亿九千九百九十九万九千九百九十九"],
    ["1000000000000", 13, "longer ones digit by digit"],
    ["0000000000012", 13, "digit by digit"],
    ["GDP", 3, "letter by letter"],
    ["A4纸", 3, "A四纸"],
    ["archive", 2, "groups of vowels without the silent e"],
    ["同志们，大家好！", 6, "marks are silent"],
    ["", 0, "nothing"],
  ])("TX-07 spoken units as read aloud: %s is %i (%s)", (value, expected) => {
    expect(spokenUnits(value)).toBe(expected);
  });

  it("TX-08 minutes are spoken units by the rate, rounded, and at least one for any text", () => {
    expect(minutes(10_000, 200)).toBe(50);
    expect(minutes(310, 200)).toBe(2);
    expect(minutes(51, 200)).toBe(1);
    expect(minutes(0, 200)).toBe(0);
  });

  it("TX-08 a document counts every block's text once; the printed title block isn't spoken", () => {
    const document: DocumentNode = {
      type: "doc",
      content: [
        block("title", "在会上的讲话"),
        block("byline", "主任 林岳"),
        block("dateLine", "（2026年）"),
        block("salutation", "同志们："),
        block("heading", "管好源头。说到底是责任。", { level: 2, runIn: true }),
        { type: "bulletList", content: [{ type: "listItem", content: [block("paragraph", "一件不落")] }] },
        {
          type: "table",
          content: [
            {
              type: "tableRow",
              content: ["甲", "12"].map((cell) => ({
                type: "tableCell",
                content: [block("paragraph", cell)],
              })),
            },
          ],
        },
      ],
    };
    expect(countDocument(document)).toEqual({
      characters: 6 + 4 + 4 + 4 + 12 + 4 + 2,
      spokenUnits: 3 + 10 + 4 + 3,
    });
    expect(countDocument({ type: "doc" })).toEqual({ characters: 0, spokenUnits: 0 });
  });

  it("TX-08 a word that stands in two runs of formatting is one word", () => {
    const paragraph: DocumentNode = {
      type: "paragraph",
      content: [
        text("digi"),
        { ...text("tal"), marks: [{ type: "bold" }] },
        { type: "hardBreak" },
        text("x"),
      ],
    };
    expect(countDocument({ type: "doc", content: [paragraph] }).characters).toBe(2);
  });
});
