// @vitest-environment happy-dom
/** The place of a comment as the page names it, found by the server after what others wrote meanwhile. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { describe, expect, it } from "vitest";
import { placeBetween } from "@/components/editor/comments/selected-place";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newThreadId } from "@/core/ids";
import { markThread } from "@/server/sync/thread-mark";
import { placeOf } from "../helpers/text-edits";
import { openPageEditor } from "./page-editor";

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
