/**
 * Lines that soft returns part in one paragraph of another program, some of them numbered: 一、提高认识⏎要抓学习。⏎二、抓好落实.
 * Their author sees paragraphs, and as one of a speech all would be a single heading. Breaks without numbers stay.
 */
import { readTypedNumber } from "@/core/text/import/typed-number";
import { beginsParagraph } from "../begins-paragraph";
import { isPlain, piecesText } from "./pieces";
import { type Piece, type SourceBlock, type SourceLine, STAYS } from "./source";

export const withNumberedLines = (
  blocks: readonly SourceBlock[],
  namesEverything: boolean,
): readonly SourceBlock[] =>
  namesEverything
    ? blocks
    : blocks.flatMap((block): SourceBlock[] => (isText(block) ? partedAtNumbers(block) : [block]));

/** A line that nothing declares to be more than text. */
const isText = (block: SourceBlock): block is SourceLine =>
  block.kind === "line" &&
  block.style.role === null &&
  block.style.outline === null &&
  block.style.list === null &&
  block.was === null &&
  !block.isRunIn;

function partedAtNumbers(line: SourceLine): SourceLine[] {
  const parts = linesOf(line.pieces);
  const [accepted, rejected] = [beginnings(parts, "accepted"), beginnings(parts, "rejected")];
  // Whatever is decided on the proposals in it.
  const begins = parts.map(
    (part, index) => accepted[index] && rejected[index] && canEnd(part, parts[index - 1]),
  );
  if (!parts.some((part, index) => begins[index] && readTypedNumber(wordsOf(part, "accepted")) !== null))
    return [line];
  const paragraphs: Piece[][] = [];
  for (const [index, { pieces, mark }] of parts.entries()) {
    const last = paragraphs.at(-1);
    if (last === undefined || begins[index]) paragraphs.push([...pieces]);
    else last.push(...(mark === null ? [] : [mark]), ...pieces);
  }
  return paragraphs.map((pieces, index) => {
    const isLast = index === paragraphs.length - 1;
    return { ...line, pieces, end: isLast ? line.end : STAYS, runsOn: isLast && line.runsOn };
  });
}

interface LinePart {
  readonly pieces: Piece[];
  /** The break in front of it; null for the first. */
  readonly mark: Piece | null;
}

function linesOf(pieces: readonly Piece[]): LinePart[] {
  const parts: LinePart[] = [{ pieces: [], mark: null }];
  for (const piece of pieces) {
    if (piece.text === "\n") parts.push({ pieces: [], mark: piece });
    else parts.at(-1)?.pieces.push(piece);
  }
  return parts;
}

/** Whether the break in front of a line may go: nobody proposes it, and no comment stands on it alone. */
function canEnd({ pieces, mark }: LinePart, above: LinePart | undefined): boolean {
  const beside = [...(above?.pieces ?? []), ...pieces];
  const isKept = mark?.threads.every((thread) => beside.some(({ threads }) => threads.includes(thread)));
  return mark !== null && isPlain(mark) && isKept === true;
}

type View = "accepted" | "rejected";

/** Which lines are paragraphs of their own below the last one with words. */
function beginnings(parts: readonly LinePart[], view: View): boolean[] {
  let before = "";
  return parts.map((part) => {
    const line = wordsOf(part, view);
    const begins = before !== "" && line !== "" && beginsParagraph(line, before);
    if (line !== "") before = line;
    return begins;
  });
}

const wordsOf = ({ pieces }: LinePart, view: View): string => piecesText(pieces, view).trim();
