import { Fragment, type ReactNode } from "react";
import type { Span } from "@/core/compare/comparison";
import { contentLength, InlineReader, withMarks } from "@/core/compare/inline";
import { type SpanPart, spanContent, spansAt } from "@/core/compare/spans-at";
import type { DocumentNode } from "@/core/document/schema";
import { leadEnd } from "@/core/text/lead";
import { placedText } from "@/core/text/placed-text";
import { InlineText } from "./inline-text";
import { type ChangeMarks, useChangeMarks } from "./shown-changers";

/** On one page, or one of the two sides. */
export type ComparedSide = "merged" | "before" | "after";

interface ComparedLineProps {
  /** The line as it was. */
  readonly before: readonly DocumentNode[];
  readonly spans: readonly Span[];
  readonly side: ComparedSide;
  /** Its lead sentence is styled as a heading, as on that side; the rest as text. */
  readonly isRunIn: boolean;
  readonly formatChanged: string;
}

/** A line with what was added to it and taken from it. */
export function ComparedLine({ before, spans, side, isRunIn, formatChanged }: ComparedLineProps) {
  const marks = useChangeMarks();
  const line = new InlineReader(before);
  const changes = spans.map((span) => ({ span, of: marks(span) }));
  const stops = stopsOn(side, changes);
  const pieces = (parts: readonly SpanPart[]) =>
    parts.map(({ part, span }, index) => {
      // Of a change that goes on behind the lead the way stops at its beginning alone.
      const looks = { begins: stops.delete(span), formatChanged, marks: marks(span) };
      // biome-ignore lint/suspicious/noArrayIndexKey: spans hold no state of their own.
      return <Fragment key={index}>{piece(line, part, side, looks)}</Fragment>;
    });
  if (!isRunIn) return pieces(spans.map((span) => ({ part: span, span })));
  const [lead, rest] = atLead(before, spans, side);
  return (
    <>
      <span className="speech-lead">{pieces(lead)}</span>
      {pieces(rest)}
    </>
  );
}

function atLead(before: readonly DocumentNode[], spans: readonly Span[], side: ComparedSide) {
  const text = side === "before" ? "before" : "after";
  return spansAt(spans, leadEnd(placedText(spanContent(before, spans, text))), text);
}

interface ShownChange {
  readonly span: Span;
  readonly of: ChangeMarks;
}

/**
 * Where the way from change to change stops: at the first of touching changes by one person. Of two sides it stops
 * on one: where something went, else where it came.
 */
function stopsOn(side: ComparedSide, changes: readonly ShownChange[]): Set<Span> {
  const stops = new Set<Span>();
  for (const group of groupsOf(changes)) {
    const hasGone = group.some(({ kind }) => kind === "deleted");
    if (side !== "merged" && hasGone !== (side === "before")) continue;
    const first = group.find((span) => isShown(span, side));
    if (first !== undefined) stops.add(first);
  }
  return stops;
}

function groupsOf(changes: readonly ShownChange[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  // Whose change it is in; null between changes.
  let by: string | null = null;
  for (const { span, of } of changes) {
    const person = span.kind === "same" ? null : (of.title ?? "");
    if (person !== null && person === by) groups.at(-1)?.push(span);
    else if (person !== null) groups.push([span]);
    by = person;
  }
  return groups;
}

function isShown({ kind }: Span, side: ComparedSide): boolean {
  return !(kind === "added" && side === "before") && !(kind === "deleted" && side === "after");
}

interface PieceLooks {
  readonly begins: boolean;
  readonly formatChanged: string;
  readonly marks: ChangeMarks;
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
      line.take(contentLength(span.content));
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
