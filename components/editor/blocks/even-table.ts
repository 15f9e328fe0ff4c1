/**
 * Where the editor makes the rows of a table as long as one another: where a command works on the table, and where
 * one's own edit left rows shorter. What others wrote stays as it is until then: if every page filled it up by itself,
 * each would add its own cells to the same row, which would be too long then, and so on with every key.
 */
import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { fixTablesKey, TableMap } from "@tiptap/pm/tables";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { evenRowsOf } from "@/core/document/even-rows";

/** A text in which the table around the selection is even; null where it is, or none is there. */
export function evenedTable({ doc, selection }: Transaction): Transaction | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (!isUneven($from.node(depth))) continue;
    const { tr } = EditorState.create({ doc, selection });
    evenTable(tr, $from.before(depth));
    return tr;
  }
  return null;
}

/** What has to follow edits of one's own that left rows of other lengths; null where nothing has to. */
export function evenAfterOwnEdit(
  edits: readonly Transaction[],
  before: EditorState,
  { doc, tr }: EditorState,
): Transaction | null {
  if (!edits.some((edit) => edit.docChanged && edit.getMeta(ySyncPluginKey) === undefined)) return null;
  for (const pos of newlyUneven(before.doc, doc)) evenTable(tr, tr.mapping.map(pos));
  return tr.docChanged ? tr.setMeta(fixTablesKey, { fixTables: true }) : null;
}

/** Where tables are uneven; none where one was before, since that may be somebody else's. */
function newlyUneven(before: Node, after: Node): number[] {
  const places: number[] = [];
  if (before.children.some(isUneven)) return places;
  after.forEach((block, pos) => {
    if (isUneven(block)) places.push(pos);
  });
  return places;
}

/** Of a table that was looked at before, prosemirror-tables remembers whether anything is wrong with it. */
export const isUneven = (block: Node) =>
  block.type.name === "table" && TableMap.get(block).problems !== null && evenRowsOf(block) !== null;

function evenTable(tr: Transaction, pos: number): void {
  const table = tr.doc.nodeAt(pos);
  const even = table?.type.name === "table" ? evenRowsOf(table) : null;
  if (table === null || even === null) return;
  let start = pos + 1;
  const rows = table.children.map((row, y) => {
    const end = start + row.nodeSize;
    const placed = { row, start, end, ...even[y] };
    start = end;
    return placed;
  });
  // From below, so that the places above hold.
  for (const { row, start: rowStart, end, spans = [], missing = 0 } of rows.reverse()) {
    const cell = (row.firstChild?.type ?? row.type.schema.nodes.tableCell)?.createAndFill();
    if (cell)
      tr.insert(
        end - 1,
        Array.from({ length: missing }, () => cell),
      );
    row.forEach(({ attrs }, offset, index) => {
      const at = rowStart + 1 + offset;
      for (const [name, value] of Object.entries(spans[index] ?? {})) {
        if (attrs[name] !== value) tr.setNodeAttribute(at, name, value);
      }
    });
  }
}
