/** Tables that only arrange a page, apart from those that say something by their rows and columns. */
import type { TableRow } from "./table-parts";

/** Past this a cell holds an article, whatever the table looks like. */
const LONGEST_CELL = 2000;
/** Cells of a bare table without heads and borders are short when it is one of data. */
const LONGEST_BARE_CELL = 100;
const WORD_TABLE = /\bMsoTable|\bMsoNormalTable\b/;

/**
 * Whether a table's cells are to be read as the page's text: it has one column, or tables within it
 * and nothing that shows its own rows and columns to be meant.
 */
export function isLayoutTable(table: Element, all: readonly TableRow[]): boolean {
  const rows = all.filter((cells) => cells.length > 0);
  if (rows.every((cells) => cells.length <= 1)) return true;
  const cells = rows.flat();
  const nesting = cells.filter((cell) => cell.querySelector("table") !== null);
  if (nesting.length === 0) return false;
  const longest = Math.max(...cells.map((cell) => (cell.textContent ?? "").trim().length));
  if (longest > LONGEST_CELL) return true;
  const isDrawn =
    Number.parseInt(table.getAttribute("border") ?? "", 10) > 0 ||
    WORD_TABLE.test(table.getAttribute("class") ?? "") ||
    cells.some(({ localName }) => localName === "th");
  if (isDrawn) return rows.length === 1;
  const isEven = rows.length > 1 && rows.every((row) => row.length > 1);
  return !isEven || longest > LONGEST_BARE_CELL || nesting.length * 2 >= cells.length;
}
