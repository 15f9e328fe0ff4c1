/**
 * Who made each change of a comparison, as far as that is known: whoever typed the words that are new in
 * the second document, and whoever put words of theirs in the place of others. Who took words away, moved
 * them or formatted them leaves no name in the text, so those changes have nobody here.
 */
import type { DocumentNode } from "../document/schema";
import type { BlockEdit, Row, Span } from "./comparison";
import { InlineReader } from "./inline";

/**
 * Whose the text of a block is: people by number (-1 for nobody known) and UTF-16 units, in turn; together
 * as long as its text.
 */
export type BlockWriters = readonly (readonly [person: number, length: number])[];

/** The people of a change by the very span or row that it is; nothing for a change nobody is known for. */
export type Changers = ReadonlyMap<Span | Row, readonly number[]>;

/** `writers` are those of the second document's blocks. */
export function changersOf(
  rows: readonly Row[],
  after: DocumentNode,
  writers: readonly BlockWriters[],
): Changers {
  const changers = new Map<Span | Row, readonly number[]>();
  for (const row of rows) {
    const block = "to" in row ? after.content?.[row.to] : undefined;
    if (block === undefined || !("to" in row)) continue;
    noteRow(changers, row, block, { runs: writers[row.to] ?? [], start: 0 });
  }
  return changers;
}

/** Where a node's text begins in that of its top-level block. */
interface Place {
  readonly runs: BlockWriters;
  readonly start: number;
}

function noteRow(
  changers: Map<Span | Row, readonly number[]>,
  row: Row,
  after: DocumentNode,
  place: Place,
): void {
  if (row.kind === "added") note(changers, row, writersIn(place.runs, place.start, textLength(after)));
  else if (row.kind === "edited") noteEdit(changers, row.edit, after, place);
  else if (row.kind === "moved-here" && row.edit !== null) noteEdit(changers, row.edit, after, place);
}

function noteEdit(
  changers: Map<Span | Row, readonly number[]>,
  { content }: BlockEdit,
  after: DocumentNode,
  { runs, start }: Place,
): void {
  const children = after.content ?? [];
  if (content?.kind === "text") noteSpans(changers, content.spans, children, { runs, start });
  if (content?.kind !== "blocks") return;
  const starts = [start];
  for (const child of children) starts.push((starts.at(-1) ?? start) + textLength(child));
  for (const row of content.rows) {
    const child = "to" in row ? children[row.to] : undefined;
    if (child === undefined || !("to" in row)) continue;
    noteRow(changers, row, child, { runs, start: starts[row.to] ?? start });
  }
}

/** Words that stand where others stood were put there by who typed them. */
function noteSpans(
  changers: Map<Span | Row, readonly number[]>,
  spans: readonly Span[],
  after: readonly DocumentNode[],
  { runs, start }: Place,
): void {
  const line = new InlineReader(after);
  let offset = start;
  let replaced: Span[] = [];
  let people = new Set<number>();
  const close = () => {
    for (const span of replaced) note(changers, span, [...people]);
    replaced = [];
    people = new Set();
  };
  for (const span of spans) {
    if (span.kind === "deleted") replaced.push(span);
    else if (span.kind === "added") {
      const length = span.content.reduce((sum, node) => sum + textLength(node), 0);
      for (const node of span.content) line.take(node.type === "text" ? (node.text ?? "").length : 1);
      const writers = writersIn(runs, offset, length);
      note(changers, span, writers);
      for (const person of writers) people.add(person);
      offset += length;
    } else {
      close();
      offset += line.take(span.length).reduce((sum, node) => sum + textLength(node), 0);
    }
  }
  close();
}

function note(
  changers: Map<Span | Row, readonly number[]>,
  change: Span | Row,
  people: readonly number[],
): void {
  if (people.length > 0) changers.set(change, people);
}

function writersIn(runs: BlockWriters, start: number, length: number): readonly number[] {
  const people = new Set<number>();
  let from = 0;
  for (const [person, size] of runs) {
    if (person >= 0 && from < start + length && from + size > start) people.add(person);
    from += size;
  }
  return [...people];
}

/** UTF-16 units of text in a node; leaves have none. */
function textLength(node: DocumentNode): number {
  if (node.type === "text") return (node.text ?? "").length;
  return (node.content ?? []).reduce((sum, child) => sum + textLength(child), 0);
}
