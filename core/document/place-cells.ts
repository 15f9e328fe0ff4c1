/** Where a table's cells stand. Two cells in one place would end the typesetting: the later gives way. */
import type { DocumentNode } from "./schema";

export interface PlacedCell {
  readonly node: DocumentNode;
  readonly row: DocumentNode;
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
}

export function placeCells(table: DocumentNode): {
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
} {
  const rows = table.content ?? [];
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  let columns = 1;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const node of row.content ?? []) {
      while (taken.has(`${x},${y}`)) x += 1;
      let colspan = 1;
      while (colspan < span(node, "colspan") && !taken.has(`${x + colspan},${y}`)) colspan += 1;
      const rowspan = Math.min(span(node, "rowspan"), rows.length - y);
      for (let down = 0; down < rowspan; down += 1) {
        for (let right = 0; right < colspan; right += 1) taken.add(`${x + right},${y + down}`);
      }
      cells.push({ node, row, x, y, colspan, rowspan });
      x += colspan;
      columns = Math.max(columns, x);
    }
  }
  return { columns, cells };
}

/** A table's cells as rows of equal length: null where a merged cell reaches, or no cell is. */
export function cellGrid(table: DocumentNode): (DocumentNode | null)[][] {
  const { columns, cells } = placeCells(table);
  const grid = (table.content ?? []).map(() =>
    Array.from({ length: columns }, (): DocumentNode | null => null),
  );
  for (const { node, x, y } of cells) grid[y]?.splice(x, 1, node);
  return grid;
}

const span = ({ attrs }: DocumentNode, name: "colspan" | "rowspan") =>
  Math.max(1, Number(attrs?.[name] ?? 1));
