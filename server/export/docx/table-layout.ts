/** Which cells stand in which row of a table, those that reach down from above included. */
import type { DocumentNode } from "@/core/document/schema";

export interface TableCellLayout {
  readonly node: DocumentNode;
  /** How many columns it takes. */
  readonly columns: number;
  /** `restart` begins a cell over several rows, `continue` is the rest of one. */
  readonly merge: "restart" | "continue" | null;
}

export interface TableRowLayout {
  readonly node: DocumentNode;
  readonly cells: readonly TableCellLayout[];
}

interface Reaching {
  readonly node: DocumentNode;
  readonly columns: number;
  /** Rows that it still reaches into. */
  rows: number;
}

export function tableLayout(table: DocumentNode): {
  readonly columns: number;
  readonly rows: readonly TableRowLayout[];
} {
  const reaching = new Map<number, Reaching>();
  const rows = (table.content ?? []).map((node) => ({ node, cells: rowCells(node, reaching) }));
  const widths = rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0));
  return { columns: Math.max(1, ...widths), rows };
}

/** `reaching`: by the column that a cell from above begins in; brought up to date for the next row. */
function rowCells(row: DocumentNode, reaching: Map<number, Reaching>): TableCellLayout[] {
  const cells: TableCellLayout[] = [];
  const own = [...(row.content ?? [])];
  const begun: [number, Reaching][] = [];
  for (let column = 0; own.length > 0 || reaching.has(column); ) {
    const above = reaching.get(column);
    const node = above?.node ?? own.shift();
    if (node === undefined) break;
    const columns = above?.columns ?? spanOf(node, "colspan");
    const rows = spanOf(node, "rowspan");
    cells.push({ node, columns, merge: above ? "continue" : rows > 1 ? "restart" : null });
    if (above !== undefined) above.rows -= 1;
    else if (rows > 1) begun.push([column, { node, columns, rows: rows - 1 }]);
    column += columns;
  }
  for (const [column, { rows }] of [...reaching]) if (rows === 0) reaching.delete(column);
  for (const [column, cell] of begun) reaching.set(column, cell);
  return cells;
}

const spanOf = ({ attrs }: DocumentNode, name: "colspan" | "rowspan") =>
  Math.max(1, Number(attrs?.[name] ?? 1));
