/** Which cells of a table might be taller than a page. Measuring all of a long table would take as long as setting it. */
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { type PaperStyle, POINTS_PER_MM, trackingOf } from "@/core/paper/paper-style";
import { CELL_INSET, CELL_PITCH, tableTextSize } from "../table-size";

/** Lines of Latin words are that much emptier than full ones at the worst. */
const RAGGED = 2;
/** What a head that comes again takes at most. */
const ROOM = 2 / 3;

/** Never false of a cell that no page holds; `columns`: of the table, `share`: of its width, the cell's. */
export function mayBeTall(
  cell: DocumentNode,
  paper: PaperStyle,
  { columns, share }: { readonly columns: number; readonly share: number },
): boolean {
  const { page, margins } = paper;
  const size = tableTextSize(paper, columns);
  const width = (page.width - margins.left - margins.right) * POINTS_PER_MM * share - 2 * CELL_INSET;
  const characters = Math.max(1, Math.floor(width / (size + trackingOf(paper, size))));
  const lines = (cell.content ?? []).reduce((sum, block) => sum + linesOf(block, characters), 0);
  const high = (page.height - margins.top - margins.bottom) * POINTS_PER_MM;
  return lines * size * CELL_PITCH > high * ROOM;
}

/** At most; items of a list, whose room depends on what they stand in, are as narrow as can be. */
function linesOf(block: DocumentNode, characters: number): number {
  const content = block.content ?? [];
  if (!isLineName(block.type)) return content.reduce((sum, inner) => sum + linesOf(inner, 1), 0);
  const breaks = content.filter(({ type }) => type === "hardBreak").length;
  const length = content.reduce((sum, { text }) => sum + (text ?? "").length, 0);
  return 1 + breaks + Math.ceil((length * RAGGED) / characters);
}
