/** Where threads stand in the text: read from the marks, in document order. */
import type { Node } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { ThreadId } from "@/core/ids";
import { isStruck } from "@/core/review/struck";
import type { Thread } from "@/core/review/thread";

/** From the first marked letter to after the last one. */
export interface ThreadSpan {
  readonly from: number;
  readonly to: number;
}

export type ThreadPlaces = ReadonlyMap<ThreadId, ThreadSpan>;

/**
 * In the text as of the last pause of the typing; in the text `now` where a thread isn't found in that. The words of a
 * new one are marked by then: until the next pause it would be among those whose words are gone.
 */
export function placesOf(
  threads: readonly Pick<Thread, "id" | "quote">[],
  texts: { readonly paused: Node; readonly now: Node },
): ThreadPlaces {
  const places = readThreadPlaces(texts.paused);
  const isMissing = threads.some(({ id, quote }) => quote !== null && !places.has(id));
  return isMissing && texts.now !== texts.paused ? readThreadPlaces(texts.now) : places;
}

/** Struck words count where a thread has no others: of words that moved as a suggestion those that stay. */
export function readThreadPlaces(doc: Node): ThreadPlaces {
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
