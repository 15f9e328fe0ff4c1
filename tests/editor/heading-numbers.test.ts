import type { EditorState } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";
import { describe, expect, it } from "vitest";
import { headingLabels, headingNumbersPlugin } from "@/components/editor/decorations/heading-numbers";
import { runInLeadPlugin } from "@/components/editor/decorations/run-in-lead";
import { placeBefore, replaceEverything, speech, stateOf } from "./speech-state";

const PLAN = speech(
  ["title", "讲话"],
  [1, "形势"],
  ["p", "正文"],
  [2, "困难"],
  [2, "机遇"],
  [1, "任务"],
  ["p", "末"],
);

/** Block index → shown number, read from the decorations themselves. */
function shown(state: EditorState): Record<number, string> {
  const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state) as DecorationSet;
  const numbers: Record<number, string> = {};
  for (const { from, to, type } of set.find() as unknown as {
    from: number;
    to: number;
    type: { attrs: Record<string, string> };
  }[]) {
    const index = state.doc.resolve(from).index(0);
    expect(to - from).toBe(state.doc.child(index).nodeSize);
    numbers[index] = type.attrs["data-number"] ?? "";
  }
  return numbers;
}

describe("heading numbers", () => {
  it("ED-01 are shown in front of every heading, in the speech's style", () => {
    expect(shown(stateOf(PLAN, headingNumbersPlugin("nested")))).toEqual({
      1: "一、",
      3: "（一）",
      4: "（二）",
      5: "二、",
    });
    expect(shown(stateOf(PLAN, headingNumbersPlugin("flat")))).toEqual({
      1: "一、",
      3: "1、",
      4: "2、",
      5: "二、",
    });
  });

  it("ED-01 follow typing before, in and after a heading without being worked out again", () => {
    let state = stateOf(PLAN, headingNumbersPlugin("nested"));
    const labels = headingLabels(state);
    for (const block of [2, 3, 6])
      state = state.apply(state.tr.insertText("新字", placeBefore(state.doc, block) + 1));
    expect(shown(state)).toEqual({ 1: "一、", 3: "（一）", 4: "（二）", 5: "二、" });
    expect(headingLabels(state)).toBe(labels);
  });

  it("ED-02 renumber when a heading goes, comes or changes its level", () => {
    const state = stateOf(PLAN, headingNumbersPlugin("nested"));
    const from = placeBefore(PLAN, 3);
    expect(shown(state.apply(state.tr.delete(from, placeBefore(PLAN, 4))))).toEqual({
      1: "一、",
      3: "（一）",
      4: "二、",
    });
    const raised = state.apply(state.tr.setNodeMarkup(from, undefined, { level: 1, runIn: false }));
    expect(shown(raised)).toEqual({ 1: "一、", 3: "二、", 4: "（一）", 5: "三、" });
  });

  it("ED-02 a colleague's edit, which replaces the document, keeps every number in its place", () => {
    const state = stateOf(PLAN, headingNumbersPlugin("nested"));
    const typed = replaceEverything(
      state,
      state.apply(state.tr.insertText("又", placeBefore(PLAN, 2) + 1)).doc,
    );
    expect(shown(typed)).toEqual({ 1: "一、", 3: "（一）", 4: "（二）", 5: "二、" });
    const shorter = replaceEverything(
      typed,
      typed.apply(typed.tr.delete(placeBefore(typed.doc, 2), placeBefore(typed.doc, 4))).doc,
    );
    expect(shown(shorter)).toEqual({ 1: "一、", 2: "（一）", 3: "二、" });
  });
});

describe("run-in headings", () => {
  const leads = (state: EditorState) => {
    const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state) as DecorationSet;
    return set.find().map(({ from, to }) => state.doc.textBetween(from, to));
  };

  it("ED-03 the lead sentence is set off, and moves its end with the first full stop", () => {
    const doc = speech([1, "任务"], ["run-in", "抓住源头。档案从形成起就要管。"], [2, "独立一行"]);
    let state = stateOf(doc, runInLeadPlugin());
    expect(leads(state)).toEqual(["抓住源头。"]);
    const start = placeBefore(doc, 1) + 1;
    state = state.apply(state.tr.insertText("。", start + 2));
    expect(leads(state)).toEqual(["抓住。"]);
    state = state.apply(state.tr.delete(start + 2, start + 3).insertText("又", 1));
    expect(leads(state)).toEqual(["抓住源头。"]);
  });
});
