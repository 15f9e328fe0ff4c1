import { expect, it } from "vitest";
import { sentenceEnds } from "@/core/text/sentences";

const cut = (text: string, most = 100) => {
  let from = 0;
  return sentenceEnds(text, most).map((end) => {
    const piece = text.slice(from, end);
    from = end;
    return piece;
  });
};

it("RC-10 a line is cut behind sentences, their closing marks and cues included", () => {
  expect(cut("同志们：今天开会。会上说“抓落实！”\u2060下面讲三点。")).toEqual([
    "同志们：今天开会。",
    "会上说“抓落实！”\u2060",
    "下面讲三点。",
  ]);
  expect(cut("增长12.6%。没有完的一句")).toEqual(["增长12.6%。", "没有完的一句"]);
  expect(cut("")).toEqual([]);
});

it("RC-10 a sentence longer than a page goes on behind a clause, and never within a number or a character", () => {
  const long = `${"持续推动高质量发展，".repeat(3)}完成。`;
  expect(cut(long, 12)).toEqual([
    "持续推动高质量发展，",
    "持续推动高质量发展，",
    "持续推动高质量发展，",
    "完成。",
  ]);
  const pieces = cut(`${"字".repeat(9)}20261126${"𠮷".repeat(6)}`, 12);
  expect(pieces.join("")).toBe(`${"字".repeat(9)}20261126${"𠮷".repeat(6)}`);
  expect(pieces.some((piece) => piece.includes("20261126"))).toBe(true);
  for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
});
