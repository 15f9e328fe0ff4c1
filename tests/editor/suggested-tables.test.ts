// @vitest-environment happy-dom
/** Columns and rows as suggestions in the editor, whose tables would fill up rows that are shorter than others. */
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { changeTable, type TableAction } from "@/components/editor/blocks/table";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { openPageEditor } from "./page-editor";

const PERSON = "a".repeat(20);
const TABLE = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><p>后</p>";

function open() {
  const mode = { isOn: false };
  const editor = openPageEditor(
    Collaboration.configure({ document: createSharedDocument(), field: FRAGMENT }),
    Suggesting.configure({ person: PERSON, isOn: () => mode.isOn }),
  );
  editor.commands.setContent(TABLE);
  editor.commands.setTextSelection(4);
  return { editor, mode };
}

const cellsOf = (doc: Node) =>
  doc.child(0).children.map(({ children }) => children.map(({ textContent }) => textContent));

it.each<readonly [TableAction, readonly (readonly string[])[]]>([
  [
    "addColumnAfter",
    [
      ["甲", "", "乙"],
      ["丙", "", "丁"],
    ],
  ],
  ["deleteColumn", [["乙"], ["丁"]]],
  [
    "addRowAfter",
    [
      ["甲", "乙"],
      ["", ""],
      ["丙", "丁"],
    ],
  ],
  ["deleteRow", [["丙", "丁"]]],
])(
  "SU-49 %s in 修订 puts in no cell but its own, and rejected leaves the table as it was",
  (action, accepted) => {
    const { editor, mode } = open();
    const base = editor.state.doc.toJSON();
    mode.isOn = true;
    expect(changeTable(editor, action)).toBe(true);
    // On with it: another edit lets the editor look at its tables again.
    editor.commands.insertContentAt(4, "字");
    editor.commands.deleteRange({ from: 4, to: 5 });
    expect(rejectAll(editor.state.doc).toJSON()).toEqual(base);
    expect(cellsOf(acceptAll(editor.state.doc))).toEqual(accepted);
  },
);

it("SU-49 rows of another length that are proposed in one table stay as they are while somebody types in it", () => {
  const { editor } = open();
  const { doc, tr } = editor.state;
  const slot = `s0000000000000001.${PERSON}.1`;
  const [first, second] = doc.child(0).children;
  const proposed = editor.schema.nodes.tableRow?.create({ inserted: slot }, doc.child(0).child(0).child(0));
  if (first === undefined || second === undefined || proposed === undefined) throw new Error("no rows");
  const rows = [first, second].map((row) => row.type.create({ ...row.attrs, removed: slot }, row.content));
  editor.view.dispatch(
    tr.replaceWith(0, doc.child(0).nodeSize, doc.child(0).type.create(null, [...rows, proposed])),
  );
  editor.commands.insertContentAt(4, "字");
  expect(cellsOf(editor.state.doc).map(({ length }) => length)).toEqual([2, 2, 1]);
});

it("SU-49 a table without proposals is filled up as ever", () => {
  const { editor } = open();
  editor.commands.deleteRange({ from: 2, to: 7 });
  expect(cellsOf(editor.state.doc).map(({ length }) => length)).toEqual([2, 2]);
});
