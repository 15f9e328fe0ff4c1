/** What the user is told when derived numbers differ from the numbers that were typed. */
import type { NumberingStyle } from "@/core/speech";
import { headingNumber, type OutlineBlock } from "../numbering";
import type { TypedNumber } from "./typed-number";

/** One heading whose typed number was repeated, skipped or out of order. */
export interface Renumbered {
  /** Index of the heading among the blocks of the imported document. */
  readonly block: number;
  /** The number as it was typed: "2、". */
  readonly from: string;
  /** The number that it has now: "3.". */
  readonly to: string;
  /** The heading's lead sentence, shortened for display. */
  readonly heading: string;
}

export interface ImportedHeading {
  readonly outline: OutlineBlock;
  readonly typed: TypedNumber | null;
  readonly heading: string;
}

const SHOWN_CHARACTERS = 30;

/**
 * Compares typed with derived numbers, block by block.
 * @param isFragment one that begins in the middle (三、 before any title or higher heading) goes on from there: it
 * will be pasted behind 一、 and 二、. A whole speech begins with 一、.
 */
export function renumberedHeadings(
  blocks: readonly ImportedHeading[],
  style: NumberingStyle,
  isFragment: boolean,
): readonly Renumbered[] {
  const counters = [0, 0, 0, 0, 0];
  let highestSoFar = 5;
  const notices: Renumbered[] = [];
  for (const [block, { outline, typed, heading }] of blocks.entries()) {
    if (outline.kind === "title") {
      counters.fill(0);
      highestSoFar = 0;
    }
    if (outline.kind !== "heading") continue;
    const { level } = outline;
    const startsHere = isFragment && level < highestSoFar && typed !== null;
    const ordinal = startsHere ? typed.ordinal : (counters[level] ?? 0) + 1;
    highestSoFar = Math.min(highestSoFar, level);
    counters[level] = ordinal;
    counters.fill(0, level + 1);
    if (typed !== null && typed.ordinal !== ordinal) {
      notices.push({
        block,
        from: typed.typed,
        to: headingNumber(level, ordinal, style),
        heading: heading.length > SHOWN_CHARACTERS ? `${heading.slice(0, SHOWN_CHARACTERS)}…` : heading,
      });
    }
  }
  return notices;
}
