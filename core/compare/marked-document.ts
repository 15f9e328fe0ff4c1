/**
 * Two documents as one: the first, with everything that leads to the second as suggestions. Rejecting
 * them all gives the first, accepting them all the second. What moved is gone there and new here, by a
 * suggestion of its own for both places; what was edited in it besides is proposed in its new place.
 */
import { insertionOfMarks } from "../document/marks-of";
import { isInlineName, isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { type Suggestion, writeBlockForm, writeSlot } from "../document/suggestion";
import { DELETION, INSERTION } from "../document/suggestion-marks";
import { newId } from "../new-id";
import { applyEdit } from "./apply-comparison";
import type { BlockEdit, Comparison, ContentEdit, Row } from "./comparison";
import { marksOf, withMarks } from "./inline";
import { markSpans, withChange, withSlot } from "./marked-line";
import { type PartsInLines, partOf, partsInLines, withParts } from "./marked-line-parts";

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
  const parts = partsInLines(rows);
  const moves = new Map<number, Suggestion>();
  const moveOf = (row: Row) => {
    if (!("move" in row) || replaced.has(row.from)) return suggestion;
    const known = moves.get(row.move) ?? { ...suggestion, id: newId() };
    moves.set(row.move, known);
    return known;
  };
  return {
    ...before,
    content: rows.flatMap((row) => markRow(blocks, row, { suggestion, move: moveOf(row), parts })),
  };
}

/** Whose a change is, and, where it is one of place, the move. */
interface Marking {
  readonly suggestion: Suggestion;
  readonly move: Suggestion;
  readonly parts: PartsInLines;
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
  const parts = partsInLines(rows);
  return rows.flatMap((row) => markRow(before, row, { suggestion, move: suggestion, parts }));
}

function markRow(
  before: readonly DocumentNode[],
  row: Row,
  { suggestion, move, parts }: Marking,
): DocumentNode[] {
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
    case "edited": {
      const [marked, ...others] = markEdit(block, row.edit, suggestion);
      const own = parts.get(row.from);
      if (marked === undefined || own === undefined) return marked === undefined ? [] : [marked, ...others];
      return [withParts(marked, block, own, suggestion)];
    }
    case "split":
      if (parts.get(row.from)?.inLine.includes(row) === true) return [];
      return [inserted(partOf(block, row), suggestion)];
    case "joined": {
      const content = markSpans(block.content ?? [], row.spans, suggestion);
      return [withSlot({ ...block, ...(content.length > 0 && { content }) }, "joined", suggestion)];
    }
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
