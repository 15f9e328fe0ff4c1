// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { openPageEditor, press } from "./page-editor";
import { linesOf } from "./speech-state";

const editor = openPageEditor();

afterEach(() => editor.commands.clearContent());

/** The selected places, in the text as it is then: a line has one before it and one behind it. */
function enterOver(html: string, from: number, to: number) {
  editor.commands.setContent(html);
  editor.commands.setTextSelection({ from, to });
  expect(press(editor, "Enter")).toBe(true);
  editor.state.doc.check();
  return editor.state;
}

describe("Enter over several lines", () => {
  it.each([
    ["a whole line, as after a triple click", "<p>甲乙</p><p>丙丁</p>", 1, 5, ["", "丙丁"]],
    ["a whole heading", "<h2>甲乙</h2><p>丙丁</p>", 1, 5, ["", "丙丁"]],
    ["a line before a heading", "<p>甲乙</p><h2>丙丁</h2>", 1, 5, ["", "# 丙丁"]],
    ["an empty line", "<p></p><p>甲</p>", 1, 3, ["", "甲"]],
    ["parts of lines", "<p>甲乙</p><p>戊</p><p>丙丁</p>", 2, 9, ["甲", "丁"]],
  ])("ED-72 puts one line in the place of %s", (_, html, from, to, lines) => {
    const { doc, selection } = enterOver(html, from, to);
    expect(linesOf(doc)).toEqual(lines);
    expect([selection.empty, selection.$from.parentOffset, selection.$from.index(0)]).toEqual([true, 0, 1]);
  });

  it("ED-72 throws nowhere, in lists, quotations and tables neither", () => {
    const blocks = [
      "<ul><li><p>甲</p></li><li><p>乙</p></li></ul>",
      "<blockquote><p>甲</p><p>乙</p></blockquote>",
      "<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>",
    ];
    for (const html of blocks.map((block) => `<h1>前</h1>${block}<p>后</p>`)) {
      editor.commands.setContent(html);
      const places: number[] = [];
      editor.state.doc.descendants(({ isTextblock, nodeSize }, pos) => {
        if (isTextblock) places.push(pos + 1, pos + nodeSize - 1);
      });
      for (const from of places) {
        for (const to of places.filter((place) => place > from + 1)) enterOver(html, from, to);
      }
    }
  });

  it("ED-72 leaves two empty lines where everything was selected", () => {
    editor.commands.setContent("<h1>甲</h1><p>乙</p>");
    editor.commands.selectAll();
    expect(press(editor, "Enter")).toBe(true);
    expect(linesOf(editor.state.doc)).toEqual(["", ""]);
  });
});
