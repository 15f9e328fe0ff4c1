/** Tables of HTML. Every row is filled to the same width, or the editor would repair the table at once. */
import { MOST_SPANNED } from "@/core/document/attribute-rules";
import type { DocumentNode } from "@/core/document/schema";
import { cellContent, type ReadInside } from "./nested-content";
import type { TableRow } from "./table-parts";

/** Pages that write more do it to reach over whatever columns there are. */
const MOST_COLUMNS = 50;

/** The table with its spans. */
export function tableNode(rows: readonly TableRow[], readInside: ReadInside): DocumentNode | null {
  /** Per row, how many of its places are taken by cells of rows above and by its own. */
  const taken: number[] = rows.map(() => 0);
  const content: DocumentNode[][] = rows.map((cells, rowIndex) =>
    cells.map((cell) => {
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
