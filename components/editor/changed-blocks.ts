/**
 * Which top-level blocks differ between two documents. The Yjs binding applies a remote edit by
 * replacing the whole document, so a transaction's own mapping would drop every decoration; comparing
 * the blocks from both ends finds what really changed.
 */
import type { Node } from "@tiptap/pm/model";
import { Mapping, StepMap } from "@tiptap/pm/transform";
import type { Decoration, DecorationSet } from "@tiptap/pm/view";

/** The blocks from index `first` to before `endBefore` (old) became those to before `endAfter` (new). */
export interface BlockChange {
  readonly first: number;
  readonly endBefore: number;
  readonly endAfter: number;
  /** Positions of the same borders. */
  readonly from: number;
  readonly toBefore: number;
  readonly toAfter: number;
}

/** Null when the documents have equal blocks. */
export function changedBlocks(before: Node, after: Node): BlockChange | null {
  const shorter = Math.min(before.childCount, after.childCount);
  let first = 0;
  let from = 0;
  while (first < shorter && before.child(first).eq(after.child(first))) {
    from += before.child(first).nodeSize;
    first += 1;
  }
  if (first === before.childCount && first === after.childCount) return null;
  let endBefore = before.childCount;
  let endAfter = after.childCount;
  let toBefore = before.content.size;
  let toAfter = after.content.size;
  while (endBefore > first && endAfter > first) {
    const last = before.child(endBefore - 1);
    if (!last.eq(after.child(endAfter - 1))) break;
    toBefore -= last.nodeSize;
    toAfter -= last.nodeSize;
    endBefore -= 1;
    endAfter -= 1;
  }
  return { first, endBefore, endAfter, from, toBefore, toAfter };
}

/** The change as a mapping of positions: right for everything outside the changed blocks. */
export function mappingOf(change: BlockChange): Mapping {
  return new Mapping([
    new StepMap([change.from, change.toBefore - change.from, change.toAfter - change.from]),
  ]);
}

/**
 * Carries decorations over a change: those outside the changed blocks move along, those inside are
 * asked for again, block by block.
 */
export function carryDecorations(
  set: DecorationSet,
  after: Node,
  change: BlockChange,
  decorate: (block: Node, pos: number, index: number) => readonly Decoration[],
): DecorationSet {
  const added: Decoration[] = [];
  let pos = change.from;
  for (let index = change.first; index < change.endAfter; index += 1) {
    const block = after.child(index);
    added.push(...decorate(block, pos, index));
    pos += block.nodeSize;
  }
  const carried = set.map(mappingOf(change), after);
  return added.length === 0 ? carried : carried.add(after, added);
}
