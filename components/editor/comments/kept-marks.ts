/** Copied text leaves its threads where they are; text that was cut brings them along. */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { ThreadId } from "@/core/ids";
import { readThreadPlaces } from "./thread-places";

/** The slice without the marks of threads that stand in `doc` at this moment. */
export function withoutPresentThreads(slice: Slice, doc: Node): Slice {
  const present = readThreadPlaces(doc);
  const strip = (fragment: Fragment): Fragment => {
    const nodes: Node[] = [];
    fragment.forEach((node) => {
      const marks = node.marks.filter(
        ({ type, attrs }) => type.name !== COMMENT_MARK || !present.has(attrs.thread as ThreadId),
      );
      nodes.push(node.isText ? node.mark(marks) : node.copy(strip(node.content)).mark(marks));
    });
    return Fragment.from(nodes);
  };
  return new Slice(strip(slice.content), slice.openStart, slice.openEnd);
}
