/** What a revision around blocks does to them: it comes or goes with all that is in them. */
import type { Fate, SourceBlock, SourceRow } from "./source";

/** A fate of its own goes before that of what is around it. */
export function withFate(block: SourceBlock, around: Fate): SourceBlock {
  if (around.inserted === null && around.deleted === null) return block;
  const both = <Part extends Fate>(part: Part): Part => ({
    ...part,
    inserted: part.inserted ?? around.inserted,
    deleted: part.deleted ?? around.deleted,
  });
  if (block.kind === "line") return { ...block, pieces: block.pieces.map(both), end: both(block.end) };
  // Rows come and go with their cells; what stands in them says it by itself when they are built.
  return { ...block, rows: block.rows.map((row): SourceRow => both(row)) };
}
