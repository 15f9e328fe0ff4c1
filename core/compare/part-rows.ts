/** What the rows of a comparison say of a part of the second document. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { Row } from "./comparison";

/** Blocks of the version from `start` up to before `end`. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

export const isIn = ({ start, end }: Part, to: number | undefined): boolean =>
  to !== undefined && to >= start && to < end;

/** By the block of the version that has moved since: those that stood behind it there and are gone. */
export function followersOf(
  rows: readonly Row[],
  { start, end }: Part,
): ReadonlyMap<number, readonly number[]> {
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

/** Whether all lines of a deleted block come with a table that comes back in its place: it was made of that since. */
export function comesBackInTable(
  rows: readonly Row[],
  index: number,
  isChosen: (row: Row) => boolean,
): boolean {
  const row = rows[index];
  const lines = row?.kind === "deleted" ? linesOf(row.block) : [];
  if (lines.length === 0) return false;
  for (const other of rows.slice(index + 1)) {
    if (other.kind === "same" || other.kind === "edited") return false;
    if (other.kind !== "added" || !isChosen(other) || other.block.type !== "table") continue;
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

/** Whether a new heading of the part's level or above stands over a deleted block, or it is that heading. */
export function isOwnPart(rows: readonly Row[], index: number, level: number): boolean {
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

/** Null for what is no heading. */
export const headingLevel = (block: DocumentNode | undefined): number | null =>
  block?.type === "heading" ? Number(block.attrs?.level ?? 1) : null;
