/**
 * Two documents as one: the first, with everything that leads to the second as suggestions. Rejecting
 * them all gives the first, accepting them all the second. What moved is gone there and new here, by a
 * suggestion of its own for both places; what was edited in it besides is proposed in its new place.
 */
import { LOOK_NAMES, lookIn } from "../document/looks";
import { insertionOfMarks } from "../document/marks-of";
import { isInlineName, isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { type Suggestion, writeBlockForm, writeSlot } from "../document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";
import { newId } from "../new-id";
import { applyEdit } from "./apply-comparison";
import type { BlockEdit, Comparison, ContentEdit, Marks, Row, Span } from "./comparison";
import { InlineReader, inlineLength, marksOf, withMarks } from "./inline";

/** `before` is canonical and holds no suggestions of its own; `suggestion` is whose they all are. */
export function markedDocument(
  before: DocumentNode,
  { rows }: Comparison,
  suggestion: Suggestion,
): DocumentNode {
  const blocks = before.content ?? [];
  const replaced = new Set(
    rows.flatMap((row) => (row.kind === "moved-here" && isReplaced(blocks[row.from], row) ? [row.from] : [])),
  );
  const moves = new Map<number, Suggestion>();
  const moveOf = (row: Row) => {
    if (!("move" in row) || replaced.has(row.from)) return suggestion;
    const known = moves.get(row.move) ?? { ...suggestion, id: newId() };
    moves.set(row.move, known);
    return known;
  };
  return {
    ...before,
    content: rows.flatMap((row) => markRow(blocks, row, { suggestion, move: moveOf(row) })),
  };
}

/** Whose a change is, and, where it is one of place, the move. */
interface Marking {
  readonly suggestion: Suggestion;
  readonly move: Suggestion;
}

/** Whether a block that moved was edited so that it can't be told from another one. */
const isReplaced = (
  block: DocumentNode | undefined,
  { edit }: Extract<Row, { kind: "moved-here" }>,
): boolean => block !== undefined && edit !== null && replaces(block, edit);

function markRows(
  before: readonly DocumentNode[],
  rows: readonly Row[],
  suggestion: Suggestion,
): DocumentNode[] {
  return rows.flatMap((row) => markRow(before, row, { suggestion, move: suggestion }));
}

function markRow(before: readonly DocumentNode[], row: Row, { suggestion, move }: Marking): DocumentNode[] {
  if (row.kind === "added") return [inserted(row.block, suggestion)];
  if (row.kind === "deleted") return [removed(row.block, suggestion)];
  const block = before[row.from];
  if (block === undefined) throw new RangeError("the comparison is of a longer document");
  switch (row.kind) {
    case "same":
      return [block];
    case "moved-away":
      return [removed(block, move)];
    case "moved-here":
      if (row.edit === null || move.id === suggestion.id)
        return [inserted(row.edit === null ? block : applyEdit(block, row.edit), move)];
      return markEdit(block, row.edit, suggestion).map((marked) => inserted(marked, move));
    case "edited":
      return markEdit(block, row.edit, suggestion);
  }
}

function markEdit(block: DocumentNode, edit: BlockEdit, suggestion: Suggestion): DocumentNode[] {
  if (replaces(block, edit)) {
    return [removed(block, suggestion), inserted(applyEdit(block, edit), suggestion)];
  }
  const { shape, content } = edit;
  const old = block.content ?? [];
  const marked = {
    ...block,
    ...(content !== null && {
      content:
        content.kind === "text"
          ? markSpans(old, content.spans, suggestion)
          : markRows(old, content.rows, suggestion),
    }),
  };
  if (shape === null) return [marked];
  const retyped = writeSlot(suggestion, writeBlockForm(shape.after.type, shape.after.attrs ?? {}));
  return [{ ...marked, attrs: { ...block.attrs, retyped } }];
}

/** Other attributes of a list or a table, and cells, have no suggestion of their own: the whole block is replaced. */
const replaces = (block: DocumentNode, { shape, content }: BlockEdit): boolean =>
  (shape !== null && !(isLineName(block.type) && isLineName(shape.after.type))) ||
  changesCells(block, content);

/** Cells that came, went or have another shape, as opposed to words in them. */
function changesCells({ type }: DocumentNode, content: ContentEdit | null): boolean {
  if (type !== "tableRow" || content?.kind !== "blocks") return false;
  return content.rows.some(
    (row) => row.kind !== "same" && (row.kind !== "edited" || row.edit.shape !== null),
  );
}

const withSlot = (
  node: DocumentNode,
  slot: "inserted" | "removed",
  suggestion: Suggestion,
): DocumentNode => ({
  ...node,
  attrs: { ...node.attrs, [slot]: writeSlot(suggestion) },
});
/** Its text says so too: what is written directly into a proposed block stays when the block goes. */
const inserted = (node: DocumentNode, suggestion: Suggestion) =>
  withSlot(withInsertedText(node, suggestion), "inserted", suggestion);

const withInsertedText = (node: DocumentNode, suggestion: Suggestion): DocumentNode => ({
  ...node,
  ...(node.content && {
    content: node.content.map((child) =>
      isInlineName(child.type) ? insertedInline(child, suggestion) : withInsertedText(child, suggestion),
    ),
  }),
});

/** What an edit adds to a block that comes is the edit's; a deletion of inserted words has to name them. */
function insertedInline(node: DocumentNode, suggestion: Suggestion): DocumentNode {
  if (insertionOfMarks(node) !== null || node.attrs?.inserted != null) return node;
  const marks = marksOf(node).map((mark) =>
    mark.type === DELETION ? { ...mark, attrs: { ...mark.attrs, of: suggestion.id } } : mark,
  );
  return withChange(withMarks(node, marks), INSERTION, suggestion);
}

const removed = (node: DocumentNode, suggestion: Suggestion) => withSlot(node, "removed", suggestion);

function markSpans(
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
      return line
        .take(span.content.reduce((sum, node) => sum + inlineLength(node), 0))
        .map((node) => withChange(node, DELETION, suggestion));
    case "reformatted":
      return line.take(span.length).map((node) => reformatted(node, span.before, span.after, suggestion));
  }
}

/** Text carries it as a mark, a line break as an attribute. */
function withChange(
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
