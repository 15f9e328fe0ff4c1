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

/** A line with what was added to it and taken from it. Touching changes of one person are one stop on the way. */
export function ComparedLine({ before, spans, side, formatChanged }: ComparedLineProps) {
  const marks = useChangeMarks();
  const line = new InlineReader(before);
  // Whose change it is in; null between changes.
  let by: string | null = null;
  return spans.map((span, index) => {
    const of = marks(span);
    const begins = span.kind !== "same" && by !== (of.title ?? "") && isShown(span, side);
    if (span.kind === "same") by = null;
    else if (begins) by = of.title ?? "";
    const looks = { begins, formatChanged, marks: of };
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
        <span data-format {...stop} {...of} title={[of.title, formatChanged].filter(Boolean).join("：")}>
          <InlineText content={line.take(span.length).map((node) => withMarks(node, marks))} />
        </span>
      );
    }
  }
}
