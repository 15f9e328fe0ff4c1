/**
 * Rows of one table that are as long as one another. The schema doesn't ask for it, but whoever works on tables does:
 * where a cell is missing, a command of the editor throws or takes cells away. Files and other people's pages bring such
 * tables, and so does a row that one writer adds while another adds a column.
 */
import type { Node } from "@tiptap/pm/model";
import { placeCells } from "./place-cells";
import type { DocumentNode } from "./schema";

/** What a row has to become; its cells keep their order and their words. */
export interface EvenRow {
  /** Of each of its cells, so that it stays within the table and over no other cell. */
  readonly spans: readonly { readonly colspan: number; readonly rowspan: number }[];
  /** Empty cells to add at its end. */
  readonly missing: number;
}

/** More cells than anybody means: a row of a thousand among a thousand of one. Such a table stays as it is. */
const MOST_CELLS = 20_000;

/** The rows as they have to become, or null where they are as long as one another. */
export function evenRows(table: DocumentNode): readonly EvenRow[] | null {
  const { columns, cells } = placeCells(table);
  const rows = table.content ?? [];
  if (columns * rows.length > MOST_CELLS) return null;
  const even = rows.map((): { spans: { colspan: number; rowspan: number }[]; missing: number } => ({
    spans: [],
    missing: columns,
  }));
  let isEven = true;
  for (const { node, y, colspan, rowspan } of cells) {
    even[y]?.spans.push({ colspan, rowspan });
    for (const row of even.slice(y, y + rowspan)) row.missing -= colspan;
    isEven &&= colspan === (node.attrs?.colspan ?? 1) && rowspan === (node.attrs?.rowspan ?? 1);
  }
  return isEven && even.every(({ missing }) => missing === 0) ? null : even;
}

/** The rows of a table in the editor, likewise. */
export const evenRowsOf = (table: Node): readonly EvenRow[] | null =>
  evenRows(table.toJSON() as DocumentNode); // as ProseMirror writes it

/** The document with even rows in its tables, but where rows are proposed, which may be as long as they are. */
export function withEvenRows(document: DocumentNode): DocumentNode {
  const { content } = document;
  // Tables stand at the top only.
  const blocks = content?.map((block) => (block.type === "table" ? evenTable(block) : block));
  return blocks?.some((block, index) => block !== content?.[index])
    ? { ...document, content: blocks }
    : document;
}

function evenTable(table: DocumentNode): DocumentNode {
  const { content: rows = [] } = table;
  const even = rows.some(isProposed) ? null : evenRows(table);
  if (even === null) return table;
  return {
    ...table,
    content: rows.map((row, y) => {
      const { content: cells = [] } = row;
      const own = cells.map((cell, index) => ({
        ...cell,
        attrs: { ...cell.attrs, ...even[y]?.spans[index] },
      }));
      const type = cells[0]?.type ?? "tableCell";
      const added = Array.from({ length: even[y]?.missing ?? 0 }, () => ({
        type,
        content: [{ type: "paragraph" }],
      }));
      return { ...row, content: [...own, ...added] };
    }),
  };
}

const isProposed = ({ attrs }: DocumentNode) =>
  (attrs?.inserted ?? null) !== null || (attrs?.removed ?? null) !== null;
