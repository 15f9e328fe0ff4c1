/** The type of a table of many columns, alike in Word and PDF. */
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";

/** With fewer, people shorten what they write rather than make it smaller. */
const MANY = 8;
/** 小五, which can still be read. */
const SMALLEST = 9;
/** In characters: a number of seven digits with its sign, or a word of four. */
const WIDTH = 4;
/** Left and right of what is in a cell, points; Word's own. */
export const CELL_INSET = 5.4;
/** Above and below it, points, a half of the border's line included. */
export const CELL_AIR = 2;
/** From line to line, in sizes of its type: what Word takes for a line of 仿宋, and for other fonts more or less. */
export const CELL_PITCH = 1.3;

/** Points, in halves: the layout's, smaller where a column of many would hold less than a number. */
export function tableTextSize({ tableSize, page, margins }: PaperStyle, columns: number): number {
  if (columns < MANY) return tableSize;
  const column = ((page.width - margins.left - margins.right) * POINTS_PER_MM) / columns;
  const fitting = Math.floor(((column - 2 * CELL_INSET) / WIDTH) * 2) / 2;
  return Math.min(tableSize, Math.max(SMALLEST, fitting));
}
