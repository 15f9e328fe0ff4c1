/**
 * Finds a passage in a block of a speech, wherever it stands in it. White space, the width of characters
 * and the case of letters make no difference, so that what was copied from a page is found.
 */
import type { DocumentNode } from "../document/schema";
import { DELETION, INSERTION } from "../document/suggestion-marks";

/** What is looked for, as findPassage() takes it; empty when there is nothing to look for. */
export function passagePattern(query: string): string {
  return [...query].map(searchable).join("");
}

/**
 * The places of the passage's characters in the block's own text, in UTF-16 units; null when it isn't
 * there. It is there as well when it reads so with the block's suggestions accepted, or without them.
 */
export function findPassage(block: DocumentNode, pattern: string): readonly number[] | null {
  const pieces: Piece[] = [];
  collect(block, pieces);
  return (
    findIn(pieces, ({ proposal }) => proposal !== DELETION, pattern) ??
    (pieces.some(({ proposal }) => proposal !== null)
      ? findIn(pieces, ({ proposal }) => proposal !== INSERTION, pattern)
      : null)
  );
}

interface Piece {
  readonly text: string;
  /** Of the block's own text before it. */
  readonly offset: number;
  readonly proposal: typeof INSERTION | typeof DELETION | null;
}

function collect(node: DocumentNode, pieces: Piece[]): void {
  if (node.type === "text") {
    const last = pieces.at(-1);
    const offset = last === undefined ? 0 : last.offset + last.text.length;
    const marks = node.marks ?? [];
    // Somebody's insertion that another strikes out is gone either way.
    const proposal = marks.some(({ type }) => type === DELETION)
      ? DELETION
      : marks.some(({ type }) => type === INSERTION)
        ? INSERTION
        : null;
    pieces.push({ text: node.text ?? "", offset, proposal });
  }
  for (const child of node.content ?? []) collect(child, pieces);
}

function findIn(
  pieces: readonly Piece[],
  isRead: (piece: Piece) => boolean,
  pattern: string,
): readonly number[] | null {
  let text = "";
  const places: number[] = [];
  for (const piece of pieces.filter(isRead)) {
    let offset = piece.offset;
    for (const character of piece.text) {
      const letters = searchable(character);
      text += letters;
      for (let unit = 0; unit < letters.length; unit += 1) places.push(offset);
      offset += character.length;
    }
  }
  const start = text.indexOf(pattern);
  return start === -1 ? null : places.slice(start, start + pattern.length);
}

/** A character as it is compared: nothing for white space. */
export function searchable(character: string): string {
  return /\s/u.test(character) ? "" : character.normalize("NFKC").toLowerCase();
}
