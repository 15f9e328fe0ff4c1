/** A passage that somebody read in the text with all suggestions accepted, found again in the document. */
import * as z from "zod";
import { LIMITS } from "../limits";
import type { AcceptedBlock } from "./accepted-blocks";

/** Letters `from` to `to` (UTF-16) of the n-th block of text, and the block's whole text as it was read. */
export const readingPlaceSchema = z
  .object({
    block: z.number().int().min(0).max(100_000),
    text: z.string().max(LIMITS.readBlockCharacters),
    from: z.number().int().min(0),
    to: z.number().int(),
    /** How many passages of the whole text read so, this one among them; missing where nobody counted. */
    alike: z.number().int().min(1).optional(),
  })
  .refine(({ text, from, to }) => from < to && to <= text.length)
  .refine(({ text, from, to }) => to - from <= LIMITS.quoteCharacters && text.slice(from, to).trim() !== "");
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;
/** Without the block's text, for who has it. */
export type Place = Omit<ReadingPlace, "text" | "alike">;

/** The passage's words. */
export const quoteOf = ({ text, from, to }: ReadingPlace): string => text.slice(from, to);

/** For each letter of the passage its position in the document; null when it isn't found, as `findPlace` has it. */
export function findPassage(blocks: readonly AcceptedBlock[], place: ReadingPlace): readonly number[] | null {
  const found = findPlace(
    blocks.map(({ text }) => text),
    place,
  );
  return found && (blocks[found.block]?.positions.slice(found.from, found.to) ?? null);
}

/**
 * Where the passage is among the texts of all blocks. Others may have written meanwhile: the block counts
 * wherever it went, as long as it reads as it did; else the passage, where those words stand only once, now
 * and when they were read: one of several that is left may be any of them. Null when what was read isn't
 * there any more.
 */
export function findPlace(texts: readonly string[], place: ReadingPlace): Place | null {
  const { block, text, from, to, alike = 1 } = place;
  const [nearest] = texts
    .map((other, index) => ({ other, index, distance: Math.abs(index - block) }))
    .filter(({ other }) => other === text)
    .sort((one, other) => one.distance - other.distance);
  if (nearest !== undefined) return { block: nearest.index, from, to };
  if (alike > 1) return null;
  const quote = quoteOf(place);
  const found = texts.flatMap((other, index) =>
    occurrences(other, quote).map((at) => ({ block: index, from: at, to: at + quote.length })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}
