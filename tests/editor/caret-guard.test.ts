// @vitest-environment happy-dom
/** Where one's own caret stands while a colleague writes in its line, or takes the line elsewhere. */
import { expect, it } from "vitest";
import { moveToFront } from "../helpers/text-edits";
import { openPagePair } from "./page-pair";

it.each([
  { which: "an empty one of several", html: "<p></p><p>甲</p><p></p>", caret: 1, theirs: 1 },
  {
    which: "one of two with the same words",
    html: "<p>大家好</p><p>甲</p><p>大家好</p>",
    caret: 2,
    theirs: 1,
  },
  { which: "the only title", html: "<h1>关于档案</h1><p>甲</p>", caret: 3, theirs: 1 },
  {
    which: "one of two cells with the same words",
    html: "<p>甲</p><table><tr><td><p>乙丙</p></td><td><p>乙丙</p></td></tr></table>",
    caret: 8,
    theirs: 7,
  },
])("ED-168 the caret stays in the line that a colleague writes in: $which", ({ html, caret, theirs }) => {
  const pair = openPagePair(html);
  pair.editor.commands.setTextSelection(caret);
  pair.theirs((tr) => tr.insertText("新", theirs));
  expect(pair.editor.state.selection.anchor).toBe(caret + 1);
  expect(pair.editor.state.selection.head).toBe(caret + 1);
  pair.editor.destroy();
});

it("ED-168 it goes with the line that a colleague moves", () => {
  const { editor, theirs } = openPagePair("<p>甲乙</p><p>丙丁</p>");
  editor.commands.setTextSelection(6);
  expect(editor.state.selection.$head.nodeBefore?.text).toBe("丙");
  theirs(moveToFront("丙丁"));
  expect(editor.state.selection.head).toBe(2);
  expect(editor.state.selection.$head.nodeBefore?.text).toBe("丙");
  editor.destroy();
});
