/** Rows and columns of tables as suggestions. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteRow } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";

const AUTHOR = "a".repeat(20);
const schema = documentSchema();
const paragraph = (text: string) => schema.node("paragraph", null, text === "" ? [] : [schema.text(text)]);
const row = (...cells: string[]) =>
  schema.node(
    "tableRow",
    null,
    cells.map((text) => schema.node("tableCell", null, paragraph(text))),
  );
const table = schema.node("doc", null, [
  schema.node("table", null, [row("单位", "任务"), row("甲处", "调研"), row("乙处", "起草")]),
  paragraph("以上"),
]);
const rowsOf = (doc: Node) => doc.child(0).children.map(({ textContent }) => textContent);

type Command = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean;

/** With the caret in the second row's first cell. */
function suggest(doc: Node, command: Command): Node {
  const caret = 3 + doc.child(0).child(0).nodeSize + 2;
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
  let after: Transaction | null = null;
  expect(
    command(state, (tr) => {
      after = tr;
    }),
  ).toBe(true);
  if (after === null) throw new Error("the command did nothing");
  const edited: Transaction = after;
  const { tr } = EditorState.create({ doc });
  const author = { id: "suggestion0000000001", person: AUTHOR, at: 1 };
  trackChange(tr, { after: edited.doc, author, caret: edited.selection.head, forward: false });
  return tr.doc;
}

describe("tables", () => {
  it("SU-49 a row that is put in is a suggestion of that row alone", () => {
    const doc = suggest(table, addRowAfter);
    const slots = doc.child(0).children.map(({ attrs }) => attrs.inserted !== null);
    expect(slots).toEqual([false, false, true, false]);
    expect(listSuggestions(doc)).toMatchObject([{ kind: "insert", unit: "tableRow" }]);
    expect(rowsOf(acceptAll(doc))).toEqual(["单位任务", "甲处调研", "", "乙处起草"]);
    expect(rejectAll(doc).eq(table)).toBe(true);
  });

  it("SU-49 a row that is taken out stays, struck out, until it is accepted", () => {
    const doc = suggest(table, deleteRow);
    const slots = doc.child(0).children.map(({ attrs }) => attrs.removed !== null);
    expect(slots).toEqual([false, true, false]);
    expect(listSuggestions(doc)).toMatchObject([
      { kind: "delete", deletedText: "甲处调研", unit: "tableRow" },
    ]);
    expect(rowsOf(acceptAll(doc))).toEqual(["单位任务", "乙处起草"]);
    expect(rejectAll(doc).eq(table)).toBe(true);
  });

  it("SU-49 a column that is put in replaces the table, which comes back when it is rejected", () => {
    const doc = suggest(table, addColumnAfter);
    const tables = doc.children.filter(({ type }) => type.name === "table");
    expect(tables.map(({ children }) => children.map(({ childCount }) => childCount))).toEqual([
      [2, 2, 2],
      [3, 3, 3],
    ]);
    expect(
      acceptAll(doc)
        .child(0)
        .children.map(({ childCount }) => childCount),
    ).toEqual([3, 3, 3]);
    expect(rowsOf(acceptAll(doc))).toEqual(["单位任务", "甲处调研", "乙处起草"]);
    expect(rejectAll(doc).eq(table)).toBe(true);
  });
});
