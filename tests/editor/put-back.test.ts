// @vitest-environment happy-dom
/** What was copied in the page and is pasted, or dropped, into tables, lists and quotations. */
import type { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newId } from "@/core/new-id";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { AUTHOR } from "../core/tracked-edit";
import { copySelection, openPageEditor, pasteCopied, selectCells } from "./page-editor";

const HEADINGS = "<h2>形势</h2><h2>任务</h2>";
const TABLE =
  "<table><tr><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>丁</td><td></td><td>己</td></tr></table>";

function open(html: string) {
  const mode = { isOn: false };
  const editor = openPageEditor(
    Collaboration.configure({ document: createSharedDocument(), field: FRAGMENT }),
    Suggesting.configure({ person: AUTHOR, isOn: () => mode.isOn }),
  );
  editor.commands.setContent(html);
  return { editor, mode };
}

/** The place right before these words. */
function placeOf({ state: { doc } }: Editor, words: string): number {
  let place = -1;
  doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (place < 0 && at >= 0) place = pos + at;
  });
  expect(place, words).toBeGreaterThan(0);
  return place;
}

/** From before the first words to behind the last. */
function select(editor: Editor, first: string, last = first): void {
  const { doc, tr } = editor.state;
  const end = placeOf(editor, last) + last.length;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, placeOf(editor, first), end)));
}

/** The caret in the only cell of the page without words. */
function intoEmptyCell(editor: Editor): void {
  let place = -1;
  editor.state.doc.descendants(({ type, content }, pos) => {
    if (type.name === "tableCell" && content.size === 2) place = pos + 2;
  });
  editor.commands.setTextSelection(place);
}

/** Of each table its cells' lines. */
function tablesIn(doc: Node): string[][][] {
  const tables = doc.children.filter(({ type }) => type.name === "table");
  return tables.map(({ children: rows }) =>
    rows.map(({ children: cells }) =>
      cells.map(({ children }) => children.map(({ textContent }) => textContent).join("|")),
    ),
  );
}
const kindsIn = (doc: Node) => doc.children.map(({ type }) => type.name);

it("ED-150 the whole text, pasted in the body of a run-in heading, makes no heading of the rest", () => {
  const { editor } = open("<h3 data-run-in>夯实基础。要抓基层。要打基础。</h3><p>后</p>");
  editor.commands.selectAll();
  const copied = copySelection(editor);
  editor.commands.setTextSelection(placeOf(editor, "要打基础"));
  pasteCopied(editor, copied);
  const lines = editor.state.doc.children.map(({ type, textContent }) => `${type.name} ${textContent}`);
  expect(lines).toEqual([
    "heading 夯实基础。要抓基层。",
    "heading 夯实基础。要抓基层。要打基础。",
    "paragraph 后",
    "paragraph 要打基础。",
    "paragraph 后",
  ]);
});

describe("copied in the page and pasted into a cell", () => {
  const withHeadings = [
    [
      ["甲", "乙", "丙"],
      ["丁", "一、形势|二、任务", "己"],
    ],
  ];

  it("ED-160 headings are lines of the cell, with their numbers, and the table stays one", () => {
    const { editor } = open(`${HEADINGS}${TABLE}<p>后</p>`);
    const before = editor.state.doc.toJSON();
    select(editor, "形势", "任务");
    const copied = copySelection(editor);
    intoEmptyCell(editor);
    pasteCopied(editor, copied);
    expect(tablesIn(editor.state.doc)).toEqual(withHeadings);
    expect(kindsIn(editor.state.doc)).toEqual(["heading", "heading", "table", "paragraph"]);
    editor.commands.undo();
    expect(editor.state.doc.toJSON()).toEqual(before);
  });

  it("ED-160 so they are in 修订", () => {
    const { editor, mode } = open(`${HEADINGS}${TABLE}<p>后</p>`);
    const before = editor.state.doc.toJSON();
    select(editor, "形势", "任务");
    const copied = copySelection(editor);
    mode.isOn = true;
    intoEmptyCell(editor);
    pasteCopied(editor, copied);
    expect(tablesIn(acceptAll(editor.state.doc))).toEqual(withHeadings);
    expect(rejectAll(editor.state.doc).toJSON()).toEqual(before);
  });

  it("ED-160 headings that were cut bring their threads along", () => {
    const { editor } = open(`${HEADINGS}${TABLE}<p>后</p>`);
    select(editor, "形势", "任务");
    const { from, to } = editor.state.selection;
    const thread = editor.schema.mark(COMMENT_MARK, { thread: newId() });
    editor.view.dispatch(editor.state.tr.addMark(from, to, thread));
    const copied = copySelection(editor);
    editor.view.dispatch(editor.state.tr.deleteSelection());
    intoEmptyCell(editor);
    pasteCopied(editor, copied);
    for (const words of ["形势", "任务"]) {
      expect(editor.state.doc.nodeAt(placeOf(editor, words))?.marks).toEqual([thread]);
    }
  });

  it("ED-160 words and whole lines that a cell can hold come in as they are, bold too", () => {
    const { editor } = open(`<p>子<strong>丑</strong></p><ul><li>寅</li></ul>${TABLE}<p>后</p>`);
    select(editor, "丑", "寅");
    const copied = copySelection(editor);
    intoEmptyCell(editor);
    pasteCopied(editor, copied);
    const [, , table] = editor.state.doc.children;
    expect(table?.child(1).child(1).toString()).toBe(
      'tableCell(paragraph(bold("丑")), bulletList(listItem(paragraph("寅"))))',
    );
    expect(tablesIn(editor.state.doc)[0]?.map(({ length }) => length)).toEqual([3, 3]);
  });

  it("ED-160 headings over cells that are selected go into one of them, each a line", () => {
    const { editor } = open(`${HEADINGS}${TABLE}<p>后</p>`);
    select(editor, "形势", "任务");
    const copied = copySelection(editor);
    selectCells(editor, "甲", "乙");
    pasteCopied(editor, copied);
    const [table] = tablesIn(editor.state.doc);
    expect(table?.map(({ length }) => length)).toEqual([3, 3]);
    expect(table?.[0]).toContain("一、形势|二、任务");
    expect(kindsIn(editor.state.doc)).toEqual(["heading", "heading", "table", "paragraph"]);
  });
});

