/**
 * The mapping of the speech's blocks to the paper's. A block of the schema without an entry here doesn't
 * compile.
 */
import { type BlockName, isBlockName, isLineName } from "@/core/document/node-names";
import { placeCells } from "@/core/document/place-cells";
import type { DocumentNode } from "@/core/document/schema";
import { isUnderTitle, revisionOf } from "../docx/blocks";
import { joinOf } from "../docx/joins";
import { type BlockRevision, NO_REVISION, type RunLook } from "../docx/run";
import { columnShares } from "../table-columns";
import { tableTextSize } from "../table-size";
import type { PdfContext } from "./context";
import { linesOf } from "./line";
import type { PdfBlock, PdfList } from "./model";
import { mayBeTall } from "./tall-cells";

type BlockMaker = (context: PdfContext, blocks: readonly DocumentNode[], index: number) => PdfBlock[];

const topLine: BlockMaker = (context, blocks, index) =>
  linesOf(context, nodeAt(blocks, index), {
    block: NO_REVISION,
    joined: joinOf(blocks, index),
    isTopLevel: true,
    spaceBefore: isUnderTitle(blocks, index),
  });

/** A block that isn't a line takes its place among the headings' numbers too. */
const counted =
  (make: (context: PdfContext, node: DocumentNode) => PdfBlock): BlockMaker =>
  (context, blocks, index) => {
    const made = make(context, nodeAt(blocks, index));
    context.headings.next();
    return [made];
  };

const list = counted((context, node) => listOf(context, node, NO_REVISION));

const BLOCKS: Readonly<Record<BlockName, BlockMaker>> = {
  paragraph: topLine,
  title: topLine,
  byline: topLine,
  dateLine: topLine,
  salutation: topLine,
  heading: topLine,
  quotation: counted((context, node) => ({
    kind: "quotation",
    blocks: innerBlocks(context, node.content ?? [], revisionOf(node, NO_REVISION), { font: "kai" }),
  })),
  bulletList: list,
  orderedList: list,
  table: counted((context, node) => tableOf(context, node)),
};

export function blocksOf(context: PdfContext, document: DocumentNode): PdfBlock[] {
  const blocks = document.content ?? [];
  return blocks.flatMap(({ type }, index) => {
    if (!isBlockName(type)) throw new TypeError(`no block ${type}`);
    return BLOCKS[type](context, blocks, index);
  });
}

function nodeAt(blocks: readonly DocumentNode[], index: number): DocumentNode {
  const node = blocks[index];
  if (node === undefined) throw new RangeError(`no block ${index}`);
  return node;
}

/** What stands in a quotation, an item or a cell. */
function innerBlocks(
  context: PdfContext,
  nodes: readonly DocumentNode[],
  block: BlockRevision,
  look: RunLook = { font: "body" },
): PdfBlock[] {
  return nodes.flatMap((node, index): PdfBlock[] => {
    if (!isLineName(node.type)) return [listOf(context, node, block)];
    const joined = joinOf(nodes, index);
    return linesOf(context, node, { block, joined, isTopLevel: false, spaceBefore: false, look });
  });
}

/** HTML's `type` on a numbered list, as Typst's pattern. */
const PATTERNS: ReadonlySet<string> = new Set(["1", "a", "A", "i", "I"]);
/** Roman numerals grow with their number. */
const MOST_IN_LETTERS = 1_000_000;

function listOf(context: PdfContext, node: DocumentNode, around: BlockRevision): PdfList {
  const { start, type } = node.attrs ?? {};
  const block = revisionOf(node, around);
  const pattern = PATTERNS.has(String(type)) ? String(type) : "1";
  const most = pattern === "1" ? Number.MAX_SAFE_INTEGER : MOST_IN_LETTERS;
  return {
    kind: "list",
    numbering: node.type === "bulletList" ? null : `${pattern}.`,
    start: typeof start === "number" && start >= 0 ? Math.min(Math.floor(start), most) : 1,
    items: (node.content ?? []).map((item) =>
      innerBlocks(context, item.content ?? [], revisionOf(item, block)),
    ),
  };
}

function tableOf(context: PdfContext, node: DocumentNode): PdfBlock {
  const block = revisionOf(node, NO_REVISION);
  const { columns, cells } = placeCells(node);
  const isHead = (row: DocumentNode) =>
    (row.content ?? []).length > 0 && (row.content ?? []).every(({ type }) => type === "tableHeader");
  const rows = node.content ?? [];
  const shares = columnShares(node, context.paper);
  const firstBody = rows.findIndex((row) => !isHead(row));
  return {
    kind: "table",
    shares,
    size: tableTextSize(context.paper, columns),
    // A table of nothing but head is a table; a head that reaches into the body can't be repeated alone.
    headRows:
      firstBody > 0 && !cells.some(({ y, rowspan }) => y < firstBody && y + rowspan > firstBody)
        ? firstBody
        : 0,
    cells: cells.map(({ node: cell, row, ...place }) => ({
      ...place,
      head: cell.type === "tableHeader",
      mayBeTall: mayBeTall(cell, context.paper, {
        columns,
        share: shares.slice(place.x, place.x + place.colspan).reduce((sum, share) => sum + share, 0),
      }),
      blocks: innerBlocks(context, cell.content ?? [], revisionOf(cell, revisionOf(row, block)), {
        font: cell.type === "tableHeader" ? "hei" : "body",
      }),
    })),
  };
}
