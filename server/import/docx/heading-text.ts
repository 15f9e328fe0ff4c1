/**
 * Numbers typed in front of headings are derived here, so they are taken out of the text, also where
 * revisions exchange one for another: what remains is what the heading says.
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { NumberingStyle } from "@/core/speech";
import { readTypedNumber, type TypedNumberOptions } from "@/core/text/import/typed-number";
import { isInView, piecesText } from "./pieces";
import type { Piece, Revision } from "./source";

/** How many characters of a heading's text are its number. */
export type NumberLength = (text: string) => number;

const NUMERAL = "[一二三四五六七八九十百千零]+";
const FORMS: Readonly<Record<NumberingStyle, Readonly<Record<HeadingLevel, RegExp>>>> = {
  nested: {
    1: new RegExp(`^${NUMERAL}、`),
    2: new RegExp(`^（${NUMERAL}）`),
    3: /^\d+\./,
    4: /^（\d+）/,
  },
  flat: { 1: new RegExp(`^${NUMERAL}、`), 2: /^\d+、/, 3: /^（\d+）/, 4: /^(?:[①-⑳㉑-㉟㊱-㊿]|\d+）)/u },
};

/** Exactly as our own export writes it (core/text/numbering.ts). */
export const ownNumber =
  (level: HeadingLevel, style: NumberingStyle): NumberLength =>
  (text) =>
    FORMS[style][level].exec(text)?.[0].length ?? 0;

/** As anybody types it. */
export const typedNumber =
  (options: TypedNumberOptions): NumberLength =>
  (text) => {
    const start = text.length - text.trimStart().length;
    const typed = readTypedNumber(text.slice(start), options);
    return typed === null ? 0 : start + typed.length;
  };

export interface NumberedText {
  readonly pieces: readonly Piece[];
  /** How to find the number in the text as it becomes and as it was; null where it is no heading. */
  readonly now: NumberLength | null;
  readonly before: NumberLength | null;
  /** Whose proposal makes or unmakes the heading. */
  readonly revision: Revision | null;
}

export function withoutNumber({ pieces, now, before, revision }: NumberedText): Piece[] {
  const accepted = { left: now?.(piecesText(pieces, "accepted")) ?? 0 };
  const rejected = { left: before?.(piecesText(pieces, "rejected")) ?? 0 };
  // A number that was proposed and struck again is in neither text.
  const struck = { left: (now ?? before)?.(struckText(pieces)) ?? 0 };
  return pieces.flatMap((piece) => {
    const isStruck = piece.inserted !== null && piece.deleted !== null;
    return cutPiece(piece, {
      accepted: isInView(piece, "accepted") ? accepted : null,
      rejected: isInView(piece, "rejected") ? rejected : null,
      struck: isStruck ? struck : null,
      revision,
    });
  });
}

/** The beginning that is both inserted and deleted. */
function struckText(pieces: readonly Piece[]): string {
  const end = pieces.findIndex(({ inserted, deleted }) => inserted === null || deleted === null);
  return piecesText(end < 0 ? pieces : pieces.slice(0, end));
}

interface Left {
  /** Characters of the number that are still to come in this text. */
  left: number;
}

interface Cuts {
  readonly accepted: Left | null;
  readonly rejected: Left | null;
  readonly struck: Left | null;
  readonly revision: Revision | null;
}

function cutPiece(piece: Piece, { accepted, rejected, struck, revision }: Cuts): Piece[] {
  const take = (text: Left | null) => {
    const length = Math.min(piece.text.length, text?.left ?? 0);
    if (text !== null) text.left -= length;
    return length;
  };
  const [now, before, both] = [take(accepted), take(rejected), take(struck)];
  if (accepted === null || rejected === null) {
    const rest = piece.text.slice(Math.max(now, before, both));
    return rest === "" ? [] : [{ ...piece, text: rest }];
  }
  // Where only one of the two is a heading, the number stays in the other's text.
  const common = Math.min(now, before);
  const only = piece.text.slice(common, Math.max(now, before));
  const rest = piece.text.slice(Math.max(now, before));
  const kept: Piece[] = [];
  if (only !== "" && revision !== null) {
    kept.push({ ...piece, text: only, ...(now > before ? { deleted: revision } : { inserted: revision }) });
  } else if (only !== "" && now < before) kept.push({ ...piece, text: only });
  if (rest !== "") kept.push({ ...piece, text: rest });
  return kept;
}
