// @vitest-environment happy-dom
/** Lists and quotations that a writer goes out of in 修订. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { afterEach, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { press } from "./page-editor";
import { openSuggesting } from "./suggesting-editor";

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

const COLLEAGUES = { id: "c".repeat(20), person: OTHER, at: 1 };
const LINES = ["甲项", "乙项", "丙项"];

function paragraph(words: string): DocumentNode {
  const text = { type: "text", text: words };
  const added = { type: "text", text: "新", marks: [{ type: "insertion", attrs: COLLEAGUES }] };
  return { type: "paragraph", content: words === "乙项" ? [text, added] : [text] };
}

const HOLDERS: Readonly<Record<string, DocumentNode>> = {
  bulletList: {
    type: "bulletList",
    content: LINES.map((words) => ({ type: "listItem", content: [paragraph(words)] })),
  },
  quotation: { type: "quotation", content: LINES.map(paragraph) },
};

const listed = (doc: Node) => listSuggestions(doc).map(({ id, insertedText }) => [id, insertedText]);

function openBehind(holder: DocumentNode, words: string): Editor {
  editor = openSuggesting([holder, paragraph("后")]);
  editor.commands.setTextSelection(placeOf(editor.state.doc, words) + words.length);
  return editor;
}

it.each(Object.entries(HOLDERS))(
  "SU-04 leaving a %s at its end proposes the line behind it alone",
  (name, holder) => {
    const page = openBehind(holder, "丙项");
    const base = page.state.doc;
    for (let times = 0; times < 2; times += 1) expect(press(page, "Enter")).toBe(true);
    const { doc, selection } = page.state;
    expect(doc.children.map(({ type }) => type.name)).toEqual([name, "paragraph", "paragraph"]);
    expect(doc.child(0).eq(base.child(0))).toBe(true);
    expect(doc.children.some(({ attrs }) => attrs.removed != null)).toBe(false);
    expect(selection.$from.index(0)).toBe(1);
    expect(listed(doc)).toHaveLength(2);
    expect(listed(doc)).toContainEqual([COLLEAGUES.id, "新"]);
  },
);

it("SU-04 a line that leaves a list in its midst takes no item before it along", () => {
  const page = openBehind(HOLDERS.bulletList as DocumentNode, "新");
  const base = rejectAll(page.state.doc);
  for (let times = 0; times < 2; times += 1) expect(press(page, "Enter")).toBe(true);
  const { doc } = page.state;
  const [list] = doc.children;
  expect(list?.attrs.removed).toBeNull();
  expect(list?.children.map(({ attrs }) => attrs.removed != null)).toEqual([false, false, true]);
  expect(listed(doc)).toContainEqual([COLLEAGUES.id, "新"]);
  expect(acceptAll(doc).children.map(({ type }) => type.name)).toEqual([
    "bulletList",
    "paragraph",
    "bulletList",
    "paragraph",
  ]);
  expect(rejectAll(doc).eq(base)).toBe(true);
});
