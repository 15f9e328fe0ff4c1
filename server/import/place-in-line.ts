/** Which words say where something stood that a speech has no place for: one order for every format. */

/** What there is to say of it; "" each where there is nothing. */
interface InLine {
  /** In front of it in its line. */
  readonly before: string;
  /** All of its line. */
  readonly line: string;
  /** What it says instead of itself, for who can't see it. */
  readonly instead: string;
}

/** "" where nothing of it says its place: then it is what it stands between. */
export function placeInLine({ before, line, instead }: InLine): string {
  return before.trim() || line.trim() || (isFileName(instead) ? "" : instead.trim());
}

/** Programs put it there when nobody says anything. */
const FILE_NAME = /\.[a-z]{3,4}$/i;

export const isFileName = (instead: string): boolean => FILE_NAME.test(instead.trim());
