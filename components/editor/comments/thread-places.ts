/** Where threads stand in the text: read from the marks, in document order. */
import type { Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { ThreadId } from "@/core/ids";

/** From the first marked letter to after the last one. */
export interface ThreadSpan {
  readonly from: number;
  readonly to: number;
}

export function readThreadPlaces(doc: Node): ReadonlyMap<ThreadId, ThreadSpan> {
  const places = new Map<ThreadId, ThreadSpan>();
  doc.descendants((node, pos) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== COMMENT_MARK) continue;
      const thread = attrs.thread as ThreadId; // the schema validates it
      const from = places.get(thread)?.from ?? pos;
      places.set(thread, { from, to: pos + node.nodeSize });
    }
    return !node.isText;
  });
  return places;
}
