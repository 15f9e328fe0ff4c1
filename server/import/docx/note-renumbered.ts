/** Which numbers of headings in a file are others once everything that is proposed in it is accepted. */
import { type ImportedHeading, renumberedHeadings } from "@/core/text/import/renumbered";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import type { Findings } from "../findings";
import type { FileNumber } from "./drafts";
import type { NumberNotes } from "./number-notes";
import { piecesText } from "./pieces";
import type { Piece } from "./source";
import type { Understood } from "./understand";
import { isWholeLine, type WholeBlock, type WholeLine } from "./whole-lines";

/** `whole`: the lines that `understood` comes to. */
export function noteRenumbered(
  whole: readonly WholeBlock[],
  { typed, numberingStyle }: Pick<Understood, "typed" | "numberingStyle">,
  { findings, numbers }: { readonly findings: Findings; readonly numbers: NumberNotes },
): void {
  // A line whose end is told by another one's is a copy; its words are the same.
  const inFile = new Map(
    [...typed].flatMap(([block, number]) => ("pieces" in block ? [[block.pieces, number]] : [])),
  );
  const headings = whole.flatMap((block) => (isWholeLine(block) ? acceptedLines(block, inFile) : [OTHER]));
  const renumbered = renumberedHeadings(headings, numberingStyle);
  for (const { from, to, heading } of renumbered) findings.add("renumbered", `${from} → ${to} ${heading}`);
  const told = new Set(renumbered.map(({ block }) => block));
  const printed = headingNumbers(
    headings.map(({ outline }) => outline),
    numberingStyle,
  );
  for (const [index, { typed: number, heading }] of headings.entries()) {
    const to = printed[index] ?? null;
    if (number === null || number.list === null || to === null || told.has(index)) continue;
    numbers.note({ list: number.list, from: number.typed, to, words: heading });
  }
}

interface Heading extends ImportedHeading {
  readonly typed: FileNumber | null;
}

const OTHER: Heading = { outline: { kind: "other" }, typed: null, heading: "" };

/** A line that goes on in the one before it, or a part of it whose break goes, has no kind of its own. */
function acceptedLines(
  { line, parts, removed, joined }: WholeLine,
  numbers: ReadonlyMap<readonly Piece[], FileNumber>,
): Heading[] {
  if (removed !== null) return [];
  return parts.flatMap(({ pieces, begins }) => {
    if (begins === null ? joined !== null : begins.fate.deleted !== null) return [];
    const { type, attrs } = begins?.form ?? line.form;
    const heading = piecesText(pieces, "accepted").replaceAll("\n", " ");
    return [{ outline: outlineBlock(type, attrs), typed: numbers.get(pieces) ?? null, heading }];
  });
}
