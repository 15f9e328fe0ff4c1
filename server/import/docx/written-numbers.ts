/**
 * A number that Word counts stands on no character of the file. Where no heading and no list of ours takes it
 * over it would be gone without a word, so it is written in front of its line.
 */
import { type DraftFacts, isListItem } from "./drafts";
import { piecesText } from "./pieces";
import { NO_AIDS } from "./reading-aids";
import type { Piece, SourceBlock, SourceLine } from "./source";

/** With its number as words, in no list any more. The number comes and goes with its paragraph, and looks like it. */
export function withNumberWritten(line: SourceLine): SourceLine {
  const { label, pieces, style, end } = line;
  if (label === null) return line;
  const text = /[\w%]$/.test(label) && pieces.length > 0 ? `${label} ` : label;
  const { looks, font, size } = style;
  const own = { text, looks, restyled: null, threads: [], font, size, reading: null, cue: null };
  const number: Piece = { ...end, ...NO_AIDS, ...own, hasOwnBold: false };
  return { ...line, style: { ...style, list: null }, number: null, label: null, pieces: [number, ...pieces] };
}

/** What a cell holds: it has lists but no headings, and often nothing but a serial number. In a file of ours all are lists. */
export function withCellNumbers(
  blocks: readonly SourceBlock[],
  { lists, isAsWritten }: Pick<DraftFacts, "lists" | "isAsWritten">,
): readonly SourceBlock[] {
  if (isAsWritten) return blocks;
  return blocks.map((block) => {
    if (block.kind === "table") return block;
    const isKept = isListItem(block.style, lists) && block.style.role !== "quotation";
    return isKept && piecesText(block.pieces) !== "" ? block : withNumberWritten(block);
  });
}

/** What a speech holds: its quotations have no numbers of their own. */
export function withQuotedNumbers(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  return blocks.map((block) => {
    const isQuoted = block.kind === "line" && block.style.role === "quotation";
    return isQuoted && piecesText(block.pieces) !== "" ? withNumberWritten(block) : block;
  });
}
