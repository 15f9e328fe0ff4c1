/** How far paragraphs are indented (w:ind, ISO 29500-1, 17.3.1.12), which a speech's layout decides by itself. */
import { childOf, type XmlElement } from "../package/xml-elements";
import type { Indents } from "./source";

/** Two characters are the usual first line's; some offices begin all lines of some paragraphs there. */
const USUAL_CHARACTERS = 2;
/** A first line is set so far in on purpose only: who signs, a line of verse. */
const USUAL_FIRST_LINE = 4;
/** Type of 三号, in half points, where a file names no size. */
const USUAL_SIZE = 32;
const TWIPS_PER_HALF_POINT = 10;
/** What is rounded, and widths of characters that a grid sets. */
const TOLERANCE = 0.5;

/** `layers`: the paragraph's own properties and those of its styles, the nearest first. */
export function indentsOf(layers: readonly (XmlElement | undefined)[]): Indents {
  const found = layers.map((layer) => childOf(layer, "w:ind")?.attributes ?? {});
  const number = (...names: string[]): number => {
    const values = found.map((attributes) =>
      names.map((name) => attributes[name]).find((each) => each != null),
    );
    const value = Number(values.find((each) => each !== undefined) ?? 0);
    return Number.isFinite(value) ? value : 0;
  };
  const edge = (...names: readonly string[]) => ({
    characters: number(...names.map((name) => `w:${name}Chars`)) / 100,
    twips: number(...names.map((name) => `w:${name}`)),
  });
  return { left: edge("left", "start"), right: edge("right", "end"), firstLine: edge("firstLine") };
}

/** Whether it is more than a speech's paragraphs have; `size`: of its words, in half points. */
export function isIndented({ left, right, firstLine }: Indents, size: number | null): boolean {
  const character = (size ?? USUAL_SIZE) * TWIPS_PER_HALF_POINT;
  const wide = ({ characters, twips }: Indents["left"]) => characters || twips / character;
  const most = USUAL_CHARACTERS + TOLERANCE;
  return (
    wide(left) > most || wide(right) > most || wide(left) + wide(firstLine) > USUAL_FIRST_LINE + TOLERANCE
  );
}
