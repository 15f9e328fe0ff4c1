/** Breaks that only give a title its shape are left out, since ours gets the same by itself. */
import { charactersPerLine } from "@/core/paper/paper-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { titleLines } from "@/core/paper/title-lines";
import { childOf, type XmlElement } from "../package/xml-elements";
import { isPlain, piecesText } from "./pieces";
import type { Piece } from "./source";

/** What a file says of the lines that its titles were broken for, in twips. */
export interface LineMeasure {
  /** Of the text on the page. */
  readonly width: number;
  /** Added to every character, in titles of some layouts too. */
  readonly spacing: number;
}

const TWIPS = 20;
/** By which a width may differ that was rounded to twips, or to millimetres' hundredths and back. */
const ROUNDED = 3;
/** Of a title that is shaped (core/paper/title-lines.ts). */
const MOST_LINES = 5;

/** From a section's page and margins; null when it doesn't say them. */
export function textWidth(section: XmlElement): number | null {
  const [page, margins] = [childOf(section, "w:pgSz"), childOf(section, "w:pgMar")];
  const width = [page?.attributes["w:w"], margins?.attributes["w:left"], margins?.attributes["w:right"]]
    .map((value) => Number(value ?? Number.NaN))
    .reduce((left, taken) => left - taken);
  return width > 0 ? width : null;
}

/** A title's pieces without those breaks, each of the lines that its writer made looked at by itself. */
export function withoutShape(pieces: readonly Piece[], measure: LineMeasure | null): readonly Piece[] {
  if (!pieces.every(isPlain)) return pieces;
  const lines = piecesText(pieces).split("\n");
  const size = pieces[0]?.size ?? null;
  const counts = new Set([...presetLines(size), ...measuredLines(size, measure)]);
  const dropped = [...counts]
    .map((perLine) => shapeBreaks(lines, perLine))
    .reduce((most, breaks) => (breaks.size > most.size ? breaks : most), new Set<number>());
  let count = 0;
  return pieces.filter(({ text }) => {
    if (text !== "\n") return true;
    count += 1;
    return !dropped.has(count);
  });
}

/** Half points; the layout's own where a file gives none. */
const presetLines = (size: number | null): number[] =>
  PAPER_PRESETS.map(paperPreset).map((paper) =>
    charactersPerLine(paper, size === null ? paper.titleSize : size / 2),
  );

function measuredLines(size: number | null, measure: LineMeasure | null): number[] {
  if (size === null || measure === null) return [];
  const character = (size / 2) * TWIPS;
  return [character, character + measure.spacing].flatMap((each) =>
    [-ROUNDED, 0, ROUNDED].map((off) => Math.floor((measure.width + off) / each)),
  );
}

/** Counted from one, those that come by themselves where a line has so many characters. */
function shapeBreaks(lines: readonly string[], perLine: number): Set<number> {
  const breaks = new Set<number>();
  for (let from = 0; from < lines.length; ) {
    let count = Math.min(MOST_LINES, lines.length - from);
    while (count > 1 && !isShape(lines.slice(from, from + count), perLine)) count -= 1;
    for (let index = 1; index < count; index += 1) breaks.add(from + index);
    from += count;
  }
  return breaks;
}

function isShape(lines: readonly string[], perLine: number): boolean {
  const shape = titleLines(lines.join(""), perLine);
  return shape.length === lines.length && shape.every((text, at) => text === lines[at]?.trim());
}
