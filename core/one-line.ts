/**
 * Titles and names are one line. A line break in one would begin a line of its own wherever they stand, such as in a
 * mail, and other control characters break the files that they are written into.
 */
import * as z from "zod";

/** Control characters and the two separators of Unicode that break lines. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Nobody sees them, and they come along with what is pasted: signs without width, by which two names that look alike
 * are two, and those that turn the direction of what stands behind them too, such as a file's ending.
 */
const UNSEEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** What a text shows, without blanks around it, with one for each place where it would break; cut to a length if one is given. */
export function oneLine(text: string, characters = Number.POSITIVE_INFINITY): string {
  const line = text.replace(UNSEEN, "").replace(BREAKS, " ").trim();
  return line.length <= characters ? line : [...line].slice(0, characters).join("").trim();
}

/** A string that shows all it holds, without blanks around it, with one for each place where it would break. Its lengths are checked after. */
export const oneLineSchema = () => z.string().overwrite((text) => oneLine(text));
