import { Fragment, type ReactNode } from "react";
import type { Span } from "@/core/compare/comparison";
import { InlineReader, inlineLength, withMarks } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { InlineText } from "./inline-text";
import { useChangeMarks } from "./shown-changers";

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
  const marks = useChangeMarks();
  const line = new InlineReader(before);
  let inChange = false;
  return spans.map((span, index) => {
    const begins = span.kind !== "same" && !inChange && isShown(span, side);
    inChange = span.kind !== "same" && (inChange || begins);
    const looks = { begins, formatChanged, marks: marks(span) };
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes.
    return <Fragment key={index}>{piece(line, span, side, looks)}</Fragment>;
  });
}

function isShown({ kind }: Span, side: ComparedSide): boolean {
  return !(kind === "added" && side === "before") && !(kind === "deleted" && side === "after");
}

interface PieceLooks {
  readonly begins: boolean;
  readonly formatChanged: string;
  readonly marks: ReturnType<ReturnType<typeof useChangeMarks>>;
}

function piece(
  line: InlineReader,
  span: Span,
  side: ComparedSide,
  { begins, formatChanged, marks: of }: PieceLooks,
): ReactNode {
  const stop = begins ? { "data-change": "text" } : {};
  switch (span.kind) {
    case "same":
      return <InlineText content={line.take(span.length)} />;
    case "added":
      if (side === "before") return null;
      return (
        <ins {...stop} {...of}>
          <InlineText content={span.content} />
        </ins>
      );
    case "deleted":
      line.take(span.content.reduce((sum, node) => sum + inlineLength(node), 0));
      if (side === "after") return null;
      return (
        <del {...stop} {...of}>
          <InlineText content={span.content} />
        </del>
      );
    case "reformatted": {
      const marks = side === "before" ? span.before : span.after;
      return (
        <span data-format title={formatChanged} {...stop} {...of}>
          <InlineText content={line.take(span.length).map((node) => withMarks(node, marks))} />
        </span>
      );
    }
  }
}
