// @vitest-environment happy-dom
/** Tables whose rows aren't as long as one another: what others brought, or what crossed. */
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { CellSelection, TableMap } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { changeTable, TABLE_ACTIONS } from "@/components/editor/blocks/table";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { FRAGMENT } from "@/core/document/fragment";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { copySelection, openPageEditor, pasteCopied } from "./page-editor";

const PERSON = "a".repeat(20);

function open() {
  const mode = { isOn: false };
  const shared = createSharedDocument();
  const editor = openPageEditor(
    Collaboration.configure({ document: shared, field: FRAGMENT }),
    Suggesting.configure({ person: PERSON, isOn: () => mode.isOn }),
  );
  return { editor, mode, shared };
}

type Page = ReturnType<typeof open>;

/** Each takes what the other has. */
function exchange(one: Page, other: Page): void {
  const [lacking, lackingThere] = [other, one].map(({ shared }, at) =>
    Y.encodeStateAsUpdate(shared, Y.encodeStateVector((at === 0 ? one : other).shared)),
  );
  if (lacking !== undefined) Y.applyUpdate(one.shared, lacking, "network");
  if (lackingThere !== undefined) Y.applyUpdate(other.shared, lackingThere, "network");
}

const cell = (text: string, attrs = {}): DocumentNode => ({
  type: "tableCell",
  attrs,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
const cellsOf = (doc: Node) =>
  doc.child(0).children.map(({ children }) => children.map(({ textContent }) => textContent));

const TABLES: Readonly<Record<string, readonly DocumentNode[]>> = {
  "a short row below": [row(cell("甲"), cell("乙"), cell("丙")), row(cell("丁"))],
  "a short row above": [row(cell("甲")), row(cell("乙"), cell("丙"), cell("丁"))],
  "a short row between": [row(cell("甲"), cell("乙")), row(cell("丙")), row(cell("丁"), cell("戊"))],
  "a cell that reaches below the table": [row(cell("甲", { rowspan: 5 }), cell("乙")), row(cell("丙"))],
  "cells over one another": [row(cell("甲"), cell("乙", { rowspan: 2 })), row(cell("丙", { colspan: 2 }))],
};

/** A page with the table, which somebody else wrote; the caret is in the last row. */
function openWith(rows: readonly DocumentNode[]): Page {
  const [theirs, page] = [open(), open()];
  // As a page of an older program would write it.
  theirs.editor.view.setProps({ dispatchTransaction: undefined });
  const { schema } = theirs.editor;
  const doc = schema.nodeFromJSON({
    type: "doc",
    content: [{ type: "table", content: rows }, { type: "paragraph" }],
  });
  const state = theirs.editor.state.reconfigure({
    plugins: theirs.editor.state.plugins.filter(({ spec }) => spec.appendTransaction === undefined),
  });
  theirs.editor.view.updateState(state);
  theirs.editor.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content));
  exchange(page, theirs);
  page.editor.commands.setTextSelection(page.editor.state.doc.child(0).nodeSize - 4);
  return page;
}

describe.each(Object.entries(TABLES))("a table with %s", (_name, rows) => {
  it.each(TABLE_ACTIONS)("ED-83 %s works, and leaves even rows", (action) => {
    const { editor } = openWith(rows);
    expect(changeTable(editor, action)).toBe(true);
    const [table] = editor.state.doc.children.filter(({ type }) => type.name === "table");
    expect(table && TableMap.get(table).problems).toBeFalsy();
    if (action.startsWith("add")) expect(editor.state.doc.textContent).toContain("甲");
  });

  it.each(TABLE_ACTIONS)("ED-83 %s in 修订 works, and rejected leaves the table as it was", (action) => {
    const { editor, mode } = openWith(rows);
    const base = editor.state.doc.toJSON();
    mode.isOn = true;
    expect(changeTable(editor, action)).toBe(true);
    if (action !== "deleteTable") expect(changeTable(editor, "addRowAfter")).toBe(true);
    expect(rejectAll(editor.state.doc).toJSON()).toEqual(base);
    const accepted = acceptAll(editor.state.doc);
    for (const block of accepted.children) {
      if (block.type.name === "table") expect(TableMap.get(block).problems).toBeNull();
    }
  });

  it("ED-83 typing in it changes nothing but the words", () => {
    const { editor } = openWith(rows);
    const lengths = cellsOf(editor.state.doc).map(({ length }) => length);
    editor.commands.insertContent("字");
    expect(cellsOf(editor.state.doc).map(({ length }) => length)).toEqual(lengths);
    expect(editor.state.doc.textContent).toContain("字");
  });
});

it.each([false, true])("ED-83 cells that were copied go into its cells (in 修订: %s)", (isOn) => {
  const { editor, mode } = openWith(TABLES["a short row below"] ?? []);
  const base = editor.state.doc.toJSON();
  const place = editor.state.selection.head;
  editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.state.doc, 2)));
  const copied = copySelection(editor);
  mode.isOn = isOn;
  editor.commands.setTextSelection(place);
  pasteCopied(editor, copied);
  expect(cellsOf(acceptAll(editor.state.doc))).toEqual([
    ["甲", "乙", "丙"],
    ["甲", "", ""],
  ]);
  if (isOn) expect(rejectAll(editor.state.doc).toJSON()).toEqual(base);
});

it("ED-84 a row and a column that two writers add in the same moment fill no table with cells while both type on", () => {
  const [one, other] = [open(), open()];
  one.editor.commands.setContent(
    "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><p>后</p>",
  );
  exchange(one, other);
  for (const { editor } of [one, other]) editor.commands.setTextSelection(4);
  changeTable(one.editor, "addColumnAfter");
  changeTable(other.editor, "addRowAfter");
  exchange(one, other);
  const crossed = cellsOf(one.editor.state.doc);
  for (let key = 0; key < 4; key += 1) {
    for (const { editor } of [one, other]) {
      editor.commands.insertContentAt(editor.state.doc.content.size - 1, "字");
    }
    exchange(one, other);
  }
  expect(cellsOf(one.editor.state.doc)).toEqual(crossed);
  expect(cellsOf(other.editor.state.doc)).toEqual(crossed);
  expect(crossed.map(({ length }) => length)).toEqual([3, 2, 3]);
  one.editor.commands.setTextSelection(4);
  expect(changeTable(one.editor, "addRowAfter")).toBe(true);
  expect(cellsOf(one.editor.state.doc).map(({ length }) => length)).toEqual([3, 3, 3, 3]);
});
