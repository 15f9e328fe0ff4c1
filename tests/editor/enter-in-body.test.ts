// @vitest-environment happy-dom
import type { Editor } from "@tiptap/core";
import { isInTable } from "@tiptap/pm/tables";
import { afterEach, expect, it } from "vitest";
import { insertTable } from "@/components/editor/blocks/table";
import { openPageEditor, press } from "./page-editor";
import { type Line, linesOf, placeBefore, speech } from "./speech-state";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

const RUN_IN: Line = ["run-in", "夯实基础。要抓基层。要打基础。"];

/** Enter in place of so many letters, from so many letters into the first line on. */
function enterAt(offset: number, letters = 0, ...lines: readonly Line[]): Editor {
  const doc = speech(...(lines.length > 0 ? lines : [RUN_IN]));
  editor = openPageEditor();
  editor.commands.setContent(doc.toJSON());
  const from = placeBefore(doc, 0) + 1 + offset;
  editor.commands.setTextSelection({ from, to: from + letters });
  press(editor, "Enter");
  return editor;
}

const runsIn = ({ state }: Editor) => state.doc.child(0).attrs.runIn;

it("ED-150 Enter in the body begins a paragraph, and the heading keeps what is before", () => {
  const parted = enterAt("夯实基础。要抓基层。".length);
  expect(linesOf(parted.state.doc)).toEqual(["## 夯实基础。要抓基层。", "要打基础。"]);
  expect(runsIn(parted)).toBe(true);
  const { $from } = parted.state.selection;
  expect([$from.parent.textContent, $from.parentOffset]).toEqual(["要打基础。", 0]);
});

it("ED-150 at the body's beginning the heading stands on its own line", () => {
  const parted = enterAt("夯实基础。".length);
  expect(linesOf(parted.state.doc)).toEqual(["## 夯实基础。", "要抓基层。要打基础。"]);
  expect(runsIn(parted)).toBe(false);
});

it("ED-150 what is selected goes, in the body and from there into the next line", () => {
  expect(linesOf(enterAt(5, "要抓基层。".length).state.doc)).toEqual(["## 夯实基础。", "要打基础。"]);
  editor?.destroy();
  const over = enterAt(10, "要打基础。".length + 3, RUN_IN, ["p", "丢掉，留下"]);
  expect(linesOf(over.state.doc)).toEqual(["## 夯实基础。要抓基层。", "掉，留下"]);
});

it("ED-150 a table comes between the heading and what was behind the caret", () => {
  const doc = speech(RUN_IN);
  for (const [offset, heading] of [
    [10, "## 夯实基础。要抓基层。"],
    [5, "## 夯实基础。"],
  ] as const) {
    editor = openPageEditor();
    editor.commands.setContent(doc.toJSON());
    const place = placeBefore(doc, 0) + 1 + offset;
    editor.commands.setTextSelection(place);
    expect(insertTable(editor)).toBe(true);
    expect(linesOf(editor.state.doc)).toEqual([heading, "", doc.textContent.slice(offset)]);
    expect(runsIn(editor)).toBe(offset > 5);
    expect(isInTable(editor.state)).toBe(true);
    editor.destroy();
  }
});

it("ED-150 within the lead sentence both halves stay headings, at the line's end a paragraph begins", () => {
  expect(linesOf(enterAt(2).state.doc)).toEqual(["## 夯实", "## 基础。要抓基层。要打基础。"]);
  editor?.destroy();
  expect(linesOf(enterAt(RUN_IN[1].length).state.doc)).toEqual([`## ${RUN_IN[1]}`, ""]);
});
