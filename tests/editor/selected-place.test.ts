// @vitest-environment happy-dom
/** The place of a comment as the page names it, found by the server after what others wrote meanwhile. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { describe, expect, it } from "vitest";
import { placeBetween, selectedPlace, selectedSpan } from "@/components/editor/comments/selected-place";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newThreadId } from "@/core/ids";
import { markThread } from "@/server/sync/thread-mark";
import { placeOf } from "../helpers/text-edits";
import { openPageEditor, selectCells } from "./page-editor";

/** The words that a thread on `words` comes to stand on when `meanwhile` happens before it is sent. */
function commented(html: string, words: string, meanwhile: (editor: Editor) => void): string {
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  editor.commands.setContent(html);
  const from = placeOf(editor.state.doc, words);
  const place = placeBetween(editor, from, from + words.length);
  if (place === null) throw new Error("no text there");
  expect(place.quote).toBe(words);
  meanwhile(editor);
  const marked = markThread(doc, newThreadId(), place.range);
  editor.destroy();
  return marked;
}

const write = (words: string, before: string) => (editor: Editor) =>
  editor.view.dispatch(editor.state.tr.insertText(words, placeOf(editor.state.doc, before)));
const replace = (words: string, by: string) => (editor: Editor) => {
  const from = placeOf(editor.state.doc, words);
  editor.view.dispatch(editor.state.tr.insertText(by, from, from + words.length));
};

describe("CO-01 the place of a comment that is being written", () => {
  it.each([
    ["in a line", "<p>坚持真抓实干</p>"],
    ["at its beginning", "<p>真抓实干</p>"],
    ["after a line break", "<p>坚持<br>真抓实干</p>"],
    ["in a cell", "<table><tr><td><p>坚持</p></td><td><p>真抓实干</p></td></tr></table>"],
    ["behind other looks", "<p><strong>坚持</strong>真抓实干</p>"],
  ])(
    "CO-01 what is written right before the words, and right behind them, isn't of it: %s",
    (_where, html) => {
      expect(commented(html, "真抓", write("要", "真抓"))).toBe("真抓");
      expect(commented(html, "真抓", write("敢", "实干"))).toBe("真抓");
    },
  );

  it("CO-01 other words that come in the place of those before it aren't of it", () => {
    expect(commented("<p>坚持真抓实干</p>", "真抓", replace("坚持", "务必"))).toBe("真抓");
    expect(commented("<p>坚持真抓实干</p>", "真抓", replace("坚持", ""))).toBe("真抓");
  });

  it("CO-01 with its first letter gone it stands on those that are left, and with the last on none", () => {
    expect(commented("<p>坚持真抓实干</p>", "真抓", replace("真", ""))).toBe("抓");
    expect(commented("<p>坚持真抓实干</p>", "真抓", replace("坚持真", "常"))).toMatch(/^常?抓$/);
    expect(commented("<p>真抓实干</p>", "真抓", replace("真抓", ""))).toBe("");
    expect(commented("<p>真抓</p><p>实干</p>", "真抓", replace("真抓", ""))).toBe("");
  });

  it("CO-01 what is written in the midst of its words is of it", () => {
    expect(commented("<p>坚持真抓实干</p>", "真抓", write("狠", "抓"))).toBe("真狠抓");
  });
});

/** What a comment on the cells from one to another comes to stand on; the table has a letter in each cell. */
function commentedCells(rows: readonly string[], first: string, last: string): string {
  const html = rows.map((row) => `<tr>${[...row].map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`);
  const doc = createSharedDocument();
  const editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }), BindingGuard);
  editor.commands.setContent(`<p>开头</p><table>${html.join("")}</table><p>结尾</p>`);
  selectCells(editor, first, last);
  const place = selectedPlace(editor);
  const { from } = selectedSpan(editor.state);
  const card = editor.state.doc.textBetween(from, from + 1);
  const marked = place === null ? "" : markThread(doc, newThreadId(), place.range);
  editor.destroy();
  expect(place?.quote).toBe(marked);
  expect(card).toBe(marked[0]);
  return marked.replaceAll("\n", "");
}

describe("CO-01 a comment on several cells of a table", () => {
  const rows = ["甲乙丙", "丁戊己", "庚辛壬"];

  it.each([
    ["of a row", "甲丙", "甲乙丙"],
    ["of a row's end", "戊己", "戊己"],
    ["of whole rows", "丁壬", "丁戊己庚辛壬"],
  ])(
    "CO-01 stands on all of them, whichever was chosen first, where none stands between: %s",
    (_which, [first = "", last = ""], all) => {
      expect(commentedCells(rows, first, last)).toBe(all);
      expect(commentedCells(rows, last, first)).toBe(all);
    },
  );

  it("CO-01 stands on none that wasn't chosen: of a column on its first with words, of a square on its first row", () => {
    const on = ([first = "", last = ""]: string) => commentedCells(rows, first, last);
    for (const column of ["乙辛", "辛乙"]) expect(on(column)).toBe("乙");
    for (const square of ["乙己", "己乙", "丙戊"]) expect(on(square)).toBe("乙丙");
    expect(commentedCells(["甲　", "丁戊"], "戊", "　")).toBe("戊");
  });
});
