/** Tables of an .odt as Word's: a cell over several rows goes on in each of them. */
import type { XmlElement } from "../package/xml-elements";
import { type OdtText, type Place, wordBlocks } from "./odt-blocks";
import { property, word } from "./word-markup";

/** Word has no table of more columns; a hostile file repeats rows and cells without end. */
const MOST_COLUMNS = 63;
const MOST_ROWS = 500;

/** A cell that goes on in rows below. */
interface Span {
  readonly columns: number;
  rows: number;
}

export function wordTable(table: XmlElement, place: Place, text: OdtText): XmlElement {
  const spans = new Map<number, Span>();
  const rows = rowsOf(table, false).flatMap(({ row, isHead }) =>
    repeated(row, "table:number-rows-repeated", MOST_ROWS).map(() => {
      const cells = wordCells(row, spans, (cell) =>
        wordBlocks(cell.children, text, { ...place, item: null, list: null }),
      );
      return word("tr", {}, [word("trPr", {}, isHead ? [property("tblHeader", true)] : []), ...cells]);
    }),
  );
  return word("tbl", {}, rows);
}

function rowsOf(element: XmlElement, isHead: boolean): { row: XmlElement; isHead: boolean }[] {
  return element.children.flatMap((child) => {
    if (child.name === "table:table-row") return [{ row: child, isHead }];
    if (!/^table:table-(?:header-rows|rows|row-group)$/.test(child.name)) return [];
    return rowsOf(child, isHead || child.name === "table:table-header-rows");
  });
}

function wordCells(
  row: XmlElement,
  spans: Map<number, Span>,
  read: (cell: XmlElement) => readonly XmlElement[],
): XmlElement[] {
  const made: XmlElement[] = [];
  let column = 0;
  /** Columns that the cell before takes. */
  let taken = 0;
  for (const cell of row.children.flatMap((each) =>
    repeated(each, "table:number-columns-repeated", MOST_COLUMNS),
  )) {
    const isCovered = cell.name === "table:covered-table-cell";
    if ((!isCovered && cell.name !== "table:table-cell") || column + taken >= MOST_COLUMNS) continue;
    if (isCovered && taken > 0) {
      column += 1;
      taken -= 1;
      continue;
    }
    column += taken;
    const over = isCovered ? spans.get(column) : undefined;
    const columns = over?.columns ?? count(cell, "table:number-columns-spanned", MOST_COLUMNS - column);
    const rows = count(cell, "table:number-rows-spanned", MOST_ROWS);
    if (over !== undefined) {
      over.rows -= 1;
      if (over.rows === 0) spans.delete(column);
    } else if (rows > 1) spans.set(column, { columns, rows: rows - 1 });
    const merge = over !== undefined ? "continue" : rows > 1 ? "restart" : null;
    const properties = [
      property("gridSpan", columns),
      ...(merge === null ? [] : [property("vMerge", merge)]),
    ];
    made.push(word("tc", {}, [word("tcPr", {}, properties), ...read(cell)]));
    column += 1;
    taken = columns - 1;
  }
  return made;
}

const repeated = (element: XmlElement, attribute: string, most: number): XmlElement[] =>
  Array<XmlElement>(count(element, attribute, most)).fill(element);

function count({ attributes }: XmlElement, attribute: string, most: number): number {
  const number = Number(attributes[attribute] ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
}
