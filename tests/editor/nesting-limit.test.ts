// @vitest-environment happy-dom
/** How deep a writer gets lists into one another, by whatever key. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { afterEach, expect, it } from "vitest";
import { FRAGMENT } from "@/core/document/fragment";
import { deepestNesting } from "@/core/document/nesting";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { LIMITS } from "@/core/limits";
import { writeDocument } from "@/server/sync/write-document";
import { placeOf } from "../helpers/text-edits";
import { openPageEditor, pasteCopied, press } from "./page-editor";
import { openSuggesting, typeText } from "./suggesting-editor";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

const MOST_LISTS = (LIMITS.nestedBlocks - 2) / 2;
const line = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const list = (...content: DocumentNode[][]): DocumentNode => ({
  type: "bulletList",
  content: content.map((blocks) => ({ type: "listItem", content: blocks })),
});

/** Lists in one another, with these items in the innermost. */
function nested(lists: number, ...items: string[]): DocumentNode {
  let block = list(...items.map((words) => [line(words)]));
  for (let made = 1; made < lists; made += 1) block = list([line("外"), block]);
  return block;
}

const depthIn = (page: Editor) => deepestNesting(page.getJSON() as DocumentNode);

function openWith(mode: { isOn: boolean }, ...content: DocumentNode[]): Editor {
  editor = openSuggesting(content, mode);
  return editor;
}

it.each([
  ["writing", false],
  ["in 修订", true],
])("ED-169 Tab sinks an item as deep as a text may be, and no deeper (%s)", (_how, isOn) => {
  const shallow = openWith({ isOn }, nested(MOST_LISTS - 1, "甲", "乙"), line("后"));
  shallow.commands.setTextSelection(placeOf(shallow.state.doc, "乙"));
  expect(press(shallow, "Tab")).toBe(true);
  expect(depthIn(shallow)).toBe(LIMITS.nestedBlocks - 1);
  shallow.destroy();

  const deepest = openWith({ isOn }, nested(MOST_LISTS, "甲", "乙"), line("后"));
  const before = deepest.state.doc;
  deepest.commands.setTextSelection(placeOf(before, "乙"));
  // Taken all the same: else the page's focus would leave the text.
  expect(press(deepest, "Tab")).toBe(true);
  expect(deepest.state.doc.eq(before)).toBe(true);
  typeText(deepest, "字");
  expect(deepest.state.doc.textContent).toContain("字乙");
});

it("ED-169 Tab takes no item deeper whose own lists would stand too deep then", () => {
  const page = openWith({ isOn: false }, list([line("甲")], [line("乙"), nested(MOST_LISTS - 1, "里")]));
  const before = page.state.doc;
  page.commands.setTextSelection(placeOf(before, "乙"));
  press(page, "Tab");
  expect(page.state.doc.eq(before)).toBe(true);
});

it("ED-169 a list pasted in a cell, or where a list is not, is made shallower with all its words", () => {
  const words = Array.from({ length: 40 }, (_, at) => `第${at + 1}层`);
  const html = words.reduceRight((inner, text) => `<ul><li>${text}${inner}</li></ul>`, "");
  const cell = { type: "tableCell", content: [line("格")] };
  const table = { type: "table", content: [{ type: "tableRow", content: [cell, cell] }] };
  for (const place of ["格", "后"]) {
    const page = openWith({ isOn: false }, table, line("后"));
    page.commands.setTextSelection(placeOf(page.state.doc, place));
    pasteCopied(page, { html, text: words.join("\n") });
    expect(page.state.doc.textContent.match(/第\d+层/g)).toEqual(words);
    expect(depthIn(page)).toBeLessThanOrEqual(LIMITS.nestedBlocks);
    page.destroy();
  }
});

it("ED-169 what others wrote deeper before is shown, and its words are changed as any", () => {
  const doc = createSharedDocument();
  editor = openPageEditor(Collaboration.configure({ document: doc, field: FRAGMENT }));
  doc.transact(() => writeDocument(doc, { type: "doc", content: [nested(MOST_LISTS + 10, "深")] }), "else");
  expect(depthIn(editor)).toBeGreaterThan(LIMITS.nestedBlocks);
  editor.commands.setTextSelection(placeOf(editor.state.doc, "深"));
  typeText(editor, "更");
  expect(editor.state.doc.textContent).toContain("更深");
});
