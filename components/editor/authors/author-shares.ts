/** The table of who wrote how much, from what stands in the text. */
import type { AuthorName } from "@/core/authors/author";
import { charactersByClient } from "@/core/authors/author-texts";
import type { Range } from "./author-range";
import type { AuthorView } from "./author-store";

export interface AuthorShare {
  /** Null for text that the server hasn't taken yet. */
  readonly author: AuthorName | null;
  readonly characters: number;
  /** Of all the characters in the table; 0 to 1. */
  readonly share: number;
}

/** Most characters first. */
export function authorShares({ texts, struck, authors }: AuthorView, range: Range): readonly AuthorShare[] {
  const sums = new Map<string, { author: AuthorName | null; characters: number }>();
  let total = 0;
  for (const [clientId, characters] of charactersByClient(texts, range, struck)) {
    const author = authors.get(clientId) ?? null;
    const sum = sums.get(author?.id ?? "") ?? { author, characters: 0 };
    sum.characters += characters;
    total += characters;
    sums.set(author?.id ?? "", sum);
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, share: sum.characters / total }))
    .sort((one, other) => other.characters - one.characters);
}
