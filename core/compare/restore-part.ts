/** A document with some blocks of another version brought back, and everything else as it is. */
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { Comparison, NodeShape, Row } from "./comparison";
import { sliceInline } from "./inline";

/** Blocks of the version from `start` up to before `end`. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * `now` and `version` in canonical form, `comparison` from the first to the second. The part's blocks come back:
 * where they stand now if they are still there, else after what they followed. What was written between them since
 * goes, unless a heading begins a part of its own with it; nothing else does.
 */
export function withPartRestored(
  now: DocumentNode,
  version: DocumentNode,
  { rows }: Comparison,
  part: Part,
): DocumentNode {
  const isChosen = (row: Row) => "to" in row && row.to >= part.start && row.to < part.end;
  const followers = followersOf(rows, part);
  const following = new Set([...followers.values()].flat());
  const level = headingLevel(version.content?.[part.start]) ?? Number.POSITIVE_INFINITY;
  const back = (places: readonly number[]) => places.flatMap((to) => blockOf(version, to));
  const parts = partsByLine(rows);
  // Where one of its lines comes back the others stand on their own again, with the words of now.
  const parted = new Set(
    rows.flatMap((row) => ("from" in row && parts.has(row.from) && isChosen(row) ? [row.from] : [])),
  );
  return { ...now, content: rows.flatMap(blocksAt) };

  function blocksAt(row: Row, index: number): readonly DocumentNode[] {
    switch (row.kind) {
      case "same":
      case "edited":
        if (isChosen(row)) return blockOf(version, row.to);
        return parted.has(row.from) ? stretch(row.from, 0) : blockOf(now, row.from);
      case "split": {
        if (isChosen(row)) return blockOf(version, row.to);
        return parted.has(row.from) ? stretch(row.from, row.at, row.shape) : [];
      }
      case "joined":
        return isChosen(row) ? [] : blockOf(now, row.from);
      case "moved-away":
        return [
          ...(isChosen(row) ? back([row.to]) : blockOf(now, row.from)),
          ...back(followers.get(row.to) ?? []),
        ];
      case "moved-here":
        return [];
      case "added":
        return isChosen(row) && !following.has(row.to) ? back([row.to]) : [];
      case "deleted":
        if (comesBackIn(rows, index, isChosen)) return [];
        return isWithin(rows, index, isChosen) && !isOwnPart(rows, index, level) ? [] : [row.block];
    }
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

/** Whether all its lines come with a list or the like that comes back in its place: it was made of them since. */
function comesBackIn(rows: readonly Row[], index: number, isChosen: (row: Row) => boolean): boolean {
  const row = rows[index];
  const lines = row?.kind === "deleted" ? linesOf(row.block) : [];
  if (lines.length === 0) return false;
  for (const other of rows.slice(index + 1)) {
    if (other.kind === "same" || other.kind === "edited") return false;
    if (other.kind !== "added" || !isChosen(other) || isLineName(other.block.type)) continue;
    const back = new Set(linesOf(other.block));
    if (lines.every((line) => back.has(line))) return true;
  }
  return false;
}

/** Those with words. */
const linesOf = (block: DocumentNode): string[] =>
  nodeText(block)
    .split("\n")
    .filter((line) => line.trim() !== "");

/** By the block of the version that has moved since: those that stood behind it there and are gone. */
function followersOf(rows: readonly Row[], { start, end }: Part): ReadonlyMap<number, readonly number[]> {
  const moved = new Set(rows.flatMap((row) => (row.kind === "moved-away" ? [row.to] : [])));
  const gone = new Set(rows.flatMap((row) => (row.kind === "added" ? [row.to] : [])));
  const followers = new Map<number, number[]>();
  for (let to = start - 1; to < end; to += 1) {
    if (!moved.has(to)) continue;
    const behind: number[] = [];
    for (let next = Math.max(start, to + 1); next < end && gone.has(next); next += 1) behind.push(next);
    followers.set(to, behind);
  }
  return followers;
}

/** Whether it stands between two blocks of the part, and none of the rest of the text does. */
function isWithin(rows: readonly Row[], index: number, isChosen: (row: Row) => boolean): boolean {
  const isPlace = (row: Row) =>
    row.kind === "added" ? isChosen(row) : row.kind !== "deleted" && row.kind !== "moved-here";
  const before = rows.slice(0, index).findLast(isPlace);
  const after = rows.slice(index + 1).find(isPlace);
  return before !== undefined && after !== undefined && isChosen(before) && isChosen(after);
}

/** Whether a new heading of the part's level or above stands over it, or it is that heading. */
function isOwnPart(rows: readonly Row[], index: number, level: number): boolean {
  for (let at = index; at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.kind !== "deleted") {
      if (row?.kind === "added" || row?.kind === "moved-here") continue;
      return false;
    }
    const own = headingLevel(row.block);
    if (own !== null && own <= level) return true;
  }
  return false;
}

const headingLevel = (block: DocumentNode | undefined): number | null =>
  block?.type === "heading" ? Number(block.attrs?.level ?? 1) : null;

function blockOf({ content = [] }: DocumentNode, index: number): readonly DocumentNode[] {
  const block = content[index];
  return block === undefined ? [] : [block];
}
