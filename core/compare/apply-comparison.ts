/** Makes one document from the other and what differs between them, both ways and exactly. */
import type { DocumentNode } from "@/core/document/schema";
import type { BlockEdit, Comparison, Row, Span } from "./comparison";
import { InlineReader, inlineLength, joinInline, withMarks } from "./inline";
import { invertRows } from "./invert-comparison";

/** `before` is canonical; throws RangeError when the comparison is another document's. */
export function applyComparison(before: DocumentNode, { rows }: Comparison): DocumentNode {
  return withContent(before, applyRows(before.content ?? [], rows));
}

/** Takes the comparison back: from the second document to the first. */
export function revertComparison(after: DocumentNode, { rows }: Comparison): DocumentNode {
  return applyComparison(after, { rows: invertRows(rows) });
}

function applyRows(before: readonly DocumentNode[], rows: readonly Row[]): DocumentNode[] {
  const taken = rows.filter((row) => row.kind !== "added" && row.kind !== "moved-here").length;
  if (taken !== before.length) throw new RangeError("the comparison is of another number of blocks");
  return rows.flatMap((row) => applyRow(before, row));
}

function applyRow(before: readonly DocumentNode[], row: Row): readonly DocumentNode[] {
  switch (row.kind) {
    case "same":
      return [blockAt(before, row.from)];
    case "edited":
      return [applyEdit(blockAt(before, row.from), row.edit)];
    case "moved-here": {
      const block = blockAt(before, row.from);
      return [row.edit === null ? block : applyEdit(block, row.edit)];
    }
    case "added":
      return [row.block];
    case "deleted":
    case "moved-away":
      return [];
  }
}

/** The block as it became. */
export function applyEdit(before: DocumentNode, { shape, content }: BlockEdit): DocumentNode {
  const old = before.content ?? [];
  const fresh =
    content === null
      ? old
      : content.kind === "text"
        ? applySpans(old, content.spans)
        : applyRows(old, content.rows);
  if (shape === null) return withContent(before, fresh);
  return withContent(shape.after, fresh);
}

function applySpans(before: readonly DocumentNode[], spans: readonly Span[]): DocumentNode[] {
  const line = new InlineReader(before);
  const after = spans.flatMap((span) => applySpan(line, span));
  if (!line.atEnd) throw new RangeError("the line is longer than its comparison");
  return joinInline(after);
}

function applySpan(line: InlineReader, span: Span): readonly DocumentNode[] {
  switch (span.kind) {
    case "same":
      return line.take(span.length);
    case "added":
      return span.content;
    case "deleted":
      line.take(span.content.reduce((sum, node) => sum + inlineLength(node), 0));
      return [];
    case "reformatted":
      return line.take(span.length).map((node) => withMarks(node, span.after));
  }
}

/** With the keys in canonical order. */
function withContent(node: DocumentNode, content: readonly DocumentNode[]): DocumentNode {
  const { type, attrs, text, marks } = node;
  return {
    type,
    ...(attrs !== undefined && { attrs }),
    ...(content.length > 0 && { content }),
    ...(text !== undefined && { text }),
    ...(marks !== undefined && { marks }),
  };
}

function blockAt(blocks: readonly DocumentNode[], index: number): DocumentNode {
  const block = blocks[index];
  if (block === undefined) throw new RangeError("the comparison is of a longer document");
  return block;
}
