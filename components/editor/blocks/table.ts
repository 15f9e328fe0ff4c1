/** Tables in a speech: small, without column widths. */
import type { Editor } from "@tiptap/core";
import { isInTable } from "@tiptap/pm/tables";
import { partBody } from "../input/part-body";

export const TABLE_ACTIONS = [
  "addRowBefore",
  "addRowAfter",
  "addColumnBefore",
  "addColumnAfter",
  "deleteRow",
  "deleteColumn",
  "toggleHeaderRow",
  "deleteTable",
] as const;
export type TableAction = (typeof TABLE_ACTIONS)[number];

/** Three by three with a header row, the caret in the first cell. */
export function insertTable(editor: Editor): boolean {
  // A cell holds none: the table around it would be cut in two to make room.
  if (isInTable(editor.state)) return false;
  const parted = editor
    .chain()
    .focus()
    // The rest of a run-in heading's body would else be a heading again, with a number.
    .command(({ tr }) => partBody(tr) || true);
  return parted.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
}

export function changeTable(editor: Editor, action: TableAction): boolean {
  return editor.chain().focus()[action]().run();
}
