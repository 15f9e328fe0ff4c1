/**
 * The mapping of the speech's blocks to WordprocessingML. A block of the schema without an entry here
 * doesn't compile.
 */
import { type BlockName, isBlockName, isLineName, isTitleBlockName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot } from "@/core/document/suggestion";
import type { DocxContext } from "./context";
import { joinBehind, joinOf } from "./joins";
import { type LineJoins, lineParagraphs } from "./line";
import { itemIndent } from "./numbering";
import { type BlockRevision, NO_REVISION, type RunLook } from "./run";
import { tableXml } from "./table";
import { joined, type Xml } from "./xml";

/** Where a block stands. */
export interface BlockPlace {
  readonly block: BlockRevision;
  readonly joins: LineJoins;
  readonly spaceBefore: boolean;
}

type BlockWriter = (context: DocxContext, node: DocumentNode, place: BlockPlace) => Xml;

const topLine: BlockWriter = (context, node, place) =>
  lineParagraphs(context, node, { ...place, isTopLevel: true });

const BLOCKS: Readonly<Record<BlockName, BlockWriter>> = {
  paragraph: topLine,
  title: topLine,
  byline: topLine,
  dateLine: topLine,
  salutation: topLine,
  heading: topLine,
  quotation: (context, node, place) =>
    counted(
      context,
      innerLines(context, node.content ?? [], revisionOf(node, place.block), { style: "Quote" }),
    ),
  bulletList: (context, node, place) => counted(context, listXml(context, node, place.block, IN_TEXT)),
  orderedList: (context, node, place) => counted(context, listXml(context, node, place.block, IN_TEXT)),
  table: (context, node, place) => counted(context, tableXml(context, node, place.block)),
};

/** A speech that nobody has written in: a file without a paragraph has no place for the comments on all of it. */
const BLANK: readonly DocumentNode[] = [{ type: "paragraph" }];

/** All blocks of a speech. */
export function bodyXml(context: DocxContext, document: DocumentNode): Xml {
  const written = document.content ?? [];
  const blocks = written.length > 0 ? written : BLANK;
  return joined(
    blocks.map((node, index) => {
      if (!isBlockName(node.type)) throw new TypeError(`no block ${node.type}`);
      const joins = { own: joinOf(blocks, index), behind: joinBehind(blocks, index) };
      const spaceBefore = isUnderTitle(blocks, index);
      return joined([
        context.moves.beginningAt(index, context.revision),
        BLOCKS[node.type](context, node, { block: NO_REVISION, joins, spaceBefore }),
        context.moves.endingAt(index),
      ]);
    }),
  );
}

/** A block that isn't a line takes its place among the headings' numbers too. */
function counted(context: DocxContext, written: Xml): Xml {
  context.headings.next();
  return written;
}

/** Whether it is the first line under the title, or under the title block. Names and dates follow each other closely. */
export function isUnderTitle(blocks: readonly DocumentNode[], index: number): boolean {
  const [before, own] = [blocks[index - 1], blocks[index]];
  if (before === undefined || own === undefined) return false;
  if (before.type === "title") return own.type !== "title";
  return isTitleBlockName(before.type) && !isTitleBlockName(own.type);
}

export function revisionOf(node: DocumentNode, around: BlockRevision): BlockRevision {
  return {
    inserted: readSlot(node.attrs?.inserted) ?? around.inserted,
    removed: readSlot(node.attrs?.removed) ?? around.removed,
  };
}

interface InnerLook {
  readonly style: "Quote" | "ListParagraph" | "TableText" | "TableHead";
  /** The face of its text; the body's when left out. */
  readonly face?: RunLook | undefined;
  /** Points of a cell's type; left out elsewhere. */
  readonly cell?: number | undefined;
  /** Of the item that the first paragraph begins and the others go on in. */
  readonly list?: { readonly id: number; readonly level: number };
}

/** Paragraphs and lists in a quotation, an item or a cell. */
export function innerLines(
  context: DocxContext,
  nodes: readonly DocumentNode[],
  block: BlockRevision,
  look: InnerLook,
): Xml {
  const level = look.list === undefined ? 0 : look.list.level + 1;
  return joined(
    nodes.map((node, index) => {
      if (!isLineName(node.type)) return listXml(context, node, block, { ...look, level });
      return lineParagraphs(context, node, {
        block,
        joins: { own: joinOf(nodes, index), behind: joinBehind(nodes, index) },
        style: look.style,
        look: look.face,
        ...(look.list === undefined
          ? {}
          : index === 0
            ? { list: look.list }
            : { indent: restIndent(context, look.list.level, look.cell) }),
        isTopLevel: false,
      });
    }),
  );
}

/** What goes on in an item stands under its text. The style of a list has that for its first level. */
function restIndent({ paper }: DocxContext, level: number, cell?: number): number | undefined {
  if (cell !== undefined) return itemIndent(level, { size: cell, isInCell: true });
  return level === 0 ? undefined : itemIndent(level, { size: paper.bodySize, isInCell: false });
}

/** The deepest level that numbering.xml has. */
const DEEPEST = 8;

interface ListLook extends Pick<InnerLook, "style" | "face" | "cell"> {
  readonly level: number;
}

const IN_TEXT: ListLook = { style: "ListParagraph", level: 0 };

function listXml(context: DocxContext, list: DocumentNode, around: BlockRevision, look: ListLook): Xml {
  const level = Math.min(look.level, DEEPEST);
  const id = context.numbering.idFor(list, level, look.cell ?? null);
  const block = revisionOf(list, around);
  return joined(
    (list.content ?? []).map((item) =>
      innerLines(context, item.content ?? [], revisionOf(item, block), { ...look, list: { id, level } }),
    ),
  );
}
