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

/** Without white space at both ends, unless somebody proposes it. */
export function trimPieces(pieces: readonly Piece[]): Piece[] {
  const trimmed = [...pieces];
  for (let first = trimmed[0]; first !== undefined && isPlain(first); first = trimmed[0]) {
    const text = first.text.trimStart();
    if (text !== "") {
      trimmed[0] = { ...first, text };
      break;
    }
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last !== undefined && isPlain(last); last = trimmed.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== "") {
      trimmed[trimmed.length - 1] = { ...last, text };
      break;
    }
    trimmed.pop();
  }
  return trimmed;
}
