// @vitest-environment happy-dom
/** What is proposed for lines that somebody makes other blocks of. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { type BlockKind, setBlockKind } from "@/components/editor/blocks/block-kind";
import type { DocumentNode } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { openSuggesting } from "./suggesting-editor";

const of = (id: string) => ({ id: id.padEnd(20, "s"), person: OTHER, at: 1 });
const slot = (id: string) => writeSlot(of(id));

/** `isNew`: its words are proposed too. */
function line(words: string, attrs: Readonly<Record<string, unknown>> = {}, isNew = false): DocumentNode {
  const marks = isNew ? [{ type: "insertion", attrs: of("new") }] : [];
  const { type = "paragraph", ...rest } = attrs;
  return { type: String(type), attrs: rest, content: [{ type: "text", text: words, marks }] };
}

/** A page with these blocks, in which all but the last are selected. */
function openWith(...content: DocumentNode[]) {
  const mode = { isOn: false };
  const editor = openSuggesting(content, mode);
  const { doc: text, tr: select } = editor.state;
  const last = text.lastChild?.nodeSize ?? 0;
  const selection = TextSelection.between(text.resolve(1), text.resolve(text.content.size - last - 1));
  editor.view.dispatch(select.setSelection(selection));
  return { editor, mode };
}

function linesIn(doc: Node): Node[] {
  const lines: Node[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node);
  });
  return lines;
}
const wordsIn = (doc: Node) => linesIn(doc).map(({ textContent }) => textContent);

function type({ view }: Editor, text: string): void {
  const { from, to } = view.state.selection;
  const insert = () => view.state.tr.insertText(text, from, to);
  if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, text, insert))) {
    view.dispatch(insert());
  }
}

const KINDS: readonly BlockKind[] = ["heading2", "title", "quotation", "bulletList", "orderedList"];

describe.each(KINDS)("lines that become %s", (kind) => {
  // Paragraphs go into a list as they are, headings become some first.
  const before = kind.endsWith("List") ? "heading" : "paragraph";
  const lines = [
    line("甲", { type: before }),
    line("乙", { type: before, removed: slot("struck") }),
    line("丙", { type: before, inserted: slot("new") }, true),
    line("丁", { type: before, joined: slot("joined") }),
    line("后"),
  ];

  it("SU-160 stay proposed to come, to go and to be joined as they are chosen directly", () => {
    const { editor } = openWith(...lines);
    expect(setBlockKind(editor, kind)).toBe(true);
    const { doc } = editor.state;
    expect(
      linesIn(doc).map(({ attrs: { inserted, removed, joined } }) => [inserted, removed, joined]),
    ).toEqual([
      [null, null, null],
      [null, slot("struck"), null],
      [slot("new"), null, null],
      [null, null, slot("joined")],
      [null, null, null],
    ]);
    expect(wordsIn(acceptAll(doc)).join("")).toBe("甲丙丁后");
    expect(wordsIn(rejectAll(doc))).toEqual(["甲", "乙", "丁", "后"]);
  });

  it("SU-160 so they do in 修订: what is struck doesn't come back", () => {
    const { editor, mode } = openWith(...lines);
    const base = rejectAll(editor.state.doc).toJSON();
    mode.isOn = true;
    expect(setBlockKind(editor, kind)).toBe(true);
    const { doc } = editor.state;
    expect(wordsIn(acceptAll(doc)).join("")).toBe("甲丙丁后");
    expect(rejectAll(doc).toJSON()).toEqual(base);
  });
});

it("SU-160 one line that becomes a quotation stays struck", () => {
  const { editor } = openWith(line("乙", { removed: slot("struck") }), line("后"));
  expect(setBlockKind(editor, "quotation")).toBe(true);
  expect(editor.state.doc.child(0).type.name).toBe("quotation");
  expect(wordsIn(acceptAll(editor.state.doc))).toEqual(["后"]);
  expect(wordsIn(rejectAll(editor.state.doc))).toEqual(["乙", "后"]);
});

