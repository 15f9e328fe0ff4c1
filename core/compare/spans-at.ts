/** The spans of a changed line, cut in two. */

import type { DocumentNode } from "../document/schema";
import type { Span } from "./comparison";
import { contentLength, InlineReader, sliceInline } from "./inline";

/** In which of the two texts a place in a line is counted. */
export type SpanSide = "before" | "after";

export interface SpanPart {
  readonly part: Span;
  /** That it is all of, or a piece of. */
  readonly span: Span;
}

/** What a span takes in the text of that side; nothing where it isn't in it. */
function lengthOn(span: Span, side: SpanSide): number {
  if (span.kind === (side === "before" ? "added" : "deleted")) return 0;
  return fullLength(span);
}

const fullLength = (span: Span): number => ("length" in span ? span.length : contentLength(span.content));

/** What the spans of a line make of it on that side, its marks aside; `before`: the line as it was. */
export function spanContent(
  before: readonly DocumentNode[],
  spans: readonly Span[],
  side: SpanSide,
): readonly DocumentNode[] {
  const line = new InlineReader(before);
  return spans.flatMap((span) => {
    if (span.kind === "added") return side === "after" ? span.content : [];
    const taken = line.take(fullLength(span));
    return span.kind === "deleted" && side === "after" ? [] : taken;
  });
}

/**
 * Those up to `end` in the text of that side, and the others. What isn't in that text goes with what stands before it,
 * at `end` with what follows.
 */
export function spansAt(
  spans: readonly Span[],
  end: number,
  side: SpanSide,
): readonly [readonly SpanPart[], readonly SpanPart[]] {
  const [first, rest]: [SpanPart[], SpanPart[]] = [[], []];
  let at = 0;
  for (const span of spans) {
    const length = lengthOn(span, side);
    const left = end - at;
    at += length;
    if (left <= 0) rest.push({ part: span, span });
    else if (length <= left) first.push({ part: span, span });
    else {
      first.push({ part: cut(span, 0, left), span });
      rest.push({ part: cut(span, left, length), span });
    }
  }
  return [first, rest];
}

function cut(span: Span, from: number, to: number): Span {
  return "length" in span
    ? { ...span, length: to - from }
    : { ...span, content: sliceInline(span.content, from, to) };
}
