/** Tables of the schema: a cell over several rows stands once, and every row fills the same columns. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { type BuildFacts, buildBlocks, container } from "./build-blocks";
import { piecesText } from "./pieces";
import type { Fate, SourceBlock, SourceCell, SourceRow, SourceTable } from "./source";
import { sameRevision } from "./suggestion-ids";
import { understandInner } from "./understand";
import { withCellNumbers } from "./written-numbers";

interface PlacedCell {
  readonly cell: SourceCell;
  readonly column: number;
  rows: number;
}

export function tableNode({ rows }: SourceTable, facts: BuildFacts): Node {
  const layout = placedCells(rows, facts.found);
  const widths = rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0));
  const width = Math.max(1, ...widths);
  const nodes = rows.map((row, index) =>
    rowNode(row, layout[index] ?? [], width - (widths[index] ?? 0), facts),
  );
  if (nodes.length === 0) return documentSchema().node("paragraph");
  return container("table", null, nodes);
}

/** Cells by row, without those that go on from above, whose words Word doesn't show. */
function placedCells(rows: readonly SourceRow[], found: BuildFacts["found"]): PlacedCell[][] {
  const above = new Map<number, PlacedCell>();
  return rows.map(({ cells }) => {
    const own: PlacedCell[] = [];
    let column = 0;
    const reached = new Set<number>();
    for (const cell of cells) {
      const over = cell.merge === "continue" ? above.get(column) : undefined;
      if (over !== undefined && over.cell.columns === cell.columns) {
        over.rows += 1;
        const words = wordsIn(cell.blocks);
        if (words !== "") found("hidden-text", words);
      } else {
        const placed = { cell, column, rows: 1 };
        own.push(placed);
        if (cell.merge === null) above.delete(column);
        else above.set(column, placed);
      }
      if (cell.merge !== null) reached.add(column);
      column += cell.columns;
    }
    for (const at of [...above.keys()]) if (!reached.has(at)) above.delete(at);
    return own;
  });
}

const wordsIn = (blocks: readonly SourceBlock[]): string =>
  blocks
    .flatMap((block) => (block.kind === "line" ? [piecesText(block.pieces)] : []))
    .join(" ")
    .trim();

function rowNode(row: SourceRow, placed: readonly PlacedCell[], missing: number, facts: BuildFacts): Node {
  const schema = documentSchema();
  const type = row.isHead ? "tableHeader" : "tableCell";
  const slot = (revision: SourceRow["inserted"]) => revision && writeSlot(facts.ids.of(revision));
  const slots = { inserted: slot(row.inserted), removed: slot(row.deleted) };
  const paragraph = () => schema.node("paragraph");
  const isSettled = row.inserted === null && row.deleted === null;
  const cellNode = ({ cell, rows }: PlacedCell) => {
    const blocks = withCellNumbers(cell.blocks, facts);
    const content = buildBlocks(understandInner(goingWith(row, comingWith(row, blocks)), facts), facts);
    const attrs = { colspan: cell.columns, rowspan: rows };
    return schema.node(type, attrs, content.length === 0 ? [paragraph()] : content);
  };
  const cells = isSettled ? placed.map(cellNode) : facts.ids.inOnePlace(() => placed.map(cellNode));
  const rest = Array.from({ length: missing }, () => schema.node(type, null, [paragraph()]));
  if (isSettled) facts.ids.pass();
  return schema.node("tableRow", slots, Fragment.fromArray([...cells, ...rest]));
}

/** What stands in a row that comes comes with it, also where Word marks the row alone. */
function comingWith({ inserted }: SourceRow, blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  if (inserted === null) return blocks;
  return blocks.map((block) =>
    block.kind === "table"
      ? block
      : {
          ...block,
          pieces: block.pieces.map((piece) => ({ ...piece, inserted: piece.inserted ?? inserted })),
        },
  );
}

/** What stands in a row that goes needn't say so itself. */
function goingWith({ deleted }: SourceRow, blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const stays = <Part extends Fate>(part: Part): Part =>
    sameRevision(part.deleted, deleted) ? { ...part, deleted: null } : part;
  return blocks.map((block) =>
    block.kind === "table" ? block : { ...block, pieces: block.pieces.map(stays), end: stays(block.end) },
  );
}
