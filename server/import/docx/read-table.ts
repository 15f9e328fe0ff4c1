/** Tables: rows, and cells with how many columns they take and whether they go on from the row above. */
import { childOf, type XmlElement } from "../package/xml-elements";
import { readBlocks } from "./read-blocks";
import { alternative, type Reading } from "./reading";
import type { SourceBlock, SourceCell, SourceRow, SourceTable } from "./source";
import { flagOf, propertyOf } from "./style-sheet";

/** Word has no table of more columns. */
const MOST_COLUMNS = 63;

export function readTable(table: XmlElement, reading: Reading): SourceTable {
  const rows = partsOf(table, "w:tr", reading).map((row) => readRow(row, reading));
  return { kind: "table", rows };
}

/** Rows of a table and cells of a row also stand in content controls. Words beside them are in no place of a table. */
function partsOf(element: XmlElement, name: string, reading: Reading): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === "w:sdt" || child.name === "w:customXml" || child.name === "w:sdtContent") {
      return partsOf(child, name, reading);
    }
    if (child.name === "mc:AlternateContent")
      return alternative(child).filter((inner) => inner.name === name);
    reading.readOther(child);
    return [];
  });
}

function readRow(row: XmlElement, reading: Reading): SourceRow {
  const properties = childOf(row, "w:trPr");
  const [inserted, deleted] = [childOf(properties, "w:ins"), childOf(properties, "w:del")];
  const gap = (name: string): SourceCell[] => {
    const columns = columnsOf(propertyOf(properties, name), 0);
    return columns === 0 ? [] : [{ columns, merge: null, blocks: [] }];
  };
  return {
    inserted: inserted === undefined ? null : reading.revision(inserted),
    deleted: deleted === undefined ? null : reading.revision(deleted),
    isHead: flagOf(properties, "w:tblHeader") === true,
    cells: [
      ...gap("w:gridBefore"),
      ...joinedAcross(partsOf(row, "w:tc", reading), reading),
      ...gap("w:gridAfter"),
    ],
  };
}

const columnsOf = (value: string | undefined, otherwise: number): number => {
  const columns = Number(value ?? otherwise);
  return Number.isInteger(columns) && columns >= 0 ? Math.min(columns, MOST_COLUMNS) : otherwise;
};

/** Older files join cells of a row by w:hMerge instead of one wide cell. */
function joinedAcross(cells: readonly XmlElement[], reading: Reading): SourceCell[] {
  const joined: SourceCell[] = [];
  for (const element of cells) {
    const cell = readCell(element, reading);
    const before = joined.at(-1);
    const across = childOf(element, "w:tcPr", "w:hMerge");
    const goesOn = across !== undefined && across.attributes["w:val"] !== "restart";
    if (!goesOn || before === undefined) joined.push(cell);
    else {
      joined[joined.length - 1] = {
        ...before,
        columns: before.columns + cell.columns,
        blocks: [...before.blocks, ...cell.blocks],
      };
    }
  }
  return joined;
}

function readCell(cell: XmlElement, reading: Reading): SourceCell {
  const properties = childOf(cell, "w:tcPr");
  const down = childOf(properties, "w:vMerge");
  for (const name of ["w:cellIns", "w:cellDel", "w:cellMerge"]) {
    if (childOf(properties, name) !== undefined) reading.found("other-revision", "");
  }
  const merge = down === undefined ? null : down.attributes["w:val"] === "restart" ? "restart" : "continue";
  const blocks = readBlocks(
    cell.children.filter(({ name }) => name !== "w:tcPr"),
    reading,
  );
  return {
    columns: Math.max(1, columnsOf(propertyOf(properties, "w:gridSpan"), 1)),
    merge,
    blocks: blocks.flatMap((block) => withoutTable(block, reading)),
  };
}

/** A table in a cell can't stand there: its cells' lines do. */
function withoutTable(block: SourceBlock, reading: Reading): SourceBlock[] {
  if (block.kind === "line") return [block];
  reading.found("table-shape", "");
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => [...blocks]));
}
