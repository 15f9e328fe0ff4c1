/** Headings whose body follows in the same paragraph. */
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { piecesText, splitPieces } from "./pieces";
import type { LineStyle, Piece } from "./source";

/** A paragraph as long that has a heading's style all through runs on behind its first sentence. */
const LONG_HEADING = 60;

/** Whether the body follows in the same paragraph: it looks another way than the lead sentence. */
export function isRunIn(
  style: LineStyle,
  pieces: readonly Piece[],
  { namesEverything, isAsWritten }: { readonly namesEverything: boolean; readonly isAsWritten: boolean },
): boolean {
  const text = piecesText(pieces);
  if (!hasBodyAfterLead(text)) return false;
  if (style.outline === null && !isAsWritten) return true;
  const [lead, body] = splitPieces(pieces, leadEnd(text)).map((part) =>
    part.find((piece) => piece.text.trim() !== ""),
  );
  if (lead === undefined || body === undefined) return false;
  if (lead.font !== body.font) return true;
  if (namesEverything) return false;
  return lead.looks.bold !== body.looks.bold || lead.size !== body.size || text.length > LONG_HEADING;
}

/** Bold all through is the look of a heading in the file, which ours has anyway. */
export function plainLead(pieces: readonly Piece[]): Piece[] {
  const [lead, body] = splitPieces(pieces, leadEnd(piecesText(pieces)));
  const isBold = lead.every(
    ({ text, looks, restyled }) => (looks.bold && restyled === null) || text.trim() === "",
  );
  return isBold
    ? [...lead.map((piece) => ({ ...piece, looks: { ...piece.looks, bold: false } })), ...body]
    : [...pieces];
}
