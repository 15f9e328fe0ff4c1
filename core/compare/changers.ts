/**
 * Who made each change of a comparison, as far as that is known: told from the ids of what either text is
 * made of (core/authors/origins.ts) and from who removed which of them (core/authors/removals.ts).
 */
import type { DocumentNode } from "../document/schema";
import type { PersonId } from "../ids";
import type { BlockEdit, LinePart, Row, Span } from "./comparison";
import { type ComparedOrigins, Deeds } from "./deeds";
import { contentLength, InlineReader } from "./inline";
import { type PlacedNode, placedBlocks, placedChildren, textLength } from "./placed-node";

/** The people of a change by the very span or row that it is; nothing for a change nobody is known for. */
export type Changers = ReadonlyMap<Span | Row, readonly PersonId[]>;

/** The blocks of both texts on one level. */
interface Level {
  readonly rows: readonly Row[];
  readonly before: readonly PlacedNode[];
  readonly after: readonly PlacedNode[];
}

/** Both documents in the canonical form that the rows fit. */
export function changersOf(
  rows: readonly Row[],
  { before, after }: { readonly before: DocumentNode; readonly after: DocumentNode },
  origins: ComparedOrigins,
): Changers {
  const old = placedBlocks(before, origins.before);
  const finder = new ChangerFinder(new Deeds(origins, old));
  finder.noteRows({ rows, before: old, after: placedBlocks(after, origins.after) });
  return finder.changers;
}

class ChangerFinder {
  readonly changers = new Map<Span | Row, readonly PersonId[]>();

  constructor(private readonly deeds: Deeds) {}

  noteRows(level: Level): void {
    for (const row of level.rows) {
      const old = "from" in row ? level.before[row.from] : undefined;
      const now = "to" in row ? level.after[row.to] : undefined;
      if (row.kind === "added" && now !== undefined) this.note(row, this.deeds.makers(now));
      if (row.kind === "deleted" && old !== undefined) this.note(row, this.deeds.removers(old));
      if (row.kind === "moved-here" || row.kind === "moved-away") this.note(row, this.moversOf(row, level));
      if (row.kind === "split") this.note(row, this.deeds.breakers(partsOf(row, level)));
      if (row.kind === "joined") this.note(row, this.deeds.joiners(partsOf(row, level)));
      if ((row.kind === "split" || row.kind === "joined") && old !== undefined && now !== undefined)
        this.noteSpans(row.spans, old, now, row);
      const edit = row.kind === "edited" || row.kind === "moved-here" ? row.edit : null;
      if (edit !== null && old !== undefined && now !== undefined) this.noteEdit(row, edit, old, now);
    }
  }

  /** Which of two blocks that changed places was moved can't be seen: often it was the other one. */
  private moversOf({ kind, from }: Row & { readonly from: number }, { rows, before }: Level) {
    const movers = (index: number) => {
      const block = before[index];
      return block === undefined ? [] : this.deeds.movers(block);
    };
    const own = movers(from);
    if (own.length > 0) return own;
    const isEnd = (row: Row) => row.kind.startsWith("moved") && "from" in row && row.from === from;
    const crossed = rows.slice(rows.findIndex(isEnd) + 1, rows.findLastIndex(isEnd));
    const others = crossed.flatMap((row) => ("from" in row && row.kind !== kind ? movers(row.from) : []));
    return [...new Set(others)];
  }

  private noteEdit(row: Row, { shape, content }: BlockEdit, old: PlacedNode, now: PlacedNode): void {
    if (shape !== null && row.kind === "edited") this.note(row, this.deeds.shapers(shape, old, now));
    if (content?.kind === "text") this.noteSpans(content.spans, old, now);
    if (content?.kind === "blocks") {
      this.noteRows({ rows: content.rows, before: placedChildren(old), after: placedChildren(now) });
    }
  }

  /** `part`: that the spans are of, where they aren't of the lines from their beginning. */
  private noteSpans(
    spans: readonly Span[],
    old: PlacedNode,
    now: PlacedNode,
    part?: Extract<Row, LinePart>,
  ): void {
    const oldLine = new LineWalk(old);
    const line = new LineWalk(now);
    if (part?.kind === "split") oldLine.pass(part.at);
    if (part?.kind === "joined") line.pass(part.at);
    let unknown: Span[] = [];
    let writers: readonly PersonId[] = [];
    // Where nobody is known to have taken words away, it was who put others in their place. And where words
    // changed places, the others may have been the ones that were moved.
    const close = () => {
      for (const span of unknown) {
        const replacers = span.kind === "deleted" ? writers : [];
        this.note(span, replacers.length > 0 ? replacers : this.deeds.carriers(old));
      }
      unknown = [];
      writers = [];
    };
    for (const span of spans) {
      if (span.kind === "same" || span.kind === "reformatted") {
        close();
        if (span.kind === "reformatted") {
          this.note(span, this.deeds.formatters(span, oldLine.place(), line.place()));
        }
        oldLine.pass(span.length);
        line.pass(span.length);
        continue;
      }
      const walk = span.kind === "deleted" ? oldLine : line;
      const place = walk.place();
      const length = walk.pass(contentLength(span.content));
      const people =
        span.kind === "deleted" ? this.deeds.takers(place, length) : this.deeds.writers(place, length);
      this.note(span, people);
      if (people.length === 0) unknown.push(span);
      if (span.kind === "added") writers = [...writers, ...people];
    }
    close();
  }

  private note(change: Span | Row, people: readonly PersonId[]): void {
    if (people.length > 0) this.changers.set(change, [...new Set(people)]);
  }
}

/** The lines that the line of a part was made into, or that it was made of. */
function partsOf(part: Extract<Row, LinePart>, { rows, before, after }: Level): readonly PlacedNode[] {
  const isSplit = part.kind === "split";
  return rows.flatMap((row) => {
    const isOne = row.kind === part.kind || row.kind === "edited";
    if (!isOne || (isSplit ? row.from !== part.from : row.to !== part.to)) return [];
    const node = isSplit ? after[row.to] : before[row.from];
    return node === undefined ? [] : [node];
  });
}

/** Goes along a line, whose leaves have a length and no text. */
class LineWalk {
  private readonly line: InlineReader;
  private at: number;

  constructor(private readonly placed: PlacedNode) {
    this.line = new InlineReader(placed.node.content ?? []);
    this.at = placed.start;
  }

  place() {
    return { origins: this.placed.origins, at: this.at };
  }

  /** Passes so much of the line and returns how much of that is text. */
  pass(length: number): number {
    const text = textLength(this.line.take(length));
    this.at += text;
    return text;
  }
}
