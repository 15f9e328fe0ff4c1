import { describe, expect, it } from "vitest";
import { readTypedNumber } from "@/components/editor/input/typed-numbers";
import { slashMatch } from "@/components/editor/slash/slash-match";
import { placeBefore, speech } from "./speech-state";

describe("typed numbers", () => {
  it("ED-20 a number typed at the start of a line asks for the level of the speech's style", () => {
    const level = (text: string, style: "nested" | "flat") => readTypedNumber(text, style)?.level ?? null;
    expect(
      ["一、", "十二、", "（一）", "(三)", "1.推", "2．动", "（1）", "3、"].map((text) =>
        level(text, "nested"),
      ),
    ).toEqual([1, 1, 2, 2, 3, 3, 4, 3]);
    expect(["一、", "1、", "2.抓", "（1）", "（一）"].map((text) => level(text, "flat"))).toEqual([
      1,
      2,
      2,
      3,
      null,
    ]);
  });

  it("ED-20 what only looks like one stays text", () => {
    for (const text of [
      "一",
      "1.",
      "1. ",
      "1.5",
      "2026.1",
      "三、四",
      "（一",
      "说一、",
      "1.推动高质量发展要抓住",
    ]) {
      expect(readTypedNumber(text, "nested"), text).toBeNull();
    }
  });
});

describe("the slash menu", () => {
  const at = (text: string, offset = text.length) => {
    const doc = speech([1, "标题"], ["p", text]);
    return slashMatch(doc.resolve(placeBefore(doc, 1) + 1 + offset));
  };

  it("ED-21 opens at a slash or 、 that begins a paragraph, with what follows as the query", () => {
    expect(at("/")?.query).toBe("");
    expect(at("/表格")?.query).toBe("表格");
    expect(at("、")?.text).toBe("、");
  });

  it("ED-21 never opens inside a text, at a figure or in a heading", () => {
    for (const text of ["2026/11", "和/或", "一、", "/ 空格", "//", "／"]) expect(at(text), text).toBeNull();
    const heading = speech([1, "/"]);
    expect(slashMatch(heading.resolve(2))).toBeNull();
  });
});
