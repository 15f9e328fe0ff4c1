// @vitest-environment happy-dom
import type { Editor } from "@tiptap/core";
import { afterEach, expect, it } from "vitest";
import { BLOCK_KINDS, CELL_KINDS, setBlockKind } from "@/components/editor/blocks/block-kind";
import { insertTable } from "@/components/editor/blocks/table";
import { openPageEditor } from "./page-editor";

let editor: Editor;
afterEach(() => editor.destroy());

/** A table of one cell with a list of two items, the caret in the second. */
function openList(): Editor {
  editor = openPageEditor();
  const item = (text: string) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const cell = { type: "tableCell", content: [{ type: "bulletList", content: [item("甲"), item("乙")] }] };
  const table = { type: "table", content: [{ type: "tableRow", content: [cell] }] };
  editor.commands.setContent({ type: "doc", content: [table, { type: "paragraph" }] });
  let at = 0;
  editor.state.doc.descendants((node, pos) => {
    if (node.text === "乙") at = pos;
  });
  editor.commands.setTextSelection(at);
  return editor;
}

it("ED-151 what a cell can't hold changes nothing in it", () => {
  const { doc } = openList().state;
  for (const kind of BLOCK_KINDS.filter((each) => !CELL_KINDS.includes(each))) {
    expect(setBlockKind(editor, kind), kind).toBe(false);
    expect(editor.state.doc.eq(doc), kind).toBe(true);
  }
  expect(insertTable(editor)).toBe(false);
  expect(editor.state.doc.eq(doc)).toBe(true);
});

it("ED-151 what it can hold is chosen as elsewhere", () => {
  setBlockKind(openList(), "paragraph");
  expect(editor.getText({ blockSeparator: "|" })).toContain("乙");
  expect(editor.isActive("bulletList")).toBe(false);
  setBlockKind(editor, "orderedList");
  expect(editor.isActive("orderedList")).toBe(true);
});
