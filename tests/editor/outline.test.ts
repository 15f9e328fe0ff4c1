import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { dropTarget, landingMark } from "@/components/editor/outline/drop-place";
import { mayDrop, moveBlocks, moveTarget } from "@/components/editor/outline/move-part";
import { partAt, readOutline } from "@/components/editor/outline/read-outline";
import { writeSlot } from "@/core/document/suggestion";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import { linesOf, placeBefore, speech } from "./speech-state";

const DOC = speech(
  ["title", "讲话"],
  ["p", "开头五个字"],
  [1, "甲"],
  ["p", "甲文"],
  [2, "甲一"],
  [2, "甲二"],
  ["p", "甲二文"],
  [1, "乙"],
  [2, "乙一"],
  [1, "丙"],
);

function outlineOf(doc = DOC) {
  const sequence = doc.children
    .map(({ type, attrs }) => outlineBlock(type.name, attrs))
    .filter(({ kind }) => kind !== "other");
  return readOutline(doc, headingNumbers(sequence, "nested"));
}

function moved(text: string, direction: "up" | "down"): string[] | null {
  const { parts } = outlineOf();
  const index = parts.findIndex((part) => part.text === text);
  const target = moveTarget(parts, index, direction);
  const part = parts[index];
  if (target === null || part === undefined) return null;
  return linesOf(moveBlocks(EditorState.create({ doc: DOC }).tr, part, target).doc).slice(2);
}

