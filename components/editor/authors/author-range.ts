/** What of the speech is counted and shaded by author, as positions in the text. */
import type { OutlineView } from "../outline/outline-store";
import type { OutlinePart } from "../outline/read-outline";

/** All of it, or the part at the caret. */
export type AuthorScope = "speech" | "part";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const WHOLE_SPEECH: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** The heading's part that holds the caret; undefined before the first. A title heads the whole speech: it parts nothing. */
export function partAtCaret({ outline, current }: OutlineView): OutlinePart | undefined {
  const first = outline.parts.findIndex(isHeading);
  return first === -1 || current < first ? undefined : outline.parts[current];
}

const isHeading = ({ level }: OutlinePart): boolean => level > 0;

/** The part that holds the caret with all parts below it; before the first heading, everything up to it. */
export function rangeOfPart(view: OutlineView): Range {
  const { parts } = view.outline;
  const part = partAtCaret(view);
  if (part === undefined) return { from: 0, to: parts.find(isHeading)?.pos ?? WHOLE_SPEECH.to };
  const next = parts.find(({ first }) => first >= part.end);
  return { from: part.pos, to: next?.pos ?? WHOLE_SPEECH.to };
}
