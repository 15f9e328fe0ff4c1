/** Makes of a block, or a line, what it became by what differs between two documents, exactly. */
import type { DocumentNode } from "@/core/document/schema";
import type { BlockEdit, LinePart, NodeShape, Row, Span } from "./comparison";
import { contentLength, InlineReader, joinInline, withMarks } from "./inline";
import { shapeOf } from "./node-shape";

function applyRows(before: readonly DocumentNode[], rows: readonly Row[]): DocumentNode[] {
  const taken = rows.filter(({ kind }) => !CAME.has(kind)).length;
  if (taken !== before.length) throw new RangeError("the comparison is of another number of blocks");
  const lines = partedLines(before, rows);
  const after: DocumentNode[] = [];
  for (const row of rows) {
    if (row.kind === "joined") {
      const spans = applyLine(blockAt(before, row.from).content ?? [], row.spans);
      const beginning = blockAt(after, row.to);
      after[row.to] = withContent(beginning, joinInline([...(beginning.content ?? []), ...spans]));
    } else after.push(...applyRow(before, row, lines));
  }
  for (const line of lines.values()) expectEnd(line);
  return after;
}

/** What has no place of its own in the first document. */
const CAME: ReadonlySet<Row["kind"]> = new Set(["added", "moved-here", "split"]);

/** Lines that are read by several rows. */
function partedLines(
  before: readonly DocumentNode[],
  rows: readonly Row[],
): ReadonlyMap<number, InlineReader> {
  return new Map(
    rows.flatMap((row): [number, InlineReader][] =>
      row.kind === "split" ? [[row.from, new InlineReader(blockAt(before, row.from).content ?? [])]] : [],
    ),
  );
}

function applyRow(
  before: readonly DocumentNode[],
  row: Exclude<Row, { kind: "joined" }>,
  lines: ReadonlyMap<number, InlineReader>,
): readonly DocumentNode[] {
  switch (row.kind) {
    case "same":
      return [blockAt(before, row.from)];
    case "edited": {
      const block = blockAt(before, row.from);
      const line = lines.get(row.from);
      const { shape, content } = row.edit;
      if (line === undefined || content?.kind !== "text") return [applyEdit(block, row.edit)];
      return [lineOf(shape?.after ?? shapeOf(block), applySpans(line, content.spans))];
    }
    case "split": {
      const line = lines.get(row.from);
      return line === undefined ? [] : [lineOf(row.shape, applySpans(line, row.spans))];
    }
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

/** The line that a part became; `before` begins with it. */
export function applyPart(before: readonly DocumentNode[], { shape, spans }: LinePart): DocumentNode {
  return lineOf(shape, applySpans(new InlineReader(before), spans));
}

const lineOf = (shape: NodeShape, content: readonly DocumentNode[]) =>
  withContent(shape, joinInline(content));

/** The block as it became; throws RangeError when the edit is another block's. */
export function applyEdit(before: DocumentNode, { shape, content }: BlockEdit): DocumentNode {
  const old = before.content ?? [];
  const fresh =
    content === null
      ? old
      : content.kind === "text"
        ? applyLine(old, content.spans)
        : applyRows(old, content.rows);
  if (shape === null) return withContent(before, fresh);
  return withContent(shape.after, fresh);
}

function applyLine(before: readonly DocumentNode[], spans: readonly Span[]): DocumentNode[] {
  const line = new InlineReader(before);
  const after = applySpans(line, spans);
  expectEnd(line);
  return joinInline(after);
}

function applySpans(line: InlineReader, spans: readonly Span[]): DocumentNode[] {
  return spans.flatMap((span) => applySpan(line, span));
}

function expectEnd(line: InlineReader): void {
  if (!line.atEnd) throw new RangeError("the line is longer than its comparison");
}

function applySpan(line: InlineReader, span: Span): readonly DocumentNode[] {
  switch (span.kind) {
    case "same":
      return line.take(span.length);
    case "added":
      return span.content;
    case "deleted":
      line.take(contentLength(span.content));
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
