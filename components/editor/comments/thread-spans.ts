/** The letters that threads stand on, piece by piece. */
import type { Mark, Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import { getItem, type RelativePosition } from "yjs";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { ThreadId } from "@/core/ids";
import type { ThreadSpan } from "./thread-places";

/** Those that stood somewhere in the text before it changed, struck words included, and stand nowhere in it any more. */
export function lostThreads(before: Node, after: Node): readonly ThreadId[] {
  const [old, now] = differingBlocks(before, after);
  const stillHere = threadsIn(now);
  const missing = [...threadsIn(old)].filter((thread) => !stillHere.has(thread));
  if (missing.length === 0) return missing;
  const standing = threadsIn(after.children);
  return missing.filter((thread) => !standing.has(thread));
}

/** Without those that both begin with and those that both end with: a key changes one of hundreds. */
function differingBlocks(before: Node, after: Node): readonly [readonly Node[], readonly Node[]] {
  const [old, now] = [before.children, after.children];
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from += 1;
  let behind = 0;
  while (behind < shorter - from && old.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  return [old.slice(from, old.length - behind), now.slice(from, now.length - behind)];
}

function threadsIn(blocks: readonly Node[]): ReadonlySet<ThreadId> {
  const found = new Set<ThreadId>();
  for (const block of blocks) {
    block.descendants((node) => {
      for (const { type, attrs } of node.marks) {
        if (type.name === COMMENT_MARK) found.add(attrs.thread as ThreadId); // the schema validates it
      }
    });
  }
  return found;
}

export interface MarkedSpan extends ThreadSpan {
  readonly mark: Mark;
  readonly text: string;
}

/** The stretches of every thread, in order; one for words that follow one another in a line. */
export function threadSpans(doc: Node): ReadonlyMap<ThreadId, readonly MarkedSpan[]> {
  const found = new Map<ThreadId, MarkedSpan[]>();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type.name !== COMMENT_MARK) continue;
      const thread = mark.attrs.thread as ThreadId; // the schema validates it
      const spans = found.get(thread) ?? [];
      const before = spans.at(-1)?.to === pos ? spans.pop() : undefined;
      const text = `${before?.text ?? ""}${node.text ?? ""}`;
      spans.push({ from: before?.from ?? pos, to: pos + node.nodeSize, mark, text });
      found.set(thread, spans);
    }
  });
  return found;
}

/** Finds letters again after changes before and among them; null when the first or the last is gone. */
export type FindLetters = () => ThreadSpan | null;

export function keptLetters(state: EditorState, { from, to }: ThreadSpan): FindLetters {
  // A place is kept behind its letter: what comes right before the first, or behind the last, isn't one of them.
  const [first, last] = [placeBehind(state, from + 1), placeBehind(state, to)];
  return () => {
    const [start, end] = [first(), last()];
    return start === null || end === null || end < start ? null : { from: start - 1, to: end };
  };
}

function placeBehind(state: EditorState, pos: number): () => number | null {
  const sync = ySyncPluginKey.getState(state);
  if (sync?.binding == null) return () => null;
  const { type, binding, doc } = sync;
  const place: RelativePosition = absolutePositionToRelativePosition(pos, type, binding.mapping);
  return () => {
    if (place.item === null || getItem(doc.store, place.item).deleted) return null;
    return relativePositionToAbsolutePosition(doc, type, place, binding.mapping);
  };
}
