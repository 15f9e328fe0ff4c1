/** A paragraph in which a page or a column ends: what stands on the next one is a paragraph of its own. */
import type { Fate, Piece, SourceLine } from "./source";

/** Stands in a line's pieces where a page or a column ends; no file can hold it as text. */
export const PAGE_END = "\f";

interface Part {
  readonly pieces: Piece[];
  /** Of the break behind it; null for the last. */
  readonly end: Fate | null;
}

/** One who puts the title of the next speech behind a break in the last line of this one sees two paragraphs. */
export function partedLine(line: SourceLine): SourceLine[] {
  const parts = partsOf(line.pieces);
  const written = parts.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ""));
  if (written.length < 2) return [{ ...line, pieces: line.pieces.filter(({ text }) => text !== PAGE_END) }];
  return written.map(({ pieces, end }, index) => {
    const isLast = index === written.length - 1;
    return {
      ...line,
      // Only the first shows the paragraph's number.
      ...(index === 0 ? {} : { style: { ...line.style, list: null }, number: null, label: null }),
      pieces,
      end: isLast || end === null ? line.end : end,
      runsOn: isLast && line.runsOn,
    };
  });
}

function partsOf(pieces: readonly Piece[]): Part[] {
  const parts: Part[] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text !== PAGE_END) open.push(piece);
    else {
      parts.push({ pieces: open, end: { inserted: piece.inserted, deleted: piece.deleted } });
      open = [];
    }
  }
  return [...parts, { pieces: open, end: null }];
}
