// @vitest-environment happy-dom
/** What was cut in the page comes back whole, whatever was dragged meanwhile. */
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { newId } from "@/core/new-id";
import { placeOf } from "../helpers/text-edits";
import { type Copied, openPageEditor, pasteCopied } from "./page-editor";

function select({ state: { doc, tr }, view }: Editor, words: string): void {
  const from = placeOf(doc, words);
  view.dispatch(tr.setSelection(TextSelection.create(doc, from, from + words.length)));
}

/** An event with a clipboard, or what is dragged in its place, as the view's own handlers get it; returns what it holds then. */
function transfer({ view }: Editor, type: "cut" | "copy" | "dragstart"): Copied {
  const held = new Map<string, string>();
  const data = {
    files: [],
    clearData: () => held.clear(),
    setData: (format: string, text: string) => held.set(format, text),
  };
  const event = new MouseEvent(type, { bubbles: true, cancelable: true });
  view.dom.dispatchEvent(Object.assign(event, { clipboardData: data, dataTransfer: data }));
  return { html: held.get("text/html") ?? "", text: held.get("text/plain") ?? "" };
}

it.each(["cut", "copy"] as const)(
  "CO-31 words of a %s keep their threads though others were dragged since",
  (way) => {
    const editor = openPageEditor();
    editor.view.posAtCoords = () => null; // There is no layout here.
    editor.commands.setContent("<p>前甲乙后</p><p>拖动的话</p>");
    select(editor, "甲乙");
    const { from, to } = editor.state.selection;
    const thread = editor.schema.mark(COMMENT_MARK, { thread: newId() });
    editor.view.dispatch(editor.state.tr.addMark(from, to, thread));
    const take = (): Copied => {
      const copied = transfer(editor, way);
      if (way === "copy") editor.view.dispatch(editor.state.tr.deleteSelection());
      return copied;
    };
    const threadsOn = (words: string) => editor.state.doc.nodeAt(placeOf(editor.state.doc, words))?.marks;
    const copied = take();
    select(editor, "拖动");
    expect(transfer(editor, "dragstart").text).toBe("拖动");
    expect(editor.view.dragging?.slice.content.textBetween(0, 4)).toContain("拖动");
    editor.view.dragging = null;
    editor.commands.setTextSelection(placeOf(editor.state.doc, "的话"));
    pasteCopied(editor, copied);
    expect(editor.state.doc.lastChild?.textContent).toBe("拖动甲乙的话");
    expect(threadsOn("甲乙")).toEqual([thread]);
    // What is taken from then on is known again.
    select(editor, "甲乙");
    const again = take();
    editor.commands.setTextSelection(placeOf(editor.state.doc, "后"));
    pasteCopied(editor, again);
    expect(editor.state.doc.firstChild?.textContent).toBe("前甲乙后");
    expect(threadsOn("甲乙")).toEqual([thread]);
  },
);
