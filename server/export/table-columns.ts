/** How wide the columns of a table are, alike in Word and PDF. */
import { isLineName } from "@/core/document/node-names";
import { placeCells } from "@/core/document/place-cells";
import type { DocumentNode } from "@/core/document/schema";
import { type PaperStyle, POINTS_PER_MM, trackingOf } from "@/core/paper/paper-style";
import { nodeText } from "@/core/text/count";
import { CELL_INSET, tableTextSize } from "./table-size";

/** Of the text's size: what a character takes at most that isn't Chinese; half-width figures take half. */
const [CAPITAL, FIGURE, SMALL] = [0.8, 0.5, 0.6];
/** In characters: what a list's marks take, and how much wider a column is than its words. */
const [MARK, SPARE] = [2, 0.5];
/** In characters: that much any column holds. */
const NARROWEST = 2;
/** How many times as wide as another one of those that are broken into lines gets. */
const MOST_UNLIKE = 3;

/**
 * Of the text's width, together 1: all alike where every column's words find room in that. Else what takes less gets
 * what it needs (a serial number, a date), and the others share the rest, those of more words more of it: as the square
 * root of what they'd need in one line, since what is broken into lines grows both ways.
 */
export function columnShares(table: DocumentNode, paper: PaperStyle): readonly number[] {
  const { columns, cells } = placeCells(table);
  const size = tableTextSize(paper, columns);
  const width = ((paper.page.width - paper.margins.left - paper.margins.right) * POINTS_PER_MM) / size;
  const inset = (2 * CELL_INSET) / size;
  const spacing = trackingOf(paper, size) / size;
  const needs = Array<number>(columns).fill(NARROWEST);
  for (const { node, x, colspan } of cells) {
    if (colspan === 1) needs[x] = Math.max(needs[x] ?? 0, widest(node, spacing));
  }
  const wanted = needs.map((need) => need + SPARE + inset);
  if (wanted.every((want) => want <= width / columns)) return Array<number>(columns).fill(1 / columns);
  const narrow = new Set<number>();
  let rest = width;
  for (let isSettled = false; !isSettled; ) {
    const share = rest / (columns - narrow.size);
    const fitting = wanted.flatMap((want, column) => (want <= share && !narrow.has(column) ? [column] : []));
    if (narrow.size + fitting.length === columns) break;
    for (const column of fitting) {
      narrow.add(column);
      rest -= wanted[column] ?? 0;
    }
    isSettled = fitting.length === 0;
  }
  const roots = wanted.map((want, column) => (narrow.has(column) ? 0 : Math.sqrt(want)));
  const least = Math.max(...roots) / MOST_UNLIKE;
  const weights = roots.map((root) => (root === 0 ? 0 : Math.max(root, least)));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return wanted.map(
    (want, column) => (narrow.has(column) ? want : (rest * (weights[column] ?? 0)) / sum) / width,
  );
}

/** Of its longest line, in characters; `spacing`: what is added to each. */
function widest(node: DocumentNode, spacing: number): number {
  const content = node.content ?? [];
  if (!isLineName(node.type)) {
    const own = node.type === "listItem" ? MARK : 0;
    return own + Math.max(0, ...content.map((inner) => widest(inner, spacing)));
  }
  const text = content.map(nodeText).join("");
  return Math.max(...text.split("\n").map((line) => lengthOf(line, spacing)));
}

function lengthOf(line: string, spacing: number): number {
  let length = 0;
  for (const character of line) {
    length += spacing;
    if (character >= "\u2000") length += 1;
    else if (/[A-Z@%&]/.test(character)) length += CAPITAL;
    else length += /[\d ,.:;]/.test(character) ? FIGURE : SMALL;
  }
  return length;
}
