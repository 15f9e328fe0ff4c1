/** Tables of HTML. Every row is filled to the same width, or the editor would repair the table at once. */
import { MOST_SPANNED } from "@/core/document/attribute-rules";
import type { DocumentNode } from "@/core/document/schema";
import { isDropped } from "./element-kind";
import { cellContent, type ReadInside } from "./nested-content";

/** Pages that write more do it to reach over whatever columns there are. */
const MOST_COLUMNS = 50;

/** A table that only arranges a page: one column, or tables within it. Its cells are read as text. */
export function isLayoutTable(table: Element): boolean {
  return table.querySelector("table") !== null || rowsOf(table).every((row) => cellsOf(row).length <= 1);
}

/** The cells of a table, not those of tables inside it. */
export function tableCells(table: Element): Element[] {
  return rowsOf(table).flatMap(cellsOf);
}

/** The table with its spans. */
export function tableNode(table: Element, readInside: ReadInside): DocumentNode | null {
  const rows = rowsOf(table).filter((row) => cellsOf(row).length > 0);
  /** Per row, how many of its places are taken by cells of rows above and by its own. */
  const taken: number[] = rows.map(() => 0);
  const content: DocumentNode[][] = rows.map((row, rowIndex) =>
    cellsOf(row).map((cell) => {
      const colspan = spanOf(cell, "colspan", MOST_COLUMNS);
      const rowspan = spanOf(cell, "rowspan", Math.min(rows.length - rowIndex, MOST_SPANNED));
      for (let below = rowIndex; below < rowIndex + rowspan; below += 1)
        taken[below] = (taken[below] ?? 0) + colspan;
      return {
        type: cell.localName === "th" ? "tableHeader" : "tableCell",
        attrs: { colspan, rowspan },
        content: cellContent(readInside(cell)),
      };
    }),
  );
  const width = Math.max(0, ...taken);
  if (width === 0) return null;
  return {
    type: "table",
    content: content.map((cells, rowIndex) => ({
      type: "tableRow",
      content: [...cells, ...Array.from({ length: width - (taken[rowIndex] ?? 0) }, emptyCell)],
    })),
  };
}

function emptyCell(): DocumentNode {
  return { type: "tableCell", content: [{ type: "paragraph" }] };
}

function spanOf(cell: Element, attribute: "colspan" | "rowspan", most: number): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? "", 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (isDropped(child)) return [];
    if (child.localName === "tr") return [child];
    return /^t(?:head|body|foot)$/.test(child.localName)
      ? [...child.children].filter((row) => row.localName === "tr" && !isDropped(row))
      : [];
  });
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName) && !isDropped(cell));
}
