/**
 * Which children of two versions of one node belong together. ProseMirror keeps the nodes that an
 * edit leaves alone, so identity tells them, also where several places changed or a part moved.
 */
import type { Node } from "@tiptap/pm/model";

/** Children `from` to before `to` of the old node became those of the new one. */
export interface Segment {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The segments that differ, in order. */
export function differingSegments(before: Node, after: Node): Segment[] {
  const most = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < most && before.child(start).eq(after.child(start))) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.child(before.childCount - 1 - end).eq(after.child(after.childCount - 1 - end))
  ) {
    end += 1;
  }
  const segments: Segment[] = [];
  let oldFrom = start;
  let newFrom = start;
  const close = (oldTo: number, newTo: number) => {
    if (oldFrom < oldTo || newFrom < newTo) segments.push({ oldFrom, oldTo, newFrom, newTo });
  };
  const oldEnd = before.childCount - end;
  const newEnd = after.childCount - end;
  for (const [oldAt, newAt] of keptPairs(before, after, start, oldEnd, newEnd)) {
    close(oldAt, newAt);
    oldFrom = oldAt + 1;
    newFrom = newAt + 1;
  }
  close(oldEnd, newEnd);
  return segments;
}

/** The longest rising run of children that are the same node in both. */
function keptPairs(before: Node, after: Node, start: number, oldEnd: number, newEnd: number) {
  const oldIndex = new Map<Node, number>();
  for (let at = start; at < oldEnd; at += 1) oldIndex.set(before.child(at), at);
  const pairs: { readonly oldAt: number; readonly newAt: number; length: number; previous: number }[] = [];
  for (let newAt = start; newAt < newEnd; newAt += 1) {
    const oldAt = oldIndex.get(after.child(newAt));
    if (oldAt === undefined) continue;
    let length = 1;
    let previous = -1;
    for (const [index, pair] of pairs.entries()) {
      if (pair.oldAt < oldAt && pair.length >= length) {
        length = pair.length + 1;
        previous = index;
      }
    }
    pairs.push({ oldAt, newAt, length, previous });
  }
  let at = pairs.reduce(
    (best, { length }, index) => (length > (pairs[best]?.length ?? 0) ? index : best),
    -1,
  );
  const kept: [number, number][] = [];
  for (let pair = pairs[at]; pair !== undefined; pair = pairs[at]) {
    kept.unshift([pair.oldAt, pair.newAt]);
    at = pair.previous;
  }
  return kept;
}
