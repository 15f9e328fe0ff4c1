import { describe, expect, it } from "vitest";
import { lengthOf, titleLines } from "@/core/paper/title-lines";

describe("a title's lines", () => {
  it("EX-11 what fits into one line stays in one", () => {
    expect(titleLines("在全市经济工作会议上的讲话", 20)).toEqual(["在全市经济工作会议上的讲话"]);
  });

  it("EX-11 a longer one is broken between words into lines of nearly equal length", () => {
    const title = "在全市优化营商环境暨民营经济高质量发展大会上的讲话";
    const lines = titleLines(title, 20);
    expect(lines.join("")).toBe(title);
    expect(lines).toEqual(["在全市优化营商环境暨民营", "经济高质量发展大会上的讲话"]);
  });

  it("EX-11 quotation marks stay with their words, and 的 with the word before", () => {
    const lines = titleLines("在庆祝中国共产党成立105周年暨“两优一先”表彰大会上的讲话", 20);
    expect(lines).toEqual(["在庆祝中国共产党成立105周年暨", "“两优一先”表彰大会上的讲话"]);
    for (const line of lines) expect(line).not.toMatch(/^[”的、，]|“$/u);
  });

  it("EX-11 neither a name nor what ends or begins a word is parted from it", () => {
    const title = "——在青禾市档案数字化工作推进会上的讲话";
    for (let perLine = 7; perLine < 18; perLine += 1) {
      const lines = titleLines(title, perLine);
      expect(lines.join("")).toBe(title);
      for (const word of ["青禾市", "数字化", "推进会上的"])
        expect(lines.join("/"), `${perLine}`).toContain(word);
    }
    expect(titleLines("推动全市高质量发展", 6).join("/")).toContain("高质量");
    expect(titleLines("起草工作专班第一次全体会议上的讲话", 6).join("/")).toContain("专班");
    expect(titleLines("关于加强全省安全生产工作和防灾减灾能力建设的意见", 14)[1]).toMatch(/^和防灾/);
  });

  it("EX-11 no line is longer than the paper, unless a word is", () => {
    for (let length = 5; length < 80; length += 1) {
      const lines = titleLines("关于推进改革发展稳定各项工作的".repeat(6).slice(0, length), 20);
      for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(20);
    }
    expect(titleLines("a".repeat(60), 20)).toEqual(["a".repeat(60)]);
  });

  it("EX-11 what is no title any more is left to the program that shows it", () => {
    const text = "长".repeat(500);
    expect(titleLines(text, 20)).toEqual([text]);
  });
});
