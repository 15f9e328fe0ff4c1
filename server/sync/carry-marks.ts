/** Puts the threads of a text from elsewhere on those of its words that the speech has too. */
import * as Y from "yjs";
import { carriedRanges } from "@/core/compare/carried-ranges";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { type ThreadId, threadIdSchema } from "@/core/ids";
import type { Restore } from "@/core/version-requests";
import { documentIn } from "./snapshot";
import { markKey } from "./thread-mark";

/** `text` has the comment marks; only those of `threads` are put, or all. */
export function carryMarks(doc: Y.Doc, text: DocumentNode, threads?: ReadonlySet<string>): void {
  const root = doc.getXmlFragment(FRAGMENT);
  const keys = new Map<string, string>();
  for (const { thread, path, from, to } of carriedRanges(text, documentIn(doc))) {
    if (threads?.has(thread) === false) continue;
    const key = keys.get(thread) ?? markKey(threadIdSchema.parse(thread));
    keys.set(thread, key);
    markLine(lineAt(root, path), { from, to, attributes: { [key]: { thread } } });
  }
}

interface BroughtBack {
  readonly version: DocumentNode;
  /** Those of the version that came; all when left out. */
  readonly blocks: Restore["blocks"];
  /** The speech's: what was deleted for good doesn't come back. */
  readonly known: ReadonlySet<ThreadId>;
}

/**
 * Puts threads that stand nowhere in the speech back on their words, which came back with a version. One
 * that stands elsewhere by now stays there; words that didn't come back get none, however like its own.
 */
export function carryLostMarks(doc: Y.Doc, { version, blocks, known }: BroughtBack): void {
  const content = version.content?.slice(blocks?.start, blocks?.end);
  const marked = markedThreads({ type: version.type, ...(content && { content }) });
  const placed = markedThreads(documentIn(doc));
  const lost = [...known].filter((thread) => marked.has(thread) && !placed.has(thread));
  // Where none is lost the texts needn't be compared.
  if (lost.length > 0) carryMarks(doc, version, new Set(lost));
}

function markedThreads({ marks = [], content = [] }: DocumentNode): Set<string> {
  const own = marks.filter(({ type }) => type === COMMENT_MARK).map(({ attrs }) => String(attrs?.thread));
  return new Set([...own, ...content.flatMap((child) => [...markedThreads(child)])]);
}

function lineAt(root: Y.XmlFragment, path: readonly number[]): Y.XmlFragment {
  let node = root;
  for (const index of path) {
    const child: unknown = node.get(index);
    // The path was made from this very document.
    if (!(child instanceof Y.XmlFragment)) throw new RangeError("a path to no line");
    node = child;
  }
  return node;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A line break is a child of its own and counts one. */
function markLine(line: Y.XmlFragment, { from, to, attributes }: Range): void {
  let start = 0;
  for (const child of line.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (child instanceof Y.XmlText && begin < end) child.format(begin, end - begin, { ...attributes });
    start += length;
  }
}
