/** One line with everything that leads to another as suggestions in its text. */
import { LOOK_NAMES, lookIn } from "../document/looks";
import type { DocumentNode } from "../document/schema";
import { type Slot, type Suggestion, writeSlot } from "../document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";
import type { Marks, Span } from "./comparison";
import { contentLength, InlineReader, marksOf, withMarks } from "./inline";

export function markSpans(
  before: readonly DocumentNode[],
  spans: readonly Span[],
  suggestion: Suggestion,
): DocumentNode[] {
  const line = new InlineReader(before);
  return spans.flatMap((span) => markSpan(line, span, suggestion));
}

function markSpan(line: InlineReader, span: Span, suggestion: Suggestion): DocumentNode[] {
  switch (span.kind) {
    case "same":
      return line.take(span.length);
    case "added":
      return span.content.map((node) => withChange(node, INSERTION, suggestion));
    case "deleted":
      return line.take(contentLength(span.content)).map((node) => withChange(node, DELETION, suggestion));
    case "reformatted":
      return line.take(span.length).map((node) => reformatted(node, span.before, span.after, suggestion));
  }
}

/** Text carries it as a mark, a line break as an attribute. */
export function withChange(
  node: DocumentNode,
  type: typeof INSERTION | typeof DELETION,
  suggestion: Suggestion,
): DocumentNode {
  if (node.type !== "text") return withSlot(node, type === INSERTION ? "inserted" : "removed", suggestion);
  const attrs = { ...suggestion, ...(type === INSERTION ? { begins: null } : { of: null }) };
  return withMarks(node, [...marksOf(node), { type, attrs }]);
}

function reformatted(node: DocumentNode, before: Marks, after: Marks, suggestion: Suggestion): DocumentNode {
  const changes = LOOK_NAMES.map((name) => ({ name, was: lookIn(before, name), is: lookIn(after, name) }))
    .filter(({ was, is }) => was !== is)
    .map(({ name, is }) => ({
      type: FORMATTING,
      attrs: { ...suggestion, mark: is ?? name, on: is !== null },
    }));
  return withMarks(node, [...marksOf(node), ...changes]);
}

/** With a suggestion in one of its slots; `retyped` says more than that. */
export const withSlot = (
  node: DocumentNode,
  slot: Exclude<Slot, "retyped">,
  suggestion: Suggestion,
): DocumentNode => ({
  ...node,
  attrs: { ...node.attrs, [slot]: writeSlot(suggestion) },
});
