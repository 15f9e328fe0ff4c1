/** A comparison read the other way round. */
import type { BlockEdit, Row, Span } from "./comparison";

export function invertRows(rows: readonly Row[]): Row[] {
  const editOfMove = new Map<number, BlockEdit | null>();
  for (const row of rows) if (row.kind === "moved-here") editOfMove.set(row.from, row.edit);
  return rows.map((row) => invertRow(row, editOfMove.get("from" in row ? row.from : -1) ?? null));
}

/** `moved` is the edit of the move whose old place the row is. */
function invertRow(row: Row, moved: BlockEdit | null): Row {
  switch (row.kind) {
    case "same":
      return { kind: "same", from: row.to, to: row.from };
    case "edited":
      return { kind: "edited", from: row.to, to: row.from, edit: invertEdit(row.edit) };
    case "added":
      return { kind: "deleted", from: row.to, block: row.block };
    case "deleted":
      return { kind: "added", to: row.from, block: row.block };
    case "moved-here":
      return { kind: "moved-away", from: row.to, to: row.from, move: row.move };
    case "moved-away": {
      const edit = moved === null ? null : invertEdit(moved);
      return { kind: "moved-here", from: row.to, to: row.from, move: row.move, edit };
    }
  }
}

function invertEdit({ shape, content }: BlockEdit): BlockEdit {
  return {
    shape: shape === null ? null : { before: shape.after, after: shape.before },
    content:
      content === null
        ? null
        : content.kind === "text"
          ? { kind: "text", spans: content.spans.map(invertSpan) }
          : { kind: "blocks", rows: invertRows(content.rows) },
  };
}

function invertSpan(span: Span): Span {
  switch (span.kind) {
    case "same":
      return span;
    case "added":
      return { kind: "deleted", content: span.content };
    case "deleted":
      return { kind: "added", content: span.content };
    case "reformatted":
      return { kind: "reformatted", length: span.length, before: span.after, after: span.before };
  }
}
