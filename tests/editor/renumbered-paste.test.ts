import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { insertBlocks } from "@/components/editor/clipboard/insert-pasted";
import { renumberedIn } from "@/components/editor/clipboard/renumbered-paste";
import { documentSchema } from "@/core/document/schema";
import { importPlainText } from "@/core/text/import/plain-text";
import { type Line, placeBefore, speech, stateOf } from "./speech-state";

type Lines = readonly Line[];

/** What is told of a text that is pasted behind line `into`: "typed shown heading". */
function told(lines: Lines, into: number, text: string): string[] {
  const doc = speech(...lines);
  const place = placeBefore(doc, into) + 1 + doc.child(into).content.size;
  const { document, typed } = importPlainText(text, { numberingStyle: "nested" });
  const pasted = documentSchema().nodeFromJSON(document);
  const state = stateOf(doc);
  const edit = insertBlocks(state.apply(state.tr.setSelection(TextSelection.create(doc, place))), pasted);
  return renumberedIn(edit.doc, { pasted, typed, numberingStyle: "nested" }).map(
    ({ from, to, heading }) => `${from} ${to} ${heading}`,
  );
}

const FIRST: Lines = [
  [1, "形势"],
  ["p", "甲"],
  ["p", ""],
];

describe("numbers of what is pasted into a speech", () => {
  it("ED-50 one that the speech has or that leaves others out is told with the number shown", () => {
    expect(told(FIRST, 2, "五、重点\n乙\n六、保障")).toEqual(["五、 二、 重点", "六、 三、 保障"]);
    expect(
      told(
        [
          [1, "形势"],
          [1, "任务"],
          ["p", ""],
        ],
        2,
        "一、重点\n二、保障",
      ),
    ).toEqual(["一、 三、 重点", "二、 四、 保障"]);
    expect(
      told(
        [
          [1, "形势"],
          [2, "国际"],
          ["p", ""],
          [2, "国内"],
        ],
        2,
        "（一）省里\n1.甲\n1.乙",
      ),
    ).toEqual(["（一） （二） 省里", "1. 2. 乙"]);
  });

  it("ED-50 one that goes on where it lands is not, whatever its mark", () => {
    expect(told(FIRST, 2, "二、重点\n（一）甲\n1、乙\n三、保障")).toEqual([]);
    expect(
      told(
        [
          ["p", ""],
          [1, "形势"],
        ],
        0,
        "一、重点\n二、保障",
      ),
    ).toEqual([]);
    expect(told(FIRST, 1, "没有编号\n的两行")).toEqual([]);
  });

  it("ED-50 headings of the same words are told apart by their place", () => {
    expect(told(FIRST, 2, "一、形势\n二、形势\n四、形势")).toEqual(["一、 二、 形势", "二、 三、 形势"]);
    expect(
      told([["title", "讲话"], ...FIRST, ["title", "讲话"], ["p", ""]], 5, "一、形势\n三、形势"),
    ).toEqual(["三、 二、 形势"]);
  });
});
