/** Which numbers of headings in a file are others once everything that is proposed in it is accepted. */
import { type ImportedHeading, renumberedHeadings } from "@/core/text/import/renumbered";
import { outlineBlock } from "@/core/text/numbering";
import type { Findings } from "../findings";
import { piecesText } from "./pieces";
import type { Piece } from "./source";
import type { Understood } from "./understand";
import { isWholeLine, type WholeBlock, type WholeLine } from "./whole-lines";

/** `whole`: the lines that `understood` comes to. */
export function noteRenumbered(
  whole: readonly WholeBlock[],
  { typed, numberingStyle }: Pick<Understood, "typed" | "numberingStyle">,
  { add }: Findings,
): void {
  // A line whose end is told by another one's is a copy; its words are the same.
  const numbers = new Map(
    [...typed].flatMap(([block, number]) => ("pieces" in block ? [[block.pieces, number]] : [])),
  );
  const headings = whole.flatMap((block) => (isWholeLine(block) ? acceptedLines(block, numbers) : [OTHER]));
  for (const { from, to, heading } of renumberedHeadings(headings, numberingStyle)) {
    add("renumbered", `${from} → ${to} ${heading}`);
  }
}

type Numbers = ReadonlyMap<readonly Piece[], ImportedHeading["typed"]>;

const OTHER: ImportedHeading = { outline: { kind: "other" }, typed: null, heading: "" };

/** A line that goes on in the one before it, or a part of it whose break goes, has no kind of its own. */
function acceptedLines({ line, parts, removed, joined }: WholeLine, numbers: Numbers): ImportedHeading[] {
  if (removed !== null) return [];
  return parts.flatMap(({ pieces, begins }) => {
    if (begins === null ? joined !== null : begins.fate.deleted !== null) return [];
    const { type, attrs } = begins?.form ?? line.form;
    const heading = piecesText(pieces, "accepted").replaceAll("\n", " ");
    return [{ outline: outlineBlock(type, attrs), typed: numbers.get(pieces) ?? null, heading }];
  });
}