describe("the outline", () => {
  it("ED-10 lists titles and headings with numbers, place and each part's own count", () => {
    const { parts, characters } = outlineOf();
    expect(parts.map(({ number, text, level, characters: count }) => [level, number, text, count])).toEqual([
      [0, "", "讲话", 21],
      [1, "一、", "甲", 10],
      [2, "（一）", "甲一", 2],
      [2, "（二）", "甲二", 5],
      [1, "二、", "乙", 3],
      [2, "（一）", "乙一", 2],
      [1, "三、", "丙", 1],
    ]);
    expect(characters).toBe(21);
    expect(partAt(parts, placeBefore(DOC, 6) + 1)).toBe(3);
    expect(partAt(parts, placeBefore(DOC, 1) + 1)).toBe(0);
  });

  it("TX-09 counts a part up to the next heading of its level or higher, and up to the next title", () => {
    const { parts } = outlineOf(
      speech(
        ["title", "讲话"],
        ["p", "开头"],
        [1, "甲"],
        [2, "乙"],
        ["p", "正文"],
        [2, "丙"],
        [1, "丁"],
        ["title", "二"],
        ["p", "尾"],
      ),
    );
    // A title is counted but not spoken.
    expect(parts.map(({ text, characters, spokenUnits }) => [text, characters, spokenUnits])).toEqual([
      ["讲话", 10, 8],
      ["甲", 5, 5],
      ["乙", 3, 3],
      ["丙", 1, 1],
      ["丁", 1, 1],
      ["二", 2, 1],
    ]);
  });

  it("ED-10 tells a heading as it reads with what is proposed accepted, one proposed to go as it was", () => {
    const { schema } = DOC.type;
    const own = { id: "s".repeat(20), person: "p".repeat(20), at: 1 };
    const [gone, come] = [
      schema.mark("deletion", { ...own, of: null }),
      schema.mark("insertion", { ...own, begins: null }),
    ];
    const heading = (content: readonly Node[], attrs = {}) =>
      schema.node("heading", { level: 1, ...attrs }, content);
    const doc = schema.node("doc", null, [
      heading([
        schema.text("突出"),
        schema.text("重点", [gone]),
        schema.text("关键", [come]),
        schema.text("工作"),
      ]),
      heading([schema.text("要求")], { removed: writeSlot(own) }),
    ]);
    expect(outlineOf(doc).parts.map(({ text }) => text)).toEqual(["突出关键工作", "要求"]);
  });

  it("ED-11 a part moves past its neighbour with everything that belongs to it", () => {
    expect(moved("甲", "down")).toEqual([
      "# 乙",
      "## 乙一",
      "# 甲",
      "甲文",
      "## 甲一",
      "## 甲二",
      "甲二文",
      "# 丙",
    ]);
    expect(moved("乙", "up")).toEqual(moved("甲", "down"));
    expect(moved("甲二", "up")).toEqual([
      "# 甲",
      "甲文",
      "## 甲二",
      "甲二文",
      "## 甲一",
      "# 乙",
      "## 乙一",
      "# 丙",
    ]);
  });

  it("ED-11 past its last sibling it goes into the neighbouring part of the level above", () => {
    expect(moved("甲二", "down")).toEqual([
      "# 甲",
      "甲文",
      "## 甲一",
      "# 乙",
      "## 甲二",
      "甲二文",
      "## 乙一",
      "# 丙",
    ]);
    expect(moved("乙一", "up")).toEqual([
      "# 甲",
      "甲文",
      "## 甲一",
      "## 甲二",
      "甲二文",
      "## 乙一",
      "# 乙",
      "# 丙",
    ]);
    expect(moved("乙一", "down")).toEqual([
      "# 甲",
      "甲文",
      "## 甲一",
      "## 甲二",
      "甲二文",
      "# 乙",
      "# 丙",
      "## 乙一",
    ]);
  });

  it("ED-11 what has nowhere to go stays", () => {
    expect([moved("甲", "up"), moved("丙", "down"), moved("甲一", "up"), moved("讲话", "down")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("ED-11 nothing can be dropped inside itself", () => {
    const part = { level: 1, first: 2, end: 7 };
    expect([1, 2, 4, 7, 8].map((target) => mayDrop(part, target))).toEqual([true, false, false, false, true]);
  });

  it("ED-12 a part that is let go takes no other away from its parent: it goes before or behind the part around", () => {
    // 丙 between 甲一 and 甲二 would have 甲二 from 甲.
    expect(dropped("丙", "甲二", "before")).toBe("乙");
    expect(dropped("丙", "甲一", "before")).toBe("甲");
    expect(dropped("丙", "甲", "before")).toBe("甲");
    expect(dropped("甲", "乙一", "before")).toBe("丙");
    expect(dropped("甲", "乙", "after")).toBe("丙");
    expect(dropped("甲二", "乙一", "before")).toBe("乙一");
    expect(dropped("甲二", "乙", "after")).toBe("丙");
    expect(dropped("甲一", "丙", "after")).toBe("end");
    // Behind 甲 it stands already.
    expect(dropped("乙", "甲二", "before")).toBeNull();
  });

  it("ED-12 a part can be let go only where the keys could take it: in its titled speech, under a heading", () => {
    expect(dropped("乙", "讲话", "before")).toBeNull();
    expect(dropped("甲一", "甲", "before")).toBeNull();
    expect(dropped("甲二", "甲一", "before")).toBe("甲一");
    expect(dropped("甲", "甲二", "after")).toBeNull();
    const flat = outlineOf(speech([2, "子"], [2, "丑"], ["title", "另一篇"], [1, "寅"])).parts;
    const [first, second, title, last] = flat;
    if (!first || !second || !title || !last) throw new Error("a part is missing");
    const drop = (moved: Part, onto: Part, side: "before" | "after") =>
      dropTarget(flat, { moved, onto, side });
    expect(drop(second, first, "before")).toBe(0);
    expect(drop(first, title, "before")).toBe(2);
    expect(drop(first, last, "after")).toBeNull();
    expect(drop(last, first, "before")).toBeNull();
  });

  it("ED-12 the mark stands where the part will land, behind the last entry that is shown too", () => {
    const { parts } = outlineOf();
    const shown = parts.filter(({ level }) => level < 2);
    const at = (target: number) => {
      const mark = landingMark(shown, target);
      return mark && `${mark.side} ${mark.entry.text}`;
    };
    expect([at(2), at(7), at(10)]).toEqual(["before 甲", "before 乙", "after 丙"]);
  });
});

type Part = ReturnType<typeof outlineOf>["parts"][number];

/** Before which part it lands. */
function dropped(moved: string, onto: string, side: "before" | "after"): string | null {
  const { parts } = outlineOf();
  const find = (text: string) => {
    const part = parts.find((one) => one.text === text);
    if (part === undefined) throw new Error(`no part ${text}`);
    return part;
  };
  const target = dropTarget(parts, { moved: find(moved), onto: find(onto), side });
  return target === null ? null : (parts.find(({ first }) => first === target)?.text ?? "end");
}