describe("cells that were copied", () => {
  const copiedDown = [
    [
      ["甲", "乙", "丙"],
      ["甲", "乙", "丙"],
    ],
  ];

  it("ED-160 take the place of the cells from the caret on, and add no columns; one undo takes it back", () => {
    const { editor } = open(`${TABLE}<p>后</p>`);
    const before = editor.state.doc.toJSON();
    selectCells(editor, "甲", "丙");
    const copied = copySelection(editor);
    select(editor, "丁");
    pasteCopied(editor, copied);
    expect(tablesIn(editor.state.doc)).toEqual(copiedDown);
    editor.commands.undo();
    expect(editor.state.doc.toJSON()).toEqual(before);
  });

  it("ED-160 are suggestions in 修订", () => {
    const { editor, mode } = open(`${TABLE}<p>后</p>`);
    const before = editor.state.doc.toJSON();
    selectCells(editor, "甲", "丙");
    const copied = copySelection(editor);
    mode.isOn = true;
    select(editor, "丁");
    pasteCopied(editor, copied);
    expect(tablesIn(acceptAll(editor.state.doc))).toEqual(copiedDown);
    expect(rejectAll(editor.state.doc).toJSON()).toEqual(before);
  });

  it("ED-160 are lines in a quotation, and no table in two halves of it", () => {
    const { editor } = open(`${TABLE}<blockquote><p>子丑</p></blockquote>`);
    selectCells(editor, "甲", "丙");
    const copied = copySelection(editor);
    editor.commands.setTextSelection(placeOf(editor, "丑"));
    pasteCopied(editor, copied);
    expect(editor.state.doc.child(1).children.map(({ textContent }) => textContent)).toEqual([
      "子",
      "甲",
      "乙",
      "丙",
      "丑",
    ]);
  });
});

it("ED-160 items and headings pasted into a quotation leave it whole", () => {
  for (const [html, lines] of [
    ["<ol><li>天</li><li>地</li></ol>", ["子", "1. 天", "2. 地", "丑"]],
    ["<h2>天</h2><h2>地</h2>", ["子", "一、天", "二、地", "丑"]],
  ] as const) {
    const { editor } = open(`${html}<blockquote><p>子丑</p></blockquote><p>后</p>`);
    select(editor, "天", "地");
    const copied = copySelection(editor);
    editor.commands.setTextSelection(placeOf(editor, "丑"));
    pasteCopied(editor, copied);
    const quotations = editor.state.doc.children.filter(({ type }) => type.name === "quotation");
    expect(quotations.map(({ children }) => children.map(({ textContent }) => textContent))).toEqual([lines]);
  }
});

describe("dragged in the page and dropped on a cell", () => {
  /** Drops what is selected right before these words. */
  function drop(editor: Editor, words: string): void {
    const { view } = editor;
    const pos = placeOf(editor, words);
    const { slice } = view.serializeForClipboard(view.state.selection.content());
    view.dragging = { slice, move: true };
    // There is no layout here.
    view.posAtCoords = () => ({ pos, inside: pos });
    view.focus = () => undefined;
    const dataTransfer = { getData: () => "", files: [], types: ["text/html", "text/plain"] };
    const event = new MouseEvent("drop", { bubbles: true, cancelable: true });
    view.dom.dispatchEvent(Object.assign(event, { dataTransfer }));
  }

  it("ED-160 headings come before or behind the table, which stays whole", () => {
    const { editor } = open(`<p>前</p>${HEADINGS}${TABLE}<p>后</p>`);
    const [before] = tablesIn(editor.state.doc);
    select(editor, "形势", "任务");
    drop(editor, "己");
    const { doc } = editor.state;
    expect(tablesIn(doc)).toEqual([before]);
    const headings = doc.children.filter(({ type }) => type.name === "heading");
    expect(headings.map(({ textContent }) => textContent).filter(Boolean)).toEqual(["形势", "任务"]);
    expect(doc.lastChild?.textContent).toBe("后");
  });

  it("ED-160 words and lines go into it", () => {
    const { editor } = open(`<p>前</p><p>子</p>${TABLE}<p>后</p>`);
    select(editor, "前", "子");
    drop(editor, "己");
    const [table] = tablesIn(editor.state.doc);
    expect(table?.map(({ length }) => length)).toEqual([3, 3]);
    expect(table?.[1]?.[2]).toBe("前|子己");
  });
});
