import { describe, expect, it } from "vitest";
import { countsOn, readTypedNumber } from "@/components/editor/input/read-typed-number";
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

  it("ED-20 behind 1. stand Chinese or Latin letters, the title of a document or what is quoted", () => {
    for (const text of ["1.《条", "2.“", "３．「", "3.G", "3.GDP增长", '4."十']) {
      expect(readTypedNumber(text, "nested")?.level, text).toBe(3);
    }
    for (const text of ["1.5", "1.（", "1.—", "1.《条例》和办法都要抓好"]) {
      expect(readTypedNumber(text, "nested"), text).toBeNull();
    }
  });

  it("ED-20 what an input method puts in at once may be of any length", () => {
    const composed = "推动高质量发展要抓住关键";
    expect(readTypedNumber(`1.${composed}`, "nested", { composed })?.number).toBe("1.");
    expect(readTypedNumber(`1.把${composed}`, "nested", { composed })).toBeNull();
    expect(readTypedNumber("1.5亿元投资安排到位", "nested", { composed: "5亿元投资安排到位" })).toBeNull();
  });

  it("ED-20 in front of words that go on counting nothing is a number", () => {
    const level = (text: string, behind: string) =>
      readTypedNumber(text, "nested", { behind })?.level ?? null;
    expect(level("二、", "三产业协调发展")).toBeNull();
    expect(level("3、", "4月份")).toBeNull();
    expect(level("（三）", "班的同学")).toBeNull();
    expect([level("二、", "产业协调发展"), level("１、", "推动发展"), level("3、", "2026年工作")]).toEqual([
      1, 3, 3,
    ]);
  });

  it("ED-20 a second, higher number shows that both only count", () => {
    expect(countsOn("一、", "二、")).toBe(2);
    expect(countsOn("二、", "三、四季度")).toBe(2);
    expect(countsOn("九、", "十一、")).toBe(3);
    expect(countsOn("3、", "４、")).toBe(2);
    for (const [number, words] of [
      ["一、", "二"],
      ["一、", "二季度"],
      ["一、", "一、"],
      ["二、", "一、"],
      ["（一）", "二、"],
      ["1.", "2、"],
    ] as const) {
      expect(countsOn(number, words), number + words).toBe(0);
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

  it("ED-21 half-typed pinyin behind it may be of any form", () => {
    const doc = speech(["p", "、wu'xu lie'biao"]);
    const end = doc.resolve(doc.content.size - 1);
    expect([slashMatch(end), slashMatch(end, true)?.query]).toEqual([null, "wu'xu lie'biao"]);
  });

  it("ED-21 never opens inside a text, at a figure or in a heading", () => {
    for (const text of ["2026/11", "和/或", "一、", "/ 空格", "//", "／"]) expect(at(text), text).toBeNull();
    const heading = speech([1, "/"]);
    expect(slashMatch(heading.resolve(2))).toBeNull();
  });
});
