/** Under which names what is being written about a passage is kept: by its words, since it may go elsewhere. */
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import { type Place, quoteOf, type ReadingPlace } from "@/core/review/reading-place";

/** Which of the passages that read the same one is. */
export interface Likeness {
  /** From 0. */
  readonly nth: number;
  readonly of: number;
}

/** `texts`: those of all blocks. The place is without blanks around it. */
export function likenessOf(texts: readonly string[], place: ReadingPlace): Likeness {
  const alike = texts.flatMap((text, block) =>
    startsOf(text, quoteOf(place)).map((from): Omit<Place, "to"> => ({ block, from })),
  );
  const before = alike.filter(({ block, from }) =>
    block === place.block ? from < place.from : block < place.block,
  );
  return { nth: before.length, of: Math.max(alike.length, before.length + 1) };
}

function startsOf(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** So many passages that read the same may have gone since something was written about the last of them. */
const MOST_GONE = 8;

/**
 * The passage's own name, and behind it for the last of several the names of those that aren't there any more: what
 * was written about one is shown again, whichever of them went.
 */
export function draftNames(kind: DirectiveKind, quote: string, { nth, of }: Likeness): [string, ...string[]] {
  const name = (at: number) => (at === 0 ? `${kind}-${quote}` : `${kind}.${at}-${quote}`);
  const gone = nth === of - 1 ? Array.from({ length: MOST_GONE }, (_, at) => name(of + at)) : [];
  return [name(nth), ...gone];
}

/** Under which what was written about a passage that changed meanwhile waits for the next one. */
export const waitingName = (kind: DirectiveKind, quote: string): string => `waiting-${kind}-${quote}`;

/**
 * Of the names under which something is kept, those that wait: also of what was put away, or on a page that was left,
 * before its words went. `texts`: those of all blocks.
 */
export function waitingNames(
  kind: DirectiveKind,
  names: readonly string[],
  texts: readonly string[],
): readonly string[] {
  const named = new RegExp(`^${kind}(?:\\.\\d+)?-(?<quote>.*)$`, "s");
  return names.filter((name) => {
    if (name.startsWith(`waiting-${kind}`)) return true;
    const quote = named.exec(name)?.groups?.quote;
    return quote !== undefined && !texts.some((text) => text.includes(quote));
  });
}

const KEPT = new RegExp(`^(?:waiting-)?(?:${DIRECTIVE_KINDS.join("|")})(?:\\.\\d+)?-(?<quote>.*)$`, "s");

/** The words that what is kept under this name was written about; null where the name doesn't tell. */
export const quoteIn = (name: string): string | null => KEPT.exec(name)?.groups?.quote ?? null;
