/**
 * What a table's element holds, wherever it stands in it. Pages put forms, divs and bare words between a
 * table and its rows; every browser shows them.
 */
import { isDropped } from "./element-kind";

export interface TableParts {
  readonly rows: readonly TableRow[];
  /** The caption and what stands in no cell: neighbouring nodes together. Browsers show it above the table. */
  readonly loose: readonly (readonly ChildNode[])[];
}

/** Its cells, of which cells of rows above may leave it none; cells without a row around them make one together. */
export type TableRow = readonly Element[];

/** The parts of a table, not those of tables inside it. */
export function tableParts(table: Element): TableParts {
  const rows: Element[][] = [];
  const loose: ChildNode[][] = [];
  /** Whether the last row is open for a cell without a row, and the last loose group for another node. */
  let isRowOpen = false;
  let isGroupOpen = false;

  const readAll = (parent: Element, row: Element[] | null) => {
    for (const child of parent.childNodes) readPart(child, row);
  };
  const readPart = (child: ChildNode, row: Element[] | null) => {
    if (!isElement(child)) {
      if (child.nodeType === child.TEXT_NODE && child.textContent?.trim() !== "") addLoose(child);
    } else if (isDropped(child)) {
      return;
    } else if (isCell(child)) {
      isGroupOpen = false;
      addCell(child, row);
    } else if (child.localName === "tr") {
      [isRowOpen, isGroupOpen] = [false, false];
      const cells: Element[] = [];
      rows.push(cells);
      readAll(child, cells);
    } else if (child.localName !== "table" && child.querySelector("tr, td, th") !== null) {
      [isRowOpen, isGroupOpen] = [false, false];
      readAll(child, row);
    } else {
      addLoose(child);
    }
  };
  const addCell = (cell: Element, row: Element[] | null) => {
    if (row === null && !isRowOpen) {
      rows.push([]);
      isRowOpen = true;
    }
    (row ?? rows.at(-1))?.push(cell);
  };
  const addLoose = (node: ChildNode) => {
    if (!isGroupOpen) loose.push([]);
    loose.at(-1)?.push(node);
    isGroupOpen = true;
  };

  readAll(table, null);
  return { rows, loose };
}

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === node.ELEMENT_NODE;

const isCell = ({ localName }: Element): boolean => localName === "td" || localName === "th";
