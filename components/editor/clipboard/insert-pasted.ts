/** Puts cleaned content in the place of the selection. */
import { GapCursor } from "@tiptap/pm/gapcursor";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { listMarker } from "@/core/text/list-marker";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import { numberingStyleOf } from "../decorations/heading-numbers";
import { partBody } from "../input/part-body";

/** Text that goes on in the line of the caret, with the marks that are typed there. */
export function insertInline(state: EditorState, inline: readonly DocumentNode[]): Transaction {
  const nodes = inline.map((node) => state.schema.nodeFromJSON(node));
  return state.tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0)).scrollIntoView();
}

/** Whole blocks: in place of an empty line, else between the two halves of the line. */
export function insertBlocks(state: EditorState, pasted: Node): Transaction {
  const { from, to, $from } = state.selection;
  const content =
    $from.depth > 1 ? asInside(pasted, $from.node(-1), numberingStyleOf(state)) : pasted.content;
  const { tr } = state;
  // At its start a line isn't parted: a heading would leave an empty one, with a number, before what comes in.
  const { isTextblock, content: line } = $from.parent;
  const isBefore = from === to && isTextblock && $from.parentOffset === 0 && line.size > 0;
  // The rest of a run-in heading's body would else be a heading again, with a number.
  if (partBody(tr)) tr.insert(tr.selection.$from.before(), content);
  else if (isBefore) tr.insert($from.before(), content);
  else tr.replaceRange(from, to, new Slice(content, 0, 0));
  return tr.setSelection(behindPasted(tr)).scrollIntoView();
}

/** Behind a table that ends the text too: what is written next isn't one of its cells'. */
function behindPasted(tr: Transaction): Selection {
  const $end = tr.doc.resolve(endOfPasted(tr));
  const endsWithTable = $end.depth === 0 && $end.nodeAfter === null && $end.nodeBefore?.type.name === "table";
  return endsWithTable ? new GapCursor($end) : Selection.near($end, -1);
}

/** The place behind what was put in: between blocks, though the rest of a parted line counts as put in too. */
function endOfPasted({ doc, mapping }: Transaction): number {
  let end = 0;
  for (const [index, map] of mapping.maps.entries()) {
    map.forEach((_start, _end, _newStart, newEnd) => {
      end = Math.max(end, mapping.slice(index + 1).map(newEnd));
    });
  }
  const $end = doc.resolve(end);
  return $end.parent.isTextblock && $end.parentOffset === 0 ? $end.before() : end;
}

/**
 * Lists, quotations and table cells hold no headings or titles: their text comes in as paragraphs, with the numbers
 * that nothing derives there, and proposed to come or go as it is. In a cell lists stay, or their items would lose
 * their marks; inside an item they would only be nested in it.
 */
function asInside(pasted: Node, holder: Node, style: NumberingStyle): Fragment {
  const { paragraph, bulletList, orderedList, tableCell, tableHeader } = pasted.type.schema.nodes;
  const isCell = holder.type === tableCell || holder.type === tableHeader;
  const blocks: Node[] = [];
  const numbers = numbersByLine(pasted, style);
  pasted.descendants((node) => {
    if (isCell && (node.type === bulletList || node.type === orderedList)) blocks.push(node);
    else if (!node.isTextblock) return true;
    else if (paragraph !== undefined)
      blocks.push(paragraph.create({ ...node.attrs, retyped: null }, withNumber(node, numbers.get(node))));
    return false;
  });
  return Fragment.from(blocks);
}

/** What stands in front of lines of headings and of numbered items, and isn't in their text. */
function numbersByLine(pasted: Node, style: NumberingStyle): ReadonlyMap<Node, string> {
  const numbers = new Map<Node, string>();
  const derived = headingNumbers(
    pasted.children.map(({ type, attrs }) => outlineBlock(type.name, attrs)),
    style,
  );
  for (const [index, block] of pasted.children.entries()) {
    const number = derived[index];
    if (number != null) numbers.set(block, number);
  }
  pasted.descendants((node) => {
    if (node.type.name !== "orderedList") return;
    for (const [index, { firstChild }] of node.children.entries()) {
      if (firstChild !== null)
        numbers.set(firstChild, listMarker({ type: "orderedList", attrs: node.attrs }, index));
    }
  });
  return numbers;
}

function withNumber({ content, type }: Node, number: string | undefined): Fragment {
  if (number === undefined || content.size === 0) return content;
  return Fragment.from(type.schema.text(number)).append(content);
}
