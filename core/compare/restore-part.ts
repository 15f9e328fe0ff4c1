/** A document with some blocks of another version brought back, and everything else as it is. */
import type { DocumentNode } from "@/core/document/schema";
import type { Comparison, NodeShape, Row } from "./comparison";
import { sliceInline } from "./inline";
import { isBefore, type LinePath, linesInBlock } from "./lines-in-block";
import { isBetween, partPlaces } from "./part-places";
import { comesBackInTable, followersOf, headingLevel, isIn, isOwnPart, type Part } from "./part-rows";
import { type RelocatedLine, relocatedLines } from "./relocated-lines";

/**
 * `now` and `version` in canonical form, `comparison` from the first to the second. The part's blocks come back:
 * where they stand now if they are still there, else after what they followed; their lines leave the blocks that these
 * stand in since. What was written between them since goes, unless a heading begins a part of its own with it; nothing
 * else does, and no line that the version has outside the part.
 */
export function withPartRestored(
  now: DocumentNode,
  version: DocumentNode,
  { rows }: Comparison,
  part: Part,
): DocumentNode {
  const isChosen = (row: Row) => "to" in row && isIn(part, row.to);
  const followers = followersOf(rows, part);
  const following = new Set([...followers.values()].flat());
  const level = headingLevel(version.content?.[part.start]) ?? Number.POSITIVE_INFINITY;
  const back = (places: readonly number[]) => places.flatMap((to) => blockOf(version, to));
  const parts = partsByLine(rows);
  // Where one of its lines comes back the others stand on their own again, with the words of now.
  const parted = new Set(
    rows.flatMap((row) => ("from" in row && parts.has(row.from) && isChosen(row) ? [row.from] : [])),
  );
  const relocated = [...new Set(relocatedLines(rows, now.content ?? []).values())];
  const comingBack = relocated.filter(({ path }) => isIn(part, path.after[0]));
  const staying = relocated.filter((line) => !comingBack.includes(line));
  const [leaves, stays] = [placesOf(comingBack), placesOf(staying)];
  const added = partPlaces(rows, relocated, isChosen);
  const isWithin = isBetween(rows, relocated, added, isChosen);
  const places = added.filter(({ to, block }) => block !== null && !following.has(to));
  const placed = new Set(places.map(({ to }) => to));
  return { ...now, content: rows.flatMap(blocksAt) };

  function blocksAt(row: Row, index: number): readonly DocumentNode[] {
    switch (row.kind) {
      case "same":
      case "edited":
        if (isChosen(row)) return replaced(row);
        return parted.has(row.from) ? stretch(row.from, 0) : left(row.from);
      case "split": {
        if (isChosen(row)) return blockOf(version, row.to);
        return parted.has(row.from) ? stretch(row.from, row.at, row.shape) : [];
      }
      case "joined":
        return isChosen(row) ? [] : blockOf(now, row.from);
      case "moved-away":
        return [...(isChosen(row) ? replaced(row) : left(row.from)), ...back(followers.get(row.to) ?? [])];
      case "moved-here":
        return [];
      case "added":
        return isChosen(row) && !following.has(row.to) && !placed.has(row.to) ? back([row.to]) : [];
      case "deleted": {
        if (comesBackInTable(rows, index, isChosen)) return left(row.from, () => false);
        if (isOwnPart(rows, index, level)) return left(row.from);
        return left(row.from, (line) => stays.has(String(line)) || !isWithin(line));
      }
    }
  }

  /** A block of now without the lines that come back elsewhere, and with the blocks that come back within it. */
  function left(from: number, keeps = (_line: LinePath) => true): readonly DocumentNode[] {
    const within = places.filter(({ block }) => block === from);
    let start: LinePath = [from];
    const linesUpTo = (end: LinePath) => {
      const first = start;
      start = end;
      return linesOfNow(
        from,
        (line) => keeps(line) && !leaves.has(String(line)) && !isBefore(line, first) && isBefore(line, end),
      );
    };
    const pieces = within.flatMap(({ to, at }) => [...linesUpTo(at), ...back([to])]);
    return [...pieces, ...linesUpTo([from + 1])];
  }

  /** The version's block instead of that of now, and beside it what the version has elsewhere of that. */
  function replaced({ from, to }: { readonly from: number; readonly to: number }): readonly DocumentNode[] {
    const within = places.flatMap((place) => (place.block === from ? [place.to] : []));
    const lines = staying.filter(({ path }) => path.before[0] === from);
    const elsewhere = new Set(lines.map(({ path }) => path.after[0] ?? -1));
    return [to, ...within, ...elsewhere]
      .sort((one, other) => one - other)
      .flatMap((place) => {
        if (!elsewhere.has(place)) return back([place]);
        const some = lines.filter(({ path }) => path.after[0] === place);
        if (some.every(({ path }) => path.after.length === 1)) return some.map(({ before }) => before);
        const paths = placesOf(some);
        return linesOfNow(from, (line) => paths.has(String(line)));
      });
  }

  function linesOfNow(from: number, keeps: (line: LinePath) => boolean): readonly DocumentNode[] {
    return blockOf(now, from).flatMap((block) => linesInBlock(block, [from], keeps));
  }

  /** What of a line that was made of several stands from `at` up to the next of them; as it is now. */
  function stretch(from: number, at: number, shape?: NodeShape): readonly DocumentNode[] {
    const end = parts.get(from)?.find((part) => part.at > at)?.at;
    return blockOf(now, from).map((line) => ({
      ...(shape ?? line),
      content: sliceInline(line.content ?? [], at, end),
    }));
  }
}

type SplitRow = Extract<Row, { kind: "split" }>;

/** By lines as they are now: what the version has in lines of its own. */
function partsByLine(rows: readonly Row[]): ReadonlyMap<number, readonly SplitRow[]> {
  const parts = new Map<number, SplitRow[]>();
  for (const row of rows) {
    if (row.kind === "split") parts.set(row.from, [...(parts.get(row.from) ?? []), row]);
  }
  return parts;
}

const placesOf = (lines: readonly RelocatedLine[]): ReadonlySet<string> =>
  new Set(lines.map(({ path }) => String(path.before)));

function blockOf({ content = [] }: DocumentNode, index: number): readonly DocumentNode[] {
  const block = content[index];
  return block === undefined ? [] : [block];
}