it("SU-160 lines that leave a list which is proposed to come or to go stay so", () => {
  const list = (attrs: Readonly<Record<string, unknown>>, isNew: boolean): DocumentNode => ({
    type: "bulletList",
    attrs,
    content: ["甲", "乙"].map((words) => ({ type: "listItem", content: [line(words, {}, isNew)] })),
  });
  const gone = openWith(list({ removed: slot("struck") }, false), line("后")).editor;
  const come = openWith(list({ inserted: slot("new") }, true), line("后")).editor;
  for (const editor of [gone, come]) {
    expect(setBlockKind(editor, "heading1")).toBe(true);
    expect(editor.state.doc.children.map(({ type }) => type.name)).toEqual([
      "heading",
      "heading",
      "paragraph",
    ]);
  }
  expect(wordsIn(acceptAll(gone.state.doc))).toEqual(["后"]);
  expect(wordsIn(rejectAll(gone.state.doc))).toEqual(["甲", "乙", "后"]);
  expect(wordsIn(acceptAll(come.state.doc))).toEqual(["甲", "乙", "后"]);
  expect(wordsIn(rejectAll(come.state.doc))).toEqual(["后"]);
});

describe.each(["bulletList", "orderedList"] as const)("lines of a %s", (kind) => {
  const toggle = (editor: Editor) =>
    kind === "bulletList" ? editor.commands.toggleBulletList() : editor.commands.toggleOrderedList();
  const item = (words: string, attrs: Readonly<Record<string, unknown>> = {}): DocumentNode => ({
    type: "listItem",
    attrs,
    content: [line(words)],
  });
  const openList = () =>
    openWith(
      { type: kind, content: [item("一"), item("二", { removed: slot("struck") }), item("三")] },
      line("后"),
    );

  it("SU-160 stay proposed to go as the toolbar and the list's key take them out", () => {
    const { editor } = openList();
    expect(toggle(editor)).toBe(true);
    const { doc } = editor.state;
    expect(doc.children.map(({ type }) => type.name)).toEqual(Array(4).fill("paragraph"));
    expect(wordsIn(acceptAll(doc))).toEqual(["一", "三", "后"]);
    expect(wordsIn(rejectAll(doc))).toEqual(["一", "二", "三", "后"]);
  });

  it("SU-160 so does one that Shift and Tab take out", () => {
    const { editor } = openList();
    editor.commands.setTextSelection(placeOf(editor.state.doc, "二"));
    expect(editor.commands.liftListItem("listItem")).toBe(true);
    expect(wordsIn(acceptAll(editor.state.doc))).toEqual(["一", "三", "后"]);
  });

  it("SU-160 so they do in 修订, and as they are put into one", () => {
    const { editor, mode } = openList();
    const base = rejectAll(editor.state.doc).toJSON();
    mode.isOn = true;
    expect(toggle(editor)).toBe(true);
    expect(wordsIn(acceptAll(editor.state.doc))).toEqual(["一", "三", "后"]);
    expect(rejectAll(editor.state.doc).toJSON()).toEqual(base);
    const headings = openWith(
      line("一", { type: "heading" }),
      line("二", { type: "heading", removed: slot("struck") }),
      line("后"),
    );
    expect(toggle(headings.editor)).toBe(true);
    expect(wordsIn(acceptAll(headings.editor.state.doc))).toEqual(["一", "后"]);
  });
});

it.each([
  ["二产业协调发展", "、", "产业协调发展", 1],
  ["#产业协调发展", " ", "产业协调发展", 1],
] as const)("SU-160 a line that %s with %s makes a heading stays struck", (words, typed, left, level) => {
  const { editor } = openWith(line(words, { removed: slot("struck") }), line("后"));
  editor.commands.setTextSelection(2);
  type(editor, typed);
  const [heading] = editor.state.doc.children;
  expect(heading?.textContent).toBe(left);
  expect(heading?.attrs).toMatchObject({ level, runIn: false, removed: slot("struck"), retyped: null });
});

it("SU-160 a number that only counts leaves the line what it was, struck", () => {
  const { editor } = openWith(line("二产业协调发展", { removed: slot("struck") }), line("后"));
  editor.commands.setTextSelection(2);
  type(editor, "、");
  expect(editor.state.doc.child(0).type.name).toBe("heading");
  for (const letter of "三、") type(editor, letter);
  const [counting] = editor.state.doc.children;
  expect(counting?.type.name).toBe("paragraph");
  expect(counting?.attrs.removed).toBe(slot("struck"));
});
