import { describe, expect, it } from "vitest";
import type { HeadingLevel } from "@/core/document/heading";
import { headingNumber, headingNumbers, type OutlineBlock, outlineBlock } from "@/core/text/numbering";
import { chineseNumeral, circledNumeral, readChineseNumeral, readCircledNumeral } from "@/core/text/numerals";

const title: OutlineBlock = { kind: "title" };
const other: OutlineBlock = { kind: "other" };
const heading = (level: HeadingLevel): OutlineBlock => ({ kind: "heading", level });

describe("heading numbers", () => {
  it("TX-01 the nested style writes 一、（一）1.（1） and restarts under each higher heading", () => {
    const blocks = [1, 2, 3, 4, 4, 3, 4, 2, 3, 1, 2].map((level) => heading(level as HeadingLevel));
    expect(headingNumbers(blocks, "nested")).toEqual(
      "一、 （一） 1. （1） （2） 2. （1） （二） 1. 二、 （一）".split(" "),
    );
  });

  it("TX-01 the flat style writes 一、1、（1）①", () => {
    const blocks = [1, 2, 3, 4, 4, 3, 2].map((level) => heading(level as HeadingLevel));
    expect(headingNumbers(blocks, "flat")).toEqual("一、 1、 （1） ① ② （2） 2、".split(" "));
  });

  it("TX-02 a title restarts every level, text between headings none", () => {
    const blocks = [title, heading(1), other, heading(1), heading(2), title, heading(2), heading(1)];
    expect(headingNumbers(blocks, "nested")).toEqual([
      null,
      "一、",
      null,
      "二、",
      "（一）",
      null,
      "（一）",
      "一、",
    ]);
  });

  it("TX-02 a skipped level doesn't disturb the levels around it", () => {
    expect(headingNumbers([heading(1), heading(3), heading(3), heading(1), heading(3)], "nested")).toEqual([
      "一、",
      "1.",
      "2.",
      "二、",
      "1.",
    ]);
  });

  it("TX-03 numbers go on past ninety-nine, circled ones past the fifty that Unicode has", () => {
    expect([10, 11, 20, 21, 99, 100, 105, 110, 112].map(chineseNumeral)).toEqual(
      "十 十一 二十 二十一 九十九 一百 一百零五 一百一十 一百一十二".split(" "),
    );
    expect([1, 20, 21, 35, 36, 50].map(circledNumeral)).toEqual("① ⑳ ㉑ ㉟ ㊱ ㊿".split(" "));
    expect(headingNumber(4, 51, "flat")).toBe("51）");
  });

  it("TX-03 every numeral to 999 reads back as itself, and no other text reads as a numeral", () => {
    for (let value = 1; value <= 999; value += 1)
      expect(readChineseNumeral(chineseNumeral(value))).toBe(value);
    for (let value = 1; value <= 50; value += 1)
      expect(readCircledNumeral(circledNumeral(value) ?? "")).toBe(value);
    for (const text of ["", "零", "百", "二零二六", "一二", "甲", "1"])
      expect(readChineseNumeral(text)).toBeNull();
    expect(() => chineseNumeral(-1)).toThrow(RangeError);
  });

  it("TX-02 a document node becomes an outline block by its type and level", () => {
    expect(outlineBlock("heading", { level: 3 })).toEqual(heading(3));
    expect(outlineBlock("heading", undefined)).toEqual(heading(1));
    expect(outlineBlock("title", {})).toEqual(title);
    expect(outlineBlock("paragraph", { level: 2 })).toEqual(other);
  });

  it("TX-04 numbering a thousand headings stays far below one frame", () => {
    const blocks = Array.from({ length: 1000 }, (_, index) => heading(((index % 4) + 1) as HeadingLevel));
    headingNumbers(blocks, "nested");
    // The quickest round: a busy machine takes the processor away in others.
    const rounds = Array.from({ length: 50 }, () => {
      const start = performance.now();
      headingNumbers(blocks, "nested");
      return performance.now() - start;
    });
    expect(Math.min(...rounds)).toBeLessThan(5);
  });
});
