/** A comparison read the other way round. */
import type { BlockEdit, Row, Span } from "./comparison";

/** Called with each row and span, and what became of it. */
type Note = (change: Row | Span, inverted: Row | Span) => void;

export function invertRows(rows: readonly Row[], note: Note = () => undefined): Row[] {
  const edits = new Map<number, BlockEdit | null>();
  for (const row of rows) {
    if (row.kind === "moved-here") edits.set(row.from, row.edit && invertEdit(row.edit, note));
  }
  const inverted = rows.map((row) => {
    const other = invertRow(row, { note, editOfMove: edits.get("from" in row ? row.from : -1) ?? null });
    note(row, other);
    return other;
  });
  return goneFirst(inverted, ROW_ORDER);
}

interface Inversion {
  readonly note: Note;
  /** Inverted: of the move whose old place the row is. */
  readonly editOfMove: BlockEdit | null;
}

function invertRow(row: Row, { note, editOfMove }: Inversion): Row {
  switch (row.kind) {
    case "same":
      return { kind: "same", from: row.to, to: row.from };
    case "edited":
      return { kind: "edited", from: row.to, to: row.from, edit: invertEdit(row.edit, note) };
    case "added":
      return { kind: "deleted", from: row.to, block: row.block };
    case "deleted":
      return { kind: "added", to: row.from, block: row.block };
    case "moved-here":
      return { kind: "moved-away", from: row.to, to: row.from, move: row.move };
    case "moved-away":
      return { kind: "moved-here", from: row.to, to: row.from, move: row.move, edit: editOfMove };
    case "split":
    case "joined": {
      const { kind, from, to, at, shape, spans } = row;
      const isSplit = kind === "split";
      return {
        kind: isSplit ? "joined" : "split",
        from: to,
        to: from,
        at,
        shape,
        spans: invertSpans(spans, note),
      };
    }
  }
}

function invertEdit({ shape, content }: BlockEdit, note: Note): BlockEdit {
  return {
    shape: shape === null ? null : { before: shape.after, after: shape.before },
    content:
      content === null
        ? null
        : content.kind === "text"
          ? { kind: "text", spans: invertSpans(content.spans, note) }
          : { kind: "blocks", rows: invertRows(content.rows, note) },
  };
}

function invertSpans(spans: readonly Span[], note: Note): Span[] {
  const inverted = spans.map((span) => {
    const other = invertSpan(span);
    note(span, other);
    return other;
  });
  return goneFirst(inverted, SPAN_ORDER);
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

/** What stands in one text only comes in turn between what both have; what both have is no key of these. */
type Order<Kind extends string> = Readonly<Partial<Record<Kind, number>>>;
const ROW_ORDER: Order<Row["kind"]> = {
  deleted: 0,
  "moved-away": 0,
  joined: 0,
  added: 1,
  "moved-here": 1,
  split: 1,
};
const SPAN_ORDER: Order<Span["kind"]> = { deleted: 0, added: 1 };

/** As every comparison is read: what went, then what came in its place. */
function goneFirst<Change extends Row | Span>(
  changes: readonly Change[],
  order: Order<Change["kind"]>,
): Change[] {
  const ordered: Change[] = [];
  let between: Change[] = [];
  const flush = () => {
    ordered.push(...between.filter(({ kind }) => order[kind as Change["kind"]] === 0));
    ordered.push(...between.filter(({ kind }) => order[kind as Change["kind"]] === 1));
    between = [];
  };
  for (const change of changes) {
    if (order[change.kind as Change["kind"]] !== undefined) between.push(change);
    else {
      flush();
      ordered.push(change);
    }
  }
  flush();
  return ordered;
}
