/** What is proposed in lines that are broken or made one on the way to another text. */
import type { Row } from "../compare/comparison";
import { joinInline, sliceInline } from "../compare/inline";
import type { DocumentNode } from "../document/schema";
import { SLOTS } from "../document/suggestion";
import { isProposedIn } from "./block-base";
import { withKeptProposals } from "./kept-proposals";

/**
 * By the rows' `to`: lines of `wanted` with what `now` proposes to those of their words that stay; also those that
 * nothing can be kept in, as they are.
 */
export function proposalsInParts(
  now: readonly DocumentNode[],
  wanted: readonly DocumentNode[],
  rows: readonly Row[],
): ReadonlyMap<number, DocumentNode> {
  const kept = new Map<number, DocumentNode>();
  const keep = (lines: readonly DocumentNode[], to: number) => {
    const [line, other] = [asOne(lines), wanted[to]];
    if (line === null || other === undefined) return;
    kept.set(to, (isProposedIn(line) ? withKeptProposals(line, other) : null) ?? other);
  };
  for (const [from, places] of splitLines(rows)) {
    const line = now[from];
    if (line === undefined) continue;
    for (const [index, { to, at }] of places.entries()) {
      const content = sliceInline(line.content ?? [], at, places[index + 1]?.at);
      keep([{ ...line, content }], to);
    }
  }
  for (const [to, froms] of joinedLines(rows)) {
    keep(
      froms.flatMap((from) => now[from] ?? []),
      to,
    );
  }
  return kept;
}

interface PlaceOfPart {
  readonly to: number;
  readonly at: number;
}

/** By lines of the first text: where their beginning and their other parts went. */
function splitLines(rows: readonly Row[]): ReadonlyMap<number, readonly PlaceOfPart[]> {
  const lines = new Map<number, PlaceOfPart[]>();
  const beginnings = new Map(rows.flatMap((row) => (row.kind === "edited" ? [[row.from, row.to]] : [])));
  for (const row of rows) {
    if (row.kind !== "split") continue;
    const beginning = { to: beginnings.get(row.from) ?? -1, at: 0 };
    lines.set(row.from, [...(lines.get(row.from) ?? [beginning]), row]);
  }
  return lines;
}

/** By lines of the second text: what they were made of. */
function joinedLines(rows: readonly Row[]): ReadonlyMap<number, readonly number[]> {
  const lines = new Map<number, number[]>();
  const beginnings = new Map(rows.flatMap((row) => (row.kind === "edited" ? [[row.to, row.from]] : [])));
  for (const row of rows) {
    if (row.kind !== "joined") continue;
    lines.set(row.to, [...(lines.get(row.to) ?? [beginnings.get(row.to) ?? -1]), row.from]);
  }
  return lines;
}

/** Null where something is proposed to a whole line: that means nothing for a part of it. */
function asOne(lines: readonly DocumentNode[]): DocumentNode | null {
  const [first] = lines;
  if (first === undefined || lines.some(({ attrs }) => SLOTS.some((slot) => attrs?.[slot] != null)))
    return null;
  return { ...first, content: joinInline(lines.flatMap(({ content = [] }) => content)) };
}
