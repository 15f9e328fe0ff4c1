/** Where threads stand in the text: read from the marks, in document order. */
import type { Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { ThreadId } from "@/core/ids";
import { isStruck } from "@/core/review/struck";

/** From the first marked letter to after the last one. */
export interface ThreadSpan {
  readonly from: number;
  readonly to: number;
}

/** Struck words count where a thread has no others: of words that moved as a suggestion those that stay. */
export function readThreadPlaces(doc: Node): ReadonlyMap<ThreadId, ThreadSpan> {
  const places = new Map<ThreadId, ThreadSpan>();
  const struck = new Map<ThreadId, ThreadSpan>();
  const read = (parent: Node, start: number, isGone: boolean): void =>
    parent.forEach((node, offset) => {
      const pos = start + offset;
      const goes = isGone || isStruck(node);
      for (const { type, attrs } of node.marks) {
        if (type.name !== COMMENT_MARK) continue;
        const thread = attrs.thread as ThreadId; // the schema validates it
        const found = goes ? struck : places;
        found.set(thread, { from: found.get(thread)?.from ?? pos, to: pos + node.nodeSize });
      }
      if (!node.isLeaf) read(node, pos + 1, goes);
    });
  read(doc, 0, false);
  const inOrder = [...new Map([...struck, ...places])].sort(([, one], [, other]) => one.from - other.from);
  return new Map(inOrder);
}
