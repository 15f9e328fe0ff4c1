/** A passage that somebody read in the text with all suggestions accepted, found again in the document. */
import * as z from "zod";
import { LIMITS } from "../limits";
import type { AcceptedBlock } from "./accepted-blocks";

/** Which of the blocks with the very same text one is, from 0, and how many they are. */
const amongSchema = z
  .object({ nth: z.number().int().min(0), of: z.number().int().min(1) })
  .refine(({ nth, of }) => nth < of);

/** Letters `from` to `to` (UTF-16) of the n-th block of text, and the block's whole text as it was read. */
export const readingPlaceSchema = z
  .object({
    block: z.number().int().min(0).max(100_000),
    text: z.string().max(LIMITS.readBlockCharacters),
    from: z.number().int().min(0),
    to: z.number().int(),
    /** How many passages of the whole text read so, this one among them; missing where nobody counted. */
    alike: z.number().int().min(1).optional(),
    /** Missing from pages of earlier releases: then no other may have that text. */
    among: amongSchema.optional(),
  })
  .refine(({ text, from, to }) => from < to && to <= text.length)
  .refine(({ text, from, to }) => to - from <= LIMITS.quoteCharacters && text.slice(from, to).trim() !== "");
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;
/** Without the block's text, for who has it. */
export type Place = Omit<ReadingPlace, "text" | "alike" | "among">;

/** The passage's words. */
export const quoteOf = ({ text, from, to }: ReadingPlace): string => text.slice(from, to);

/** What a place in the n-th block says of the others that read the same. */
export function amongEqual(texts: readonly string[], block: number): NonNullable<ReadingPlace["among"]> {
  const equal = indicesOf(texts, texts[block]);
  return { nth: equal.indexOf(block), of: equal.length };
}

/** For each letter of the passage its position in the document; null when it isn't found, as `findPlace` has it. */
export function findPassage(blocks: readonly AcceptedBlock[], place: ReadingPlace): readonly number[] | null {
  return positionsOf(blocks, findPlace(textsOf(blocks), place));
}

/** The same for words, wherever they stand; null where they don't, or more than once. */
export function findOnly(blocks: readonly AcceptedBlock[], words: string): readonly number[] | null {
  return positionsOf(blocks, onlyPlaceOf(textsOf(blocks), words));
}

/**
 * Where the passage is among the texts of all blocks. Others may have written meanwhile: the block counts
 * wherever it went, as long as it reads as it did, and of several that do the one that it was, as long as they
 * are as many; else the passage, where those words stand only once, now and when they were read: one of
 * several that is left may be any of them. Null when what was read isn't there any more.
 */
export function findPlace(texts: readonly string[], place: ReadingPlace): Place | null {
  const { text, from, to, alike = 1, among = { nth: 0, of: 1 } } = place;
  const equal = indicesOf(texts, text);
  if (equal.length > 0) {
    const block = equal.length === among.of ? equal[among.nth] : undefined;
    return block === undefined ? null : { block, from, to };
  }
  return alike > 1 || among.of > 1 ? null : onlyPlaceOf(texts, quoteOf(place));
}

function onlyPlaceOf(texts: readonly string[], words: string): Place | null {
  const [found, ...more] = texts.flatMap((text, block) =>
    occurrences(text, words).map((from) => ({ block, from, to: from + words.length })),
  );
  return found === undefined || more.length > 0 ? null : found;
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

const indicesOf = (texts: readonly string[], text: string | undefined): readonly number[] =>
  texts.flatMap((other, index) => (other === text ? index : []));

const textsOf = (blocks: readonly AcceptedBlock[]) => blocks.map(({ text }) => text);

const positionsOf = (blocks: readonly AcceptedBlock[], place: Place | null): readonly number[] | null =>
  place && (blocks[place.block]?.positions.slice(place.from, place.to) ?? null);
