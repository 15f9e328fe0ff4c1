/** What the user is told when derived numbers differ from the numbers that were typed. */
import type { NumberingStyle } from "@/core/speech";
import { headingNumbers, headingOrdinals, type OutlineBlock } from "../numbering";
import type { TypedNumber } from "./typed-number";

/** A heading that came with a number. */
export interface TypedHeading {
  /** Index of the heading among the blocks of the imported document. */
  readonly block: number;
  /** The number as it was typed: "2、". */
  readonly from: string;
  /** From 1. */
  readonly ordinal: number;
  /** The heading's lead sentence, shortened for display. */
  readonly heading: string;
}

/** One heading whose typed number was repeated, skipped or out of order. */
export interface Renumbered extends Omit<TypedHeading, "ordinal"> {
  /** The number that it has now: "3.". */
  readonly to: string;
}

export interface ImportedHeading {
  readonly outline: OutlineBlock;
  readonly typed: TypedNumber | null;
  readonly heading: string;
}

const SHOWN_CHARACTERS = 30;

/** The headings that had a number, of all the blocks of a text. */
export function typedHeadings(blocks: readonly ImportedHeading[]): readonly TypedHeading[] {
  return blocks.flatMap(({ typed, heading }, block) => {
    if (typed === null) return [];
    const shown = heading.length > SHOWN_CHARACTERS ? `${heading.slice(0, SHOWN_CHARACTERS)}…` : heading;
    return [{ block, from: typed.typed, ordinal: typed.ordinal, heading: shown }];
  });
}

/** Compares typed with derived numbers, block by block; a text begins with 一、. */
export function renumberedHeadings(
  blocks: readonly ImportedHeading[],
  style: NumberingStyle,
): readonly Renumbered[] {
  const outline = blocks.map((block) => block.outline);
  const ordinals = headingOrdinals(outline);
  const numbers = headingNumbers(outline, style);
  return typedHeadings(blocks)
    .filter(({ block, ordinal }) => ordinals[block] !== ordinal)
    .map(({ block, from, heading }) => ({ block, from, to: numbers[block] ?? "", heading }));
}
