/** Working with the pieces of a line. */
import type { Piece } from "./source";

export const isPlain = ({ inserted, deleted }: Piece): boolean => inserted === null && deleted === null;

/** All of the text, or what remains of it once everything proposed is accepted or rejected. */
export function piecesText(pieces: readonly Piece[], view: "all" | "accepted" | "rejected" = "all"): string {
  return pieces
    .filter((piece) => isInView(piece, view))
    .map(({ text }) => text)
    .join("");
}

export function isInView({ inserted, deleted }: Piece, view: "all" | "accepted" | "rejected"): boolean {
  if (view === "all") return true;
  return view === "accepted" ? deleted === null : inserted === null;
}

/** The pieces before and after an offset (UTF-16) in all of the text. */
export function splitPieces(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  const [before, after]: [Piece[], Piece[]] = [[], []];
  let at = 0;
  for (const piece of pieces) {
    const cut = Math.min(piece.text.length, Math.max(0, offset - at));
    if (cut > 0) before.push({ ...piece, text: piece.text.slice(0, cut) });
    if (cut < piece.text.length) after.push({ ...piece, text: piece.text.slice(cut) });
    at += piece.text.length;
  }
  return [before, after];
}

/** Without white space at these ends, unless somebody proposes it. */
export function trimPieces(
  pieces: readonly Piece[],
  ends: { readonly start: boolean; readonly end: boolean },
): Piece[] {
  const trimmed = [...pieces];
  const trimOne = (at: 0 | -1, trim: (text: string) => string) => {
    for (let piece = trimmed.at(at); piece !== undefined && isPlain(piece); piece = trimmed.at(at)) {
      const text = trim(piece.text);
      trimmed.splice(at, 1, ...(text === "" ? [] : [{ ...piece, text }]));
      if (text !== "") break;
    }
  };
  if (ends.start) trimOne(0, (text) => text.trimStart());
  if (ends.end) trimOne(-1, (text) => text.trimEnd());
  return trimmed;
}
