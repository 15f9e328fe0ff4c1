/** The words of each span of a compared line, with what stands beside them in their own text. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { Stretch } from "@/core/text/count-stretch";
import type { Span } from "./comparison";
import { contentLength, InlineReader } from "./inline";

export interface SpanText extends Stretch {
  readonly kind: Span["kind"];
}

/** `before` is the first text's line, which the spans cut; throws RangeError when it is shorter. */
export function spanTexts(spans: readonly Span[], before: readonly DocumentNode[]): SpanText[] {
  const reader = new InlineReader(before);
  const pieces = spans.map((span) => ({ kind: span.kind, text: textOf(span, reader) }));
  const old = pieces.map(({ kind, text }) => (kind === "added" ? "" : text));
  const fresh = pieces.map(({ kind, text }) => (kind === "deleted" ? "" : text));
  const lines = { old: old.join(""), fresh: fresh.join("") };
  const at = { old: 0, fresh: 0 };
  return pieces.map(({ kind, text }, index) => {
    const side = kind === "deleted" ? "old" : "fresh";
    const [line, start] = [lines[side], at[side]];
    at.old += old[index]?.length ?? 0;
    at.fresh += fresh[index]?.length ?? 0;
    return { kind, text, before: line.slice(0, start), after: line.slice(start + text.length) };
  });
}

function textOf(span: Span, reader: InlineReader): string {
  const isInBoth = span.kind === "same" || span.kind === "reformatted";
  const content = isInBoth ? reader.take(span.length) : span.content;
  if (span.kind === "deleted") reader.take(contentLength(content));
  return content.map(nodeText).join("");
}
