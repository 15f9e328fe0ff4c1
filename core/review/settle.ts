/**
 * Accepting and rejecting: a document with some of its suggestions decided. Accepting all of them one
 * after the other, in any order, ends in the same document as accepting all at once; so does
 * rejecting. What a decision leaves alone keeps its identity as a node, so that a caller sees what
 * changed.
 */
import { Fragment, type Node } from "@tiptap/pm/model";
import { childNames } from "../document/schema";
import type { Suggestion } from "../document/suggestion";
import { decisionOn, settleTextblock, withoutDecided } from "./settle-textblock";

export type Decision = "accept" | "reject" | "keep";
export type Decide = (suggestion: Suggestion) => Decision;

/** The document with the suggestions decided as `decide` says. */
export function settle(doc: Node, decide: Decide): Node {
  return settleContainer(doc, decide, false) ?? doc.type.createAndFill() ?? doc;
}

export const acceptAll = (doc: Node): Node => settle(doc, () => "accept");
/** The text without any suggestion, as it was before them: the base. */
export const rejectAll = (doc: Node): Node => settle(doc, () => "reject");

/** What blocks are once all is accepted in them, wherever they stand. */
export const acceptBlocks = (blocks: readonly Node[]): readonly Node[] =>
  settleBlocks(blocks, () => "accept");

/** A row of blocks of one document, decided; of none may be left. */
export function settleBlocks(blocks: readonly Node[], decide: Decide): readonly Node[] {
  const settled: Node[] = [];
  for (const block of blocks) settleChild(block, settled, decide, false);
  return settled;
}

/**
 * For each block of the document the index, among what `settleBlocks` makes of them, of the one that begins with it; of
 * one that goes or is joined, the one before. Meaningless where nothing is left.
 */
export function settledPlaces(doc: Node, decide: Decide): readonly number[] {
  const settled: Node[] = [];
  return doc.children.map((block) => {
    const before = settled.length;
    settleChild(block, settled, decide, false);
    return Math.max(0, Math.min(before, settled.length - 1));
  });
}

/** Emptied by a decision these go; cells and the document itself stay, with an empty paragraph. */
const GO_WHEN_EMPTY = new Set(["quotation", "bulletList", "orderedList", "listItem", "table", "tableRow"]);

/** `orphaned`: a rejected block around this takes along whatever is inserted in it. */
function settleContainer(node: Node, decide: Decide, orphaned: boolean): Node | null {
  const children: Node[] = [];
  for (const child of node.children) settleChild(child, children, decide, orphaned);
  if (children.length === node.childCount && children.every((child, at) => child === node.child(at)))
    return node;
  if (children.length === 0 && GO_WHEN_EMPTY.has(node.type.name)) return null;
  const content = Fragment.fromArray(children.map((child) => fitted(child, node)));
  if (node.type.validContent(content)) return node.copy(content);
  // A list's item must begin with a paragraph, a cell must hold one. What fits in no way is left undecided:
  // no decision may take words along that nobody proposed to delete.
  return node.type.createAndFill(node.attrs, content) ?? node;
}

/**
 * A line that was to become another kind where that has no place, as a heading in a list: the list may have
 * come after the proposal. It stays a paragraph.
 */
function fitted(child: Node, parent: Node): Node {
  if (!child.isTextblock || childNames(parent.type).has(child.type.name)) return child;
  const { inserted, removed, joined, retyped } = child.attrs;
  const { paragraph } = child.type.schema.nodes;
  return paragraph?.create({ inserted, removed, joined, retyped }, child.content) ?? child;
}

function settleChild(child: Node, siblings: Node[], decide: Decide, orphaned: boolean): void {
  if (decisionOn(child, "removed", decide) === "accept") return;
  const isOrphan = orphaned || decisionOn(child, "inserted", decide) === "reject";
  const settled = settleInside(child, decide, isOrphan);
  // What somebody wrote directly into a rejected block isn't the proposer's to take back.
  if (isOrphan && child.attrs.inserted != null && settled.every(isEmpty)) return;
  const [first, ...rest] = settled.map((node) => withoutDecided(node, ["inserted", "removed"], decide));
  if (first === undefined) return;
  if (decisionOn(child, "joined", decide) !== "accept" || !joinInto(siblings, first)) {
    siblings.push(withoutDecided(first, ["joined"], decide));
  }
  siblings.push(...rest);
}

function settleInside(node: Node, decide: Decide, orphaned: boolean): readonly Node[] {
  if (node.isTextblock) return settleTextblock(node, decide, orphaned);
  const settled = settleContainer(node, decide, orphaned);
  return settled === null ? [] : [settled];
}

/** Puts a block's text at the end of the last block that stays or goes with it; false when there is none. */
function joinInto(siblings: Node[], block: Node): boolean {
  const at = siblings.findLastIndex(({ attrs }) => attrs.removed === block.attrs.removed);
  const target = siblings[at];
  if (target?.isTextblock !== true) return false;
  siblings[at] = target.copy(target.content.append(block.content));
  return true;
}

function isEmpty(node: Node): boolean {
  return node.isLeaf ? false : node.children.every((child) => (child.isText ? false : isEmpty(child)));
}
