import { Fragment, type ReactNode } from "react";
import type { Span } from "@/core/compare/comparison";
import { InlineReader, inlineLength, withMarks } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { InlineText } from "./inline-text";

/** On one page, or one of the two sides. */
export type ComparedSide = "merged" | "before" | "after";

interface ComparedLineProps {
  /** The line as it was. */
  readonly before: readonly DocumentNode[];
  readonly spans: readonly Span[];
  readonly side: ComparedSide;
  readonly formatChanged: string;
}

/** A line with what was added to it and taken from it. Touching changes are one stop on the way through. */
export function ComparedLine({ before, spans, side, formatChanged }: ComparedLineProps) {
  const line = new InlineReader(before);
  let inChange = false;
  return spans.map((span, index) => {
    const begins = span.kind !== "same" && !inChange && isShown(span, side);
    inChange = span.kind !== "same" && (inChange || begins);
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes.
    return <Fragment key={index}>{piece(line, span, side, { begins, formatChanged })}</Fragment>;
  });
}

function isShown({ kind }: Span, side: ComparedSide): boolean {
  return !(kind === "added" && side === "before") && !(kind === "deleted" && side === "after");
}

function piece(
  line: InlineReader,
  span: Span,
  side: ComparedSide,
  { begins, formatChanged }: { readonly begins: boolean; readonly formatChanged: string },
): ReactNode {
  const stop = begins ? { "data-change": "text" } : {};
  switch (span.kind) {
    case "same":
      return <InlineText content={line.take(span.length)} />;
    case "added":
      if (side === "before") return null;
      return (
        <ins {...stop}>
          <InlineText content={span.content} />
        </ins>
      );
    case "deleted":
      line.take(span.content.reduce((sum, node) => sum + inlineLength(node), 0));
      if (side === "after") return null;
      return (
        <del {...stop}>
          <InlineText content={span.content} />
        </del>
      );
    case "reformatted": {
      const marks = side === "before" ? span.before : span.after;
      return (
        <span data-format title={formatChanged} {...stop}>
          <InlineText content={line.take(span.length).map((node) => withMarks(node, marks))} />
        </span>
      );
    }
  }
}
