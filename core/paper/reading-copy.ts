/**
 * 领导阅读稿: the speech as its speaker reads it aloud. Large type on one side of A4, the lower third of each
 * page blank, so that the eyes stay up.
 */

import type { PaperStyle } from "./paper-style";
import { paperPreset } from "./preset";

/** Points. */
export const READING_SIZES = [18, 22, 24, 26] as const;
export type ReadingSize = (typeof READING_SIZES)[number];
export const FIRST_READING_SIZE: ReadingSize = 22;

export const isReadingSize = (value: unknown): value is ReadingSize =>
  READING_SIZES.some((size) => size === value);

/** Nobody takes a cue for words of the speech. */
export const CUE_INK = "8A2B1D";

/** Room for pinyin between the lines. */
const PITCH = 1.8;

export function readingStyle(size: ReadingSize): PaperStyle {
  const office = paperPreset("gbt9704");
  return {
    ...office,
    // A third of 297 mm.
    margins: { top: 25, right: 25, bottom: 99, left: 25 },
    linePitch: size * PITCH,
    characterSpacing: 0,
    titleSize: size + 4,
    bodySize: size,
    tableSize: size - 4,
    pageNumber: { place: "centre", size: 14, gap: 75 },
  };
}

/** How many characters a page holds: what no longer sentence fits on. */
export function readingCapacity({ page, margins, linePitch, bodySize }: PaperStyle): number {
  const perMm = 72 / 25.4;
  const lines = Math.floor(((page.height - margins.top - margins.bottom) * perMm) / linePitch);
  return lines * Math.floor(((page.width - margins.left - margins.right) * perMm) / bodySize);
}
