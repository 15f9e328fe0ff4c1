/** Puts the threads of a text from elsewhere on those of its words that the speech has too. */
import * as Y from "yjs";
import { type CarriedRange, carriedRanges } from "@/core/compare/carried-ranges";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { type ThreadId, threadIdSchema } from "@/core/ids";
import type { Restore } from "@/core/version-requests";
import { documentIn } from "./snapshot";
import { markKey } from "./thread-mark";
import { lineAt } from "./yjs-content";

/** A stretch of one text in the document, found again wherever it went as others write. */
interface MarkedPlace {
  readonly thread: string;
  readonly from: Y.RelativePosition;
  readonly to: Y.RelativePosition;
  /** UTF-16 units. */
  readonly length: number;
}

/** Where these ranges of the very text are. */
export function placesIn(doc: Y.Doc, ranges: readonly CarriedRange[]): MarkedPlace[] {
  const root = doc.getXmlFragment(FRAGMENT);
  return ranges.flatMap(({ thread, path, from, to }) =>
    stretchesIn(lineAt(root, path), from, to).map(({ text, begin, end }) => ({
      thread,
      // What is typed at its edges is none of it.
      from: Y.createRelativePositionFromTypeIndex(text, begin, 0),
      to: Y.createRelativePositionFromTypeIndex(text, end, -1),
      length: end - begin,
    })),
  );
}

/** Returns the threads of which words have gone from their place since: out of the text, or into another line. */
export function markPlaces(doc: Y.Doc, places: readonly MarkedPlace[]): Set<string> {
  const keys = new Map<string, string>();
  const gone = new Set<string>();
  for (const { thread, from, to, length } of places) {
    const [start, end] = [from, to].map((each) => Y.createAbsolutePositionFromRelativePosition(each, doc));
    const left = start && end && start.type === end.type ? end.index - start.index : 0;
    if (left < length) gone.add(thread);
    if (left <= 0 || !(start?.type instanceof Y.XmlText)) continue;
    const key = keys.get(thread) ?? markKey(threadIdSchema.parse(thread));
    keys.set(thread, key);
    start.type.format(start.index, left, { [key]: { thread } });
  }
  return gone;
}

/** `text` has the comment marks; only those of `threads` are put. */
function carryMarks(doc: Y.Doc, text: DocumentNode, threads: ReadonlySet<string>): void {
  const ranges = carriedRanges(text, documentIn(doc)).filter(({ thread }) => threads.has(thread));
  markPlaces(doc, placesIn(doc, ranges));
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

/** The threads that stand somewhere in a text. */
export function markedThreads({ marks = [], content = [] }: DocumentNode): Set<string> {
  const own = marks.filter(({ type }) => type === COMMENT_MARK).map(({ attrs }) => String(attrs?.thread));
  return new Set([...own, ...content.flatMap((child) => [...markedThreads(child)])]);
}

interface Stretch {
  readonly text: Y.XmlText;
  readonly begin: number;
  readonly end: number;
}

/** What of a line lies between two offsets, text by text. A line break is a child of its own and counts one. */
function stretchesIn(line: Y.XmlFragment, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const child of line.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1;
    const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (child instanceof Y.XmlText && begin < end) stretches.push({ text: child, begin, end });
    start += length;
  }
  return stretches;
}
