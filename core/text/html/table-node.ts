/** Tables of HTML. Every row is filled to the same width, or the editor would repair the table at once. */
import { MOST_SPANNED } from "@/core/document/attribute-rules";
import type { DocumentNode } from "@/core/document/schema";
import { cellContent, type ReadInside } from "./nested-content";
import type { TableRow } from "./table-parts";

/** Pages that write more do it to reach over whatever columns there are. */
const MOST_COLUMNS = 50;

interface PlacedCell {
  readonly cell: Element;
  /** Its first column, from 0. */
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

interface PlacedRow {
  readonly cells: readonly PlacedCell[];
  /** The columns that these cells and those of rows above take. */
  readonly taken: readonly number[];
}

/** The table with its spans; those that reach over more columns than any cell begins in are cut. */
export function tableNode(rows: readonly TableRow[], readInside: ReadInside): DocumentNode | null {
  const placed = withoutEmptyRows(placeCells(rows));
  const width = Math.max(0, ...placed.map(({ cells }) => (cells.at(-1)?.column ?? -1) + 1));
  if (width === 0) return null;
  return {
    type: "table",
    content: placed.map(({ cells, taken }) => ({
      type: "tableRow",
      content: [
        ...cells.map(({ cell, column, colspan, rowspan }) => ({
          type: cell.localName === "th" ? "tableHeader" : "tableCell",
          attrs: { colspan: Math.min(colspan, width - column), rowspan },
          content: cellContent(readInside(cell)),
        })),
        ...Array.from({ length: width - taken.filter((column) => column < width).length }, emptyCell),
      ],
    })),
  };
}

function placeCells(rows: readonly TableRow[]): PlacedRow[] {
  /** By column, the first row below the last cell that reaches into it. */
  const ends: number[] = [];
  return rows.map((row, rowIndex) => {
    const isTaken = (column: number) => (ends[column] ?? 0) > rowIndex;
    let column = 0;
    const cells = row.map((cell): PlacedCell => {
      while (isTaken(column)) column += 1;
      const first = column;
      const most = spanOf(cell, "colspan", MOST_COLUMNS);
      const rowspan = spanOf(cell, "rowspan", Math.min(rows.length - rowIndex, MOST_SPANNED));
      // It ends where a cell of a row above is in the way: two can't stand in one place.
      for (; column < first + most && !isTaken(column); column += 1) ends[column] = rowIndex + rowspan;
      return { cell, column: first, colspan: column - first, rowspan };
    });
    return { cells, taken: [...ends.keys()].filter(isTaken) };
  });
}

/** Rows without cells of their own, which the schema hasn't; what reaches over them is as much shorter. */
function withoutEmptyRows(rows: readonly PlacedRow[]): PlacedRow[] {
  const isKept = ({ cells }: PlacedRow) => cells.length > 0;
  return rows.flatMap((row, index) => {
    const cells = row.cells.map((cell) => ({
      ...cell,
      rowspan: rows.slice(index, index + cell.rowspan).filter(isKept).length,
    }));
    return isKept(row) ? [{ ...row, cells }] : [];
  });
}

function emptyCell(): DocumentNode {
  return { type: "tableCell", content: [{ type: "paragraph" }] };
}

function spanOf(cell: Element, attribute: "colspan" | "rowspan", most: number): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? "", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}
