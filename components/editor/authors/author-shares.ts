/** The table of who wrote how much, from what stands in the text. */
import type { AuthorName } from "@/core/authors/author";
import { charactersByClient } from "@/core/authors/author-texts";
import type { Range } from "./author-range";
import type { AuthorView } from "./author-store";

export interface AuthorShare {
  /** Null for text that the server hasn't taken yet, and where it couldn't be asked. */
  readonly author: AuthorName | null;
  readonly isUnsaved: boolean;
  readonly characters: number;
  /** Of all the characters in the table; 0 to 1. */
  readonly share: number;
}

/** Most characters first. */
export function authorShares(
  { texts, struck, authors, unsaved }: AuthorView,
  range: Range,
): readonly AuthorShare[] {
  const sums = new Map<string, Omit<AuthorShare, "share">>();
  let total = 0;
  for (const [clientId, characters] of charactersByClient(texts, range, struck)) {
    const author = authors.get(clientId) ?? null;
    const isUnsaved = author === null && unsaved.has(clientId);
    const key = author?.id ?? String(isUnsaved);
    const sum = sums.get(key)?.characters ?? 0;
    sums.set(key, { author, isUnsaved, characters: sum + characters });
    total += characters;
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, share: sum.characters / total }))
    .sort((one, other) => other.characters - one.characters);
}
