/**
 * How many characters came or went in a line. Cut out of it, the sign of -5% or the point of 3.5 is a half-width
 * mark by itself, which 字数 counts nothing (count.ts); yet without it the figure is another one.
 */
import { codePoints } from "./code-points";
import { countCharacters, EAST_ASIAN } from "./count";

/** A piece of a line, with what stands on either side of it there. */
export interface Stretch {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const MARK = `[^\\s\\p{L}\\p{N}${EAST_ASIAN}]`;
const HALF_WIDTH = `(?![${EAST_ASIAN}])`;
const MARKS = new RegExp(`${MARK}+`, "gu");
const ENDS_IN_RUN = new RegExp(`${HALF_WIDTH}[\\p{L}\\p{N}]$`, "u");
const BEGINS_WITH_RUN = new RegExp(`^${HALF_WIDTH}[\\p{L}\\p{N}]`, "u");
// Other marks may stand between it and the figure, as in <-5.
const ENDS_IN_FIGURE = new RegExp(`\\p{N}${MARK}*$`, "u");
const BEGINS_WITH_FIGURE = new RegExp(`^${MARK}*\\p{N}`, "u");
const ENDS_IN_WORD = new RegExp(`${HALF_WIDTH}\\p{L}${MARK}*$`, "u");
const BEGINS_WITH_WORD = new RegExp(`^${MARK}*${HALF_WIDTH}\\p{L}`, "u");
/** Units on either side in which the figure or word is looked for. */
const NEAR = 8;

/**
 * Characters of the stretch as offices count them, and each half-width mark that stands alone in it but, in its
 * line, beside a figure or inside a Latin word.
 */
export function countStretch({ text, before, after }: Stretch): number {
  let count = countCharacters(text);
  for (const { 0: marks, index } of text.matchAll(MARKS)) {
    const end = index + marks.length;
    if (ENDS_IN_RUN.test(last(text.slice(0, index))) || BEGINS_WITH_RUN.test(first(text.slice(end))))
      continue;
    const left = last(before.slice(-NEAR) + text.slice(0, index));
    const right = first(text.slice(end) + after.slice(0, NEAR));
    if (belongs(left, right)) count += codePoints(marks);
  }
  return count;
}

/** Whether what stands between is part of a figure or a word. */
function belongs(left: string, right: string): boolean {
  if (ENDS_IN_FIGURE.test(left) || BEGINS_WITH_FIGURE.test(right)) return true;
  return ENDS_IN_WORD.test(left) && BEGINS_WITH_WORD.test(right);
}

const last = (text: string) => text.slice(-NEAR);
const first = (text: string) => text.slice(0, NEAR);
