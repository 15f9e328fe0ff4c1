/** The changes by part: what happened under each title and each heading of the first level. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { headingOrdinals, outlineBlock } from "@/core/text/numbering";
import type { Comparison, Row } from "./comparison";
import { addChanges, type ChangeCounts, measureRow, NO_CHANGES } from "./measure-comparison";

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

/** Both documents in canonical form. */
export function compareParts(
  before: DocumentNode,
  after: DocumentNode,
  { rows }: Comparison,
): readonly PartChanges[] {
  const oldBlocks = before.content ?? [];
  const newBlocks = after.content ?? [];
  const ordinals = { old: ordinalsOf(oldBlocks), now: ordinalsOf(newBlocks) };
  const parts: PartChanges[] = [];
  // Text that went belongs to a part that went, until something is met that stayed.
  let living = -1;
  let deleted = -1;
  for (const [index, row] of rows.entries()) {
    const start = startOf(row, oldBlocks, newBlocks, ordinals);
    if (start !== null || parts.length === 0) {
      const opening = start ?? { heading: "", ordinal: null, deleted: false };
      parts.push({ row: index, counts: NO_CHANGES, ...opening });
      if (opening.deleted) deleted = parts.length - 1;
      else living = parts.length - 1;
    }
    if (row.kind === "same" || row.kind === "edited") deleted = -1;
    const at = row.kind === "deleted" && deleted >= 0 ? deleted : Math.max(living, 0);
    const part = parts[at];
    if (part !== undefined) {
      parts[at] = { ...part, counts: addChanges(part.counts, measureRow(row, oldBlocks)) };
    }
  }
  return parts;
}

type PartStart = Pick<PartChanges, "heading" | "ordinal" | "deleted">;

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
  if (block === undefined || !startsPart(block)) return null;
  const ordinal = (deleted ? ordinals.old : ordinals.now)[index] ?? null;
  return { heading: nodeText(block), ordinal, deleted };
}

function startsPart({ type, attrs }: DocumentNode): boolean {
  const outline = outlineBlock(type, attrs);
  return outline.kind === "title" || (outline.kind === "heading" && outline.level === 1);
}

function ordinalsOf(blocks: readonly DocumentNode[]): (number | null)[] {
  return headingOrdinals(blocks.map(({ type, attrs }) => outlineBlock(type, attrs)));
}
