/** What of the speech is counted and shaded by author, as positions in the text. */
import type { OutlineView } from "../outline/outline-store";

/** All of it, or the part at the caret. */
export type AuthorScope = "speech" | "part";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const WHOLE_SPEECH: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** The part that holds the caret with all parts below it; before the first, everything up to it. */
export function rangeOfPart({ outline, current }: OutlineView): Range {
  const { parts } = outline;
  const part = parts[current];
  if (part === undefined) return { from: 0, to: parts[0]?.pos ?? WHOLE_SPEECH.to };
  const next = parts.find(({ first }) => first >= part.end);
  return { from: part.pos, to: next?.pos ?? WHOLE_SPEECH.to };
}
