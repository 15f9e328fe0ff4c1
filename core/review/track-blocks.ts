/** Whole blocks that come, go or become another kind of block, as suggestions. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { readSlot, type Suggestion, writeBlockForm, writeSlot } from "../document/suggestion";
import { INSERTION } from "../document/suggestion-marks";
import { type Author, continued, isWhollyOwn } from "./author";
import { acceptBlocks } from "./settle";
import { withoutComments } from "./tokens";
import type { Placed, Tracking } from "./track";

/** Proposes to remove the block before which `pos` is; an own insertion goes at once. */
export function removeBlock(block: Node, pos: number, { tr, author }: Tracking): void {
  if (isWhollyOwn(block, author)) tr.delete(pos, pos + block.nodeSize);
  else if (block.attrs.removed === null) tr.setNodeAttribute(pos, "removed", writeSlot(author));
}

/** Puts copies of the blocks at `pos`, as inserted. A copy starts anew: without others' suggestions. */
export function insertBlocks(pos: number, blocks: readonly Placed[], { tr, author, places }: Tracking): void {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return;
  const nodes = blocks.map(({ node }) => node);
  const accepted = acceptBlocks(nodes);
  const suggestion = blocks.every(({ node }) => node.childCount === 0) ? goesOn(tr.doc, pos, author) : author;
  tr.insert(
    pos,
    accepted.map((block) => asInserted(block, suggestion)),
  );
  places.inserted(first.pos, last.pos + last.node.nodeSize, pos, (at) => acceptedSize(nodes, at - first.pos));
}

/** How far behind the beginning of the blocks a place in them is once all is accepted in them. */
function acceptedSize(blocks: readonly Node[], offset: number): number {
  const cut = Fragment.fromArray([...blocks]).cut(0, offset);
  const accepted = Fragment.fromArray([...acceptBlocks(cut.content)]);
  // Cutting closes the blocks that the place is in.
  const open = Math.min(depthAt(blocks, offset), lastDepth(accepted));
  return accepted.size - open;
}

/** In how many blocks a place is. */
function depthAt(blocks: readonly Node[], offset: number): number {
  let start = 0;
  for (const block of blocks) {
    const inner = offset - start;
    if (inner <= 0 || block.isInline) return 0;
    if (inner < block.nodeSize) return 1 + depthAt(block.children, inner - 1);
    start += block.nodeSize;
  }
  return 0;
}

/** How many blocks end at the end of a row of blocks. */
function lastDepth({ lastChild }: Fragment): number {
  return lastChild === null || lastChild.isInline ? 0 : 1 + lastDepth(lastChild.content);
}

/** A new line behind one's own words is one with them; lines with words in them may have been moved. */
function goesOn(doc: Node, pos: number, author: Author): Suggestion {
  const line = doc.resolve(pos).nodeBefore;
  if (!line?.isTextblock) return author;
  return continued([line.lastChild ?? undefined], line, author);
}

function asInserted(block: Node, author: Author): Node {
  return withInsertedText(block, author).type.create(
    { ...block.attrs, inserted: writeSlot(author) },
    withInsertedText(block, author).content,
  );
}

function withInsertedText(node: Node, author: Author): Node {
  const { id, person, at } = author;
  const mark = node.type.schema.mark(INSERTION, { id, person, at, begins: null });
  const children = node.children.map((child) => {
    if (child.isText) return child.mark(mark.addToSet(withoutComments(child.marks)));
    if (child.isInline) return child.type.create({ ...child.attrs, inserted: writeSlot(author) });
    return withInsertedText(child, author);
  });
  return node.copy(Fragment.fromArray(children));
}

/**
 * Proposes the kind of block that `after` is. False when somebody else already proposes another: then
 * the block has to be replaced, since a block carries one such suggestion.
 */
export function retypeBlock(before: Node, after: Node, pos: number, { tr, author }: Tracking): boolean {
  const form = writeBlockForm(after.type.name, after.attrs);
  const pending = readSlot(before.attrs.retyped);
  if (form === writeBlockForm(before.type.name, before.attrs)) {
    if (pending?.person !== author.person) return true;
    const kept = readSlot(after.attrs.retyped);
    // Made what it is already: the author takes the own proposal back. Or what is proposed is changed itself.
    if (after.attrs.retyped === null) tr.setNodeAttribute(pos, "retyped", null);
    else if (kept?.id === pending.id && kept.form !== null) {
      tr.setNodeAttribute(pos, "retyped", writeSlot(pending, kept.form));
    }
    return true;
  }
  if (pending !== null && pending.person !== author.person) return false;
  // What another wrote into it directly isn't the author's to change.
  if (isWhollyOwn(before, author)) {
    const { inserted, removed, joined } = before.attrs;
    tr.setNodeMarkup(pos, after.type, { ...after.attrs, inserted, removed, joined, retyped: null });
  } else {
    tr.setNodeAttribute(pos, "retyped", writeSlot(pending ?? author, form));
  }
  return true;
}
