/**
 * Titles and names are one line. A line break in one would begin a line of its own wherever they stand, such as in a
 * mail, and other control characters break the files that they are written into.
 */
import * as z from "zod";

/** Control characters and the two separators of Unicode that break lines. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** A string without blanks around it, with one blank for each place where it would break. Its lengths are checked after. */
export const oneLineSchema = () => z.string().overwrite((text) => text.replace(BREAKS, " ").trim());
