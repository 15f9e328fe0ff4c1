/**
 * Turns an edit into suggestions. Given the document before and after it, the same edit is written
 * again so that what was there stays: deleted text is marked, inserted text is marked, blocks carry
 * their change as an attribute. Accepting all then gives what the edit would have given, rejecting
 * all what was there. Only the author's own insertions, which nobody has accepted, really change.
 *
 * It compares documents rather than steps: a step says how something was done, and one command does
 * the same in many ways. Whatever has no finer form (a list made from paragraphs, columns of a table)
 * becomes blocks removed and blocks inserted, which is always right.
 */
import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { evenRowsOf } from "../document/even-rows";
import { differingSegments, type Segment } from "./align";
import type { Author } from "./author";
import { Places } from "./places";
import { withoutStruckTail } from "./struck-tail";
import { insertBlocks, removeBlock, retypeBlock } from "./track-blocks";
import { trackText } from "./track-text";

/** A block and the position before it. */
export interface Placed {
  readonly node: Node;
  readonly pos: number;
}

/** Neighbouring blocks before an edit and what stands there after it. */
interface BlockChange {
  readonly old: readonly Placed[];
  readonly now: readonly Placed[];
  /** Position behind the old ones. */
  readonly end: number;
}

export interface Tracking {
  /** On the document before the edit; takes the tracked steps. */
  readonly tr: Transform;
  readonly author: Author;
  /** Where the caret is after the edit. */
  readonly caret: number;
  /** What goes is behind the caret (the Delete key), so the caret moves past it. */
  readonly forward: boolean;
  readonly places: Places;
}

export interface TrackedEdit {
  readonly after: Node;
  readonly author: Author;
  readonly caret: number;
  readonly forward: boolean;
}

/**
 * Writes the edit that led to `after` into `tr`, which stands on the document before it, as
 * suggestions; returns where the edited document's places are now.
 */
export function trackChange(tr: Transform, { after, ...edit }: TrackedEdit): Places {
  const places = new Places(tr);
  trackChildren({ node: tr.doc, start: 0 }, { node: after, start: 0 }, { tr, places, ...edit });
  return places;
}

/** A node with children, and the position at which they begin. */
interface Parent {
  readonly node: Node;
  readonly start: number;
}

const inside = ({ node, pos }: Placed): Parent => ({ node, start: pos + 1 });

/** From the last segment to the first, so that the positions of the old document hold. */
function trackChildren(before: Parent, after: Parent, tracking: Tracking): void {
  const segments = differingSegments(before.node, after.node);
  notePlacesBetween(segments, before, after, tracking.places);
  for (const { oldFrom, oldTo, newFrom, newTo } of segments.reverse()) {
    const come = placed(after, newFrom, newTo);
    const all = placed(before, oldFrom, oldTo);
    const old = all.filter(({ node }) => isStillThere(node, come));
    const struck = old.at(-1) === all.at(-1) ? undefined : all.at(-1);
    const now = withoutStruckTail(come, struck, tracking.caret);
    trackSegment({ old, now, end: positionOf(before, oldTo) }, tracking);
  }
}

/** What is about to go counts as gone, unless the edit was made inside it. */
function isStillThere({ attrs }: Node, now: readonly Placed[]): boolean {
  return attrs.removed == null || now.some(({ node }) => node.attrs.removed === attrs.removed);
}

function trackSegment(change: BlockChange, tracking: Tracking): void {
  const { old, now } = change;
  const isText = [...old, ...now].every(({ node }) => node.isTextblock);
  if (old.length === now.length && old.every(({ node }, at) => isPair(node, now[at]?.node))) {
    for (let at = old.length - 1; at >= 0; at -= 1) {
      const [before, after] = [old[at], now[at]];
      if (before !== undefined && after !== undefined) trackPair(before, after, tracking);
    }
  } else if (isText && old.length > 0 && now.length > 0) trackText(old, now, tracking);
  else if (!trackBesideContainer(change, tracking)) replaceBlocks(change, tracking);
}

/**
 * A list or quotation that a line leaves or joins stays, and what others propose in it: only what is behind or before it
 * comes and goes whole. False where neither end is such.
 */
function trackBesideContainer({ old, now, end }: BlockChange, tracking: Tracking): boolean {
  const [first, becomes] = [old[0], now[0]];
  if (first !== undefined && isSameContainer(first, becomes)) {
    trackSegment({ old: old.slice(1), now: now.slice(1), end }, tracking);
    trackPair(first, becomes, tracking);
    return true;
  }
  const [last, lastBecomes] = [old.at(-1), now.at(-1)];
  if (last === undefined || !isSameContainer(last, lastBecomes)) return false;
  trackPair(last, lastBecomes, tracking);
  trackSegment({ old: old.slice(0, -1), now: now.slice(0, -1), end: last.pos }, tracking);
  return true;
}

function isSameContainer(before: Placed, after: Placed | undefined): after is Placed {
  return !before.node.isTextblock && isPair(before.node, after?.node);
}

function replaceBlocks({ old, now, end }: BlockChange, tracking: Tracking): void {
  insertBlocks(end, now, tracking);
  for (const { node, pos } of [...old].reverse()) removeBlock(node, pos, tracking);
}

function trackPair(before: Placed, after: Placed, tracking: Tracking): void {
  if (!before.node.isTextblock) {
    trackChildren(inside(before), inside(after), tracking);
  } else if (retypeBlock(before.node, after.node, before.pos, tracking)) {
    trackText([before], [after], tracking);
  } else {
    replaceBlocks({ old: [before], now: [after], end: before.pos + before.node.nodeSize }, tracking);
  }
}

/** Whether one block can become the other without going. */
function isPair(before: Node, after: Node | undefined): boolean {
  if (after === undefined) return false;
  if (before.isTextblock || after.isTextblock) return before.isTextblock && after.isTextblock;
  if (!before.sameMarkup(after)) return false;
  // Columns have no suggestions of their own. Rows of two lengths in one table would be filled up by the editor.
  if (before.type.name === "table") {
    return columnsOf(before) === columnsOf(after) && isUneven(before) === isUneven(after);
  }
  if (before.type.name !== "tableRow") return true;
  return (
    before.childCount === after.childCount &&
    before.children.every((cell, at) => cell.sameMarkup(after.child(at)))
  );
}

function columnsOf(table: Node): number {
  const lengths = table.children.map(({ children }) =>
    children.reduce((sum, { attrs }) => sum + Number(attrs.colspan), 0),
  );
  return Math.max(...lengths);
}

const isUneven = (table: Node) => evenRowsOf(table) !== null;

/** What lies between the segments stands as it stood. */
function notePlacesBetween(
  segments: readonly Segment[],
  before: Parent,
  after: Parent,
  places: Places,
): void {
  let oldAt = 0;
  let newAt = 0;
  for (const newFrom of [...segments.map((segment) => segment.newFrom), after.node.childCount]) {
    places.same(positionOf(after, newAt), positionOf(after, newFrom), positionOf(before, oldAt));
    const segment = segments.find((other) => other.newFrom === newFrom);
    oldAt = segment?.oldTo ?? oldAt;
    newAt = segment?.newTo ?? newAt;
  }
}

function placed(parent: Parent, from: number, to: number): Placed[] {
  let pos = positionOf(parent, from);
  return parent.node.children.slice(from, to).map((node) => {
    const at = pos;
    pos += node.nodeSize;
    return { node, pos: at };
  });
}

/** Before the child at `index`; behind the last where there is none. */
function positionOf({ node, start }: Parent, index: number): number {
  return node.children.slice(0, index).reduce((pos, { nodeSize }) => pos + nodeSize, start);
}
