/** Moving a part of the speech: where it may go, and the one transaction that takes it there. */
import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { OutlinePart } from "./read-outline";

export type MoveDirection = "up" | "down";
type Place = Pick<OutlinePart, "level" | "first" | "end">;

/**
 * The block index before which the part lands when it moves one place, or null where it can't. Past
 * its first or last sibling it goes into the neighbouring part of the level above; it never leaves
 * its titled speech. What isn't among `parts` is passed together with what stands before it.
 */
export function moveTarget(parts: readonly Place[], index: number, direction: MoveDirection): number | null {
  const part = parts[index];
  if (part === undefined) return null;
  return direction === "up" ? targetAbove(parts, index, part) : targetBelow(parts, part);
}

function targetAbove(parts: readonly Place[], index: number, part: Place): number | null {
  const above = parts.slice(0, index).findLast(({ level }) => level <= part.level);
  if (above === undefined) return null;
  if (above.level === part.level) return above.first;
  // Before its parent it belongs to the parent's elder sibling; without one it would be headless.
  const elder = parts.slice(0, parts.indexOf(above)).findLast(({ level }) => level <= above.level);
  return above.level > 0 && elder?.level === above.level ? above.first : null;
}

function targetBelow(parts: readonly Place[], part: Place): number | null {
  const belowIndex = parts.findIndex(({ first }) => first >= part.end);
  const below = parts[belowIndex];
  if (below === undefined) return null;
  if (below.level === part.level) return below.end;
  if (below.level === 0) return null;
  const firstChild = parts[belowIndex + 1];
  return firstChild !== undefined && firstChild.first < below.end ? firstChild.first : below.end;
}

/** Whether a part may be dropped before block `target`: anywhere but inside itself or where it stands. */
export function mayDrop(part: Place, target: number): boolean {
  return target < part.first || target > part.end;
}

/** Moves top-level blocks `first`…`end` − 1 before block `target` and puts the caret into the first. */
export function moveBlocks(
  tr: Transaction,
  { first, end }: Omit<Place, "level">,
  target: number,
): Transaction {
  const { doc } = tr;
  const from = positionOf(doc, first);
  const to = positionOf(doc, end);
  const moved = doc.slice(from, to).content;
  const destination = positionOf(doc, target);
  tr.delete(from, to);
  const landed = tr.mapping.map(destination);
  tr.insert(landed, moved);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(landed + 1))).scrollIntoView();
}

function positionOf(doc: Node, index: number): number {
  let pos = 0;
  for (let before = 0; before < index; before += 1) pos += doc.child(before).nodeSize;
  return pos;
}
