/**
 * Where the commented words of one text stand in another: a draft that comes back from elsewhere brings
 * comments on its own words, and those that the present text still has are shown on them here.
 */
import { COMMENT_MARK } from "../document/comment-mark";
import { isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { compareDocuments } from "./compare-documents";
import type { Comparison, Row, Span } from "./comparison";
import { contentLength, inlineLength } from "./inline";
import { relocatedLines } from "./relocated-lines";

/** Part of a line: the indices that lead to it from the document's blocks, and UTF-16 offsets in it. */
export interface CarriedRange {
  readonly thread: string;
  readonly path: readonly number[];
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** In `to`, in its order; a thread whose words are all gone has none. */
export function carriedRanges(from: DocumentNode, to: DocumentNode): readonly CarriedRange[] {
  return comparedRanges(compareDocuments(from, to), from, to);
}

/** The same of texts that were compared elsewhere: a long speech takes a tenth of a second. */
export function comparedRanges(
  { rows }: Comparison,
  from: DocumentNode,
  to: DocumentNode,
): readonly CarriedRange[] {
  if (!hasComments(from)) return [];
  const ranges = inRows(rows, from, to, []);
  const relocated = [...new Set(relocatedLines(rows, from.content ?? []).values())];
  if (relocated.length === 0) return ranges;
  const elsewhere = relocated.flatMap(({ path, spans }) => {
    const line = path.before.reduce<DocumentNode | undefined>((node, index) => node?.content?.[index], from);
    return line === undefined ? [] : inLine(line, spans, path.after);
  });
  return [...ranges, ...elsewhere].sort(byPlace);
}

const hasComments = ({ marks = [], content = [] }: DocumentNode): boolean =>
  marks.some(({ type }) => type === COMMENT_MARK) || content.some(hasComments);

function byPlace(one: CarriedRange, other: CarriedRange): number {
  const [place, next] = [one, other].map(({ path, from }) => [...path, from]);
  const at = place?.findIndex((index, depth) => index !== next?.[depth]) ?? -1;
  return (place?.[at] ?? 0) - (next?.[at] ?? 0);
}

function inRows(
  rows: readonly Row[],
  before: DocumentNode,
  after: DocumentNode,
  path: readonly number[],
): CarriedRange[] {
  return rows.flatMap((row) => {
    if (row.kind === "added" || row.kind === "deleted" || row.kind === "moved-away") return [];
    const [one, other] = [before.content?.[row.from], after.content?.[row.to]];
    if (one === undefined || other === undefined) return [];
    const place = [...path, row.to];
    if (row.kind === "split") return inLine(one, row.spans, place, { before: row.at });
    if (row.kind === "joined") return inLine(one, row.spans, place, { after: row.at });
    const edit = row.kind === "same" ? null : row.edit;
    if (edit?.content == null) return inSame(one, other, place);
    if (edit.content.kind === "blocks") return inRows(edit.content.rows, one, other, place);
    return inLine(one, edit.content.spans, place);
  });
}

/** Both hold the same text; line by line. */
function inSame(one: DocumentNode, other: DocumentNode, path: readonly number[]): CarriedRange[] {
  if (isLineName(one.type)) return inLine(one, null, path);
  return (one.content ?? []).flatMap((child, index) => {
    const counterpart = other.content?.[index];
    return counterpart === undefined ? [] : inSame(child, counterpart, [...path, index]);
  });
}

/** Where the spans begin in either line. */
interface Start {
  readonly before?: number;
  readonly after?: number;
}

function inLine(
  line: DocumentNode,
  spans: readonly Span[] | null,
  path: readonly number[],
  start: Start = {},
): CarriedRange[] {
  const ranges: CarriedRange[] = [];
  let at = 0;
  for (const node of line.content ?? []) {
    const stretch = { from: at, to: at + inlineLength(node) };
    at = stretch.to;
    for (const { type, attrs } of node.marks ?? []) {
      if (type !== COMMENT_MARK) continue;
      const thread = String(attrs?.thread);
      for (const kept of spans === null ? [stretch] : keptOf(stretch, spans, start)) {
        ranges.push({ thread, path, ...kept });
      }
    }
  }
  return ranges;
}

/** What of a stretch of the old line is in the new one, in its offsets. */
function keptOf({ from, to }: Stretch, spans: readonly Span[], start: Start): Stretch[] {
  const kept: Stretch[] = [];
  let { before = 0, after = 0 } = start;
  for (const span of spans) {
    if (span.kind === "added") {
      after += contentLength(span.content);
      continue;
    }
    if (span.kind === "deleted") {
      before += contentLength(span.content);
      continue;
    }
    const [start, end] = [Math.max(from, before), Math.min(to, before + span.length)];
    if (start < end) kept.push({ from: start - before + after, to: end - before + after });
    before += span.length;
    after += span.length;
  }
  return kept;
}
