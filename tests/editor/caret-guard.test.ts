// @vitest-environment happy-dom
/** Where one's own caret stands while a colleague writes in its line, or takes the line elsewhere. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { runSeed, seededRandom } from "../helpers/random";
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

it.each([
  {
    which: "a pause",
    edit: (tr: Transaction) => tr.insert(3, tr.doc.type.schema.node("cue")),
    caret: 5,
    at: 6,
  },
  {
    which: "a break",
    edit: (tr: Transaction) => tr.insert(3, tr.doc.type.schema.node("hardBreak")),
    caret: 4,
    at: 5,
  },
  {
    which: "a pause behind it",
    edit: (tr: Transaction) => tr.insert(3, tr.doc.type.schema.node("cue")),
    caret: 2,
    at: 2,
  },
])("ED-168 it stays behind its letter where a colleague puts $which into the line", ({ edit, caret, at }) => {
  const pair = openPagePair("<p>甲乙丙丁</p><p>戊</p>");
  pair.editor.commands.setTextSelection(caret);
  pair.theirs(edit);
  expect(pair.editor.state.selection.head).toBe(at);
  pair.editor.destroy();
});

it.each([
  { which: "the words before it", from: 1, to: 3, words: "", at: 1 },
  { which: "the words before it, for others", from: 1, to: 3, words: "新的", at: 3 },
  { which: "the line", from: 0, to: 8, words: "", at: 1 },
])("ED-168 in the first line it stays there when a colleague takes out $which", ({ from, to, words, at }) => {
  const { editor, theirs } = openPagePair("<h1>关于档案工作</h1><p>甲</p><p>乙</p>");
  editor.commands.setTextSelection(3);
  theirs((tr) => (words === "" ? tr.delete(from, to) : tr.insertText(words, from, to)));
  expect(editor.state.selection.head).toBe(at);
  editor.destroy();
});

it("ED-168 it stays in its line when a colleague takes out all of that, though another has the same words", () => {
  const { editor, theirs } = openPagePair("<p>大家好</p><p>甲</p><p>大家好</p>");
  editor.commands.setTextSelection(3);
  theirs((tr) => tr.delete(1, 4));
  expect(editor.state.selection.head).toBe(1);
  editor.destroy();
});

it("ED-168 one's own undo leaves it in the first line", () => {
  const { editor } = openPagePair("<h1>关于档案工作</h1><p>甲</p>");
  yUndoPluginKey.getState(editor.state).undoManager.stopCapturing();
  editor.commands.setTextSelection(1);
  editor.commands.insertContent("各位");
  editor.commands.undo();
  expect(editor.state.doc.textContent).toBe("关于档案工作甲");
  expect(editor.state.selection.head).toBe(1);
  editor.destroy();
});

it.each([
  { which: "parts its line in front of it", edit: (tr: Transaction) => tr.split(9) },
  { which: "parts its line right in front of it", edit: (tr: Transaction) => tr.split(11) },
  { which: "joins its line to the one before", edit: (tr: Transaction) => tr.join(7) },
  {
    which: "makes its line a heading",
    edit: (tr: Transaction) => tr.setBlockType(8, 12, tr.doc.type.schema.node("heading").type, { level: 1 }),
  },
])("ED-168 it stays behind its letter where a colleague $which", ({ edit }) => {
  const { editor, theirs } = openPagePair("<p>前前前前前</p><p>甲乙丙丁</p><p>后后后后后</p>");
  editor.commands.setTextSelection(12);
  theirs(edit);
  const { $head } = editor.state.selection;
  expect($head.nodeBefore?.text?.at(-1)).toBe("丁");
  expect($head.parentOffset).toBe($head.parent.content.size);
  editor.destroy();
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

const seed = runSeed();

it(`ED-168 whatever a colleague puts in wherever, it stays behind its letter (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 40; round++) {
    const lines = Array.from({ length: 5 }, () => random.pick(["", "甲乙", "丙丁戊", "甲乙", "己<br>庚"]));
    const { editor, theirs } = openPagePair(lines.map((line) => `<p>${line}</p>`).join(""));
    const { doc } = editor.state;
    const mine = random.pick(placesIn(doc));
    const place = random.pick(placesIn(doc));
    const put = random.pick([documentSchema().text("新"), documentSchema().node("cue")]);
    editor.commands.setTextSelection(mine);
    let moved = mine;
    theirs((tr) => {
      moved = tr.insert(place, put).mapping.map(mine, -1);
      return tr;
    });
    const { head } = editor.state.selection;
    // Without a letter to stay behind: in front of what comes just there, or behind it.
    const isAsGood = !doc.resolve(mine).nodeBefore?.isText && place === mine && head === moved + 1;
    expect(isAsGood ? moved : head, `round ${round}: ${doc}, ${put} at ${place}`).toBe(moved);
    editor.destroy();
  }
});

/** All places of a caret. */
function placesIn(doc: Node): readonly number[] {
  const places: number[] = [];
  doc.forEach((line, before) => {
    for (let at = 0; at <= line.content.size; at++) places.push(before + 1 + at);
  });
  return places;
}
