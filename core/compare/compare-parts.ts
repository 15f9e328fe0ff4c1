/** The changes by part: what happened under each title and each heading of the first level. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { headingOrdinals, outlineBlock } from "@/core/text/numbering";
import type { Comparison, Row } from "./comparison";
import { addChanges, type ChangeCounts, measureRow, NO_CHANGES } from "./measure-comparison";
import { relocatedLines } from "./relocated-lines";

export interface PartChanges {
  /** Index of the part's first row. */
  readonly row: number;
  /** The heading as it is now, or was, if it went; empty for what stands before the first. */
  readonly heading: string;
  /** Its place among the headings of the first level; null for a title and what stands before. */
  readonly ordinal: number | null;
  readonly deleted: boolean;
  readonly counts: ChangeCounts;
}

/** Both documents in canonical form; `relocated`: of all rows. */
export function compareParts(
  before: DocumentNode,
  after: DocumentNode,
  { rows }: Comparison,
  relocated = relocatedLines(rows, before.content ?? []),
): readonly PartChanges[] {
  const oldBlocks = before.content ?? [];
  const newBlocks = after.content ?? [];
  const ordinals = { old: ordinalsOf(oldBlocks), now: ordinalsOf(newBlocks) };
  const parts: PartChanges[] = [];
  const byRow = new Map<number, number>();
  // By the place of its heading as it is now.
  const byHeading = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const start = startOf(row, oldBlocks, newBlocks, ordinals);
    // What is there now is in no part that went, also in front of the first heading.
    const isBeginning = parts.length === 0 || (isNow(row) && parts.every(({ deleted }) => deleted));
    if (start === null && !isBeginning) continue;
    if (start !== null && isNow(row)) byHeading.set(row.to, parts.length);
    byRow.set(index, parts.length);
    parts.push({ row: index, counts: NO_CHANGES, ...(start ?? BEGINNING) });
  }
  // Text that went belongs to the part that it went from, until something is met that stayed.
  let living = 0;
  let left: number | undefined;
  for (const [index, row] of rows.entries()) {
    const begun = byRow.get(index);
    if (begun !== undefined && parts[begun]?.deleted) left = begun;
    else if (begun !== undefined) living = begun;
    if (row.kind === "moved-away" && isStart(oldBlocks[row.from])) left = byHeading.get(row.to);
    if (row.kind === "same" || row.kind === "edited") left = undefined;
    const at = row.kind === "deleted" ? (left ?? living) : living;
    const part = parts[at];
    if (part !== undefined) {
      parts[at] = { ...part, counts: addChanges(part.counts, measureRow(row, oldBlocks, relocated)) };
    }
  }
  return parts;
}

type PartStart = Pick<PartChanges, "heading" | "ordinal" | "deleted">;
const BEGINNING: PartStart = { heading: "", ordinal: null, deleted: false };

/** Whether it stands there in the second text. */
const isNow = (row: Row): row is Exclude<Row, { kind: "deleted" | "moved-away" | "joined" }> =>
  row.kind !== "deleted" && row.kind !== "moved-away" && row.kind !== "joined";

function startOf(
  row: Row,
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  ordinals: { readonly old: readonly (number | null)[]; readonly now: readonly (number | null)[] },
): PartStart | null {
  // Its part is counted where it stands now; and a heading that is part of another line is none.
  if (row.kind === "moved-away" || row.kind === "joined") return null;
  const deleted = row.kind === "deleted";
  const index = deleted ? row.from : row.to;
  const block = (deleted ? before : after)[index];
  if (block === undefined || !isStart(block)) return null;
  const ordinal = (deleted ? ordinals.old : ordinals.now)[index] ?? null;
  return { heading: nodeText(block), ordinal, deleted };
}

function isStart(block: DocumentNode | undefined): boolean {
  if (block === undefined) return false;
  const { type, attrs } = block;
  const outline = outlineBlock(type, attrs);
  return outline.kind === "title" || (outline.kind === "heading" && outline.level === 1);
}

function ordinalsOf(blocks: readonly DocumentNode[]): (number | null)[] {
  return headingOrdinals(blocks.map(({ type, attrs }) => outlineBlock(type, attrs)));
}
