/** Which pasted headings show another number than was typed in them, in the place where they land. */
import type { Node } from "@tiptap/pm/model";
import type { NumberingStyle } from "@/core/speech";
import type { Renumbered, TypedHeading } from "@/core/text/import/renumbered";
import { headingNumbers, headingOrdinals, outlineBlock } from "@/core/text/numbering";

export type RenumberedPaste = Pick<Renumbered, "from" | "to" | "heading">;

/** The headings of a paste that were typed with a number, and the speech's style of numbers. */
export interface TypedPaste {
  readonly pasted: Node;
  readonly typed: readonly TypedHeading[];
  readonly numberingStyle: NumberingStyle;
}

/**
 * Compares what was typed with the numbers of the speech that `pasted` was put into, before anything in it is made
 * a suggestion. What is no heading there, in a cell or an item, has no number and isn't told.
 */
export function renumberedIn(speech: Node, { pasted, typed, numberingStyle }: TypedPaste): RenumberedPaste[] {
  const outline = speech.children.map(({ type, attrs }) => outlineBlock(type.name, attrs));
  const ordinals = headingOrdinals(outline);
  const numbers = headingNumbers(outline, numberingStyle);
  // Putting blocks in keeps their nodes.
  const places = new Map(speech.children.map((block, index) => [block, index]));
  return typed.flatMap(({ block, from, ordinal, heading }) => {
    const place = places.get(pasted.child(block)) ?? -1;
    const to = numbers[place] ?? null;
    return to === null || ordinals[place] === ordinal ? [] : [{ from, to, heading }];
  });
}
