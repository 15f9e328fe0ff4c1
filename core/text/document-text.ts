/** A document as plain text with the derived numbers written out: for "copy everything" and the clipboard. */
import { type BlockName, isBlockName } from "@/core/document/node-names";
import { cellGrid } from "@/core/document/place-cells";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "./count";
import { listMarker } from "./list-marker";
import { headingNumbers, outlineBlock } from "./numbering";

/** The whole document, one line per block. */
export function documentText(document: DocumentNode, style: NumberingStyle): string {
  const blocks = document.content ?? [];
  const outline = blocks.map(({ type, attrs }) => outlineBlock(type, attrs));
  return blocksText(blocks, headingNumbers(outline, style));
}

/**
 * Some of a document's blocks. `numbers` are theirs in the whole document, so that a copied part
 * keeps the numbers that its reader saw.
 */
export function blocksText(blocks: readonly DocumentNode[], numbers: readonly (string | null)[]): string {
  return blocks.map((block, index) => `${numbers[index] ?? ""}${blockText(block)}`).join("\n");
}

type BlockWriter = (block: DocumentNode) => string;

const BLOCKS: Readonly<Record<BlockName, BlockWriter>> = {
  paragraph: nodeText,
  title: nodeText,
  byline: nodeText,
  dateLine: nodeText,
  salutation: nodeText,
  heading: nodeText,
  quotation: ({ content = [] }) => content.map((child) => prefixLines(blockText(child), "> ")).join("\n"),
  bulletList: ({ content = [] }) => content.map((item) => itemText(item, "- ")).join("\n"),
  orderedList: (list) =>
    (list.content ?? []).map((item, index) => itemText(item, listMarker(list, index))).join("\n"),
  table: (table) => cellGrid(table).map(rowText).join("\n"),
};

/** Of what was copied out of a block too, such as a list's item, which stands in no speech by itself. */
function blockText(block: DocumentNode): string {
  return isBlockName(block.type) ? BLOCKS[block.type](block) : nodeText(block);
}

function itemText(item: DocumentNode, marker: string): string {
  const indent = " ".repeat(marker.length);
  const text = (item.content ?? []).map(blockText).join("\n");
  return marker + prefixLines(text, indent).slice(indent.length);
}

/**
 * Cells are parted by tabs, as spreadsheets and Word read them; a cell is one line, and nothing where a merged one
 * reaches.
 */
function rowText(cells: readonly (DocumentNode | null)[]): string {
  return cells
    .map((cell) => (cell?.content ?? []).map(blockText).join(" ").replaceAll(/\s+/g, " "))
    .join("\t");
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => prefix + line)
    .join("\n");
}
