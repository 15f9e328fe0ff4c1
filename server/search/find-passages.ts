/** In which stored texts of versions a passage stands: what the searching thread is asked for. */
import { brotliDecompressSync } from "node:zlib";
import { lettersAt } from "@/core/authors/letters-at";
import type { LetterRun } from "@/core/authors/origins";
import type { DocumentNode } from "@/core/document/schema";
import { findPassage } from "@/core/search/passage";
import { originsIn } from "../services/version-origins";
import { linesIn } from "../services/version-text";

/** A text as it is stored; see server/services/version-text.ts. */
export interface StoredText {
  readonly id: string;
  readonly baseId: string | null;
  readonly bytes: Uint8Array;
  readonly authors: Uint8Array | null;
}

export interface PassageSearch {
  /** From passagePattern(). */
  readonly pattern: string;
  /** Every base that one of them refers to is among them. */
  readonly texts: readonly StoredText[];
}

export interface FoundPassage {
  readonly textId: string;
  /** The letters that it is made of there; null where they aren't stored. */
  readonly letters: readonly LetterRun[] | null;
}

/** The texts that have the passage, the first place in each. */
export function findPassages({ pattern, texts }: PassageSearch): readonly FoundPassage[] {
  const lines = stored(texts, ({ bytes }) => bytes);
  const authors = stored(texts, (text) => text.authors);
  // A block that didn't change is the same line in every text.
  const looked = new Map<string, readonly number[] | null>();
  const placesIn = (line: string) => {
    const known = looked.get(line);
    if (known !== undefined) return known;
    const places = findPassage(JSON.parse(line) as DocumentNode, pattern); // a block, see linesOf()
    looked.set(line, places);
    return places;
  };
  return texts.flatMap((text): FoundPassage[] => {
    const blocks = lines(text) ?? [];
    const block = blocks.findIndex((line) => placesIn(line) !== null);
    if (block === -1) return [];
    const line = authors(text)?.[block];
    const runs = line === undefined ? undefined : originsIn([line])[0]?.letters;
    const places = placesIn(blocks[block] ?? "") ?? [];
    return [{ textId: text.id, letters: runs === undefined ? null : lettersAt(runs, places) }];
  });
}

/** Reads one of a text's two parts, each base once. */
function stored(texts: readonly StoredText[], part: (text: StoredText) => Uint8Array | null) {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const bases = new Map<string, string[] | null>();
  const decoded = (text: StoredText, base: string[] | null): string[] | null => {
    const bytes = part(text);
    return bytes === null ? null : linesIn(brotliDecompressSync(bytes), base);
  };
  const whole = (id: string): string[] | null => {
    const known = bases.get(id);
    if (known !== undefined) return known;
    const text = byId.get(id);
    const lines = text === undefined ? null : decoded(text, null);
    bases.set(id, lines);
    return lines;
  };
  return (text: StoredText): readonly string[] | null =>
    text.baseId === null ? whole(text.id) : decoded(text, whole(text.baseId));
}
