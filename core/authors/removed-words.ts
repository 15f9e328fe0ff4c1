/** Words that were taken out of a text, as they are kept to be known again: so much of them, and no more. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PersonId } from "../ids";
import type { Words } from "./carried-letters";
import { type IdRange, IdRanges } from "./id-ranges";

/** Further back than so many messages nobody undoes. */
const MOST_REMOVALS = 300;
/** In UTF-16 units: a speech of several hours, taken out as a whole. Memory for it is kept in every room. */
const MOST_HELD = 200_000;
/** The id of a piece takes as much memory as so many of them. */
const UNITS_PER_PIECE = 10;

/** The words that one message took out. */
export interface RemovedWords {
  readonly words: readonly Words[];
  /** What they take, as MOST_HELD counts. */
  readonly units: number;
}

/** With whoever took them out. */
export interface PersonsWords extends RemovedWords {
  readonly personId: PersonId;
}

/** One person's, as they were stored: to be read when that person writes, not when a room opens. */
export interface StoredWords {
  readonly personId: PersonId;
  /** As writeRemovedWords() wrote them, oldest first. */
  readonly rows: readonly Uint8Array[];
  /** Letters that came back after they had been stored. */
  readonly back: readonly IdRange[];
}

export function removedWords(words: readonly Words[]): RemovedWords {
  const units = words.reduce((sum, { text, ids }) => sum + text.length + ids.length * UNITS_PER_PIECE, 0);
  return { words, units };
}

/** As many of one person's as are kept; both oldest first. */
export function latestRemoved<One extends RemovedWords>(removals: readonly One[]): One[] {
  const left = removals.filter(({ words }) => words.length > 0).slice(-MOST_REMOVALS);
  let held = left.reduce((sum, { units }) => sum + units, 0);
  while (held > MOST_HELD) held -= left.shift()?.units ?? held;
  return left;
}

/** Without the rows of which some letters are in these ranges. */
export function withoutLetters(
  removals: readonly RemovedWords[],
  ranges: readonly IdRange[],
): readonly RemovedWords[] {
  if (ranges.length === 0) return removals;
  const isAmong = rowsAmong(ranges);
  return removals.map(({ words }) => removedWords(words.filter((one) => !isAmong(one))));
}

/**
 * What a person took out here, and after it elsewhere, oldest first, without what came back there. What is known
 * already isn't there twice.
 */
export function withRemovedElsewhere(
  known: readonly RemovedWords[],
  removals: readonly RemovedWords[],
  back: readonly IdRange[],
): RemovedWords[] {
  const ids = removals.flatMap(({ words }) => words.flatMap((one) => one.ids));
  return latestRemoved(withoutLetters([...withoutLetters(known, ids), ...removals], back));
}

/** Tells of words whether some of their letters are in these ranges. */
export function rowsAmong(ranges: readonly IdRange[]): (words: Words) => boolean {
  const found = new IdRanges(ranges);
  return ({ ids }) =>
    ranges.length > 0 && ids.some((range) => found.find(range).some(({ held }) => held !== null));
}

/** What of them can still come back. */
export function readStoredWords({ rows, back }: StoredWords): readonly RemovedWords[] {
  return latestRemoved(withoutLetters(rows.flatMap(readRemovedWords), back));
}

export function writeRemovedWords(encoder: encoding.Encoder, removals: readonly RemovedWords[]): void {
  encoding.writeVarUint(encoder, removals.length);
  for (const { words } of removals) {
    encoding.writeVarUint(encoder, words.length);
    for (const { text, ids } of words) {
      encoding.writeVarString(encoder, text);
      encoding.writeVarUint(encoder, ids.length);
      for (const { clientId, clock, length } of ids) {
        encoding.writeVarUint(encoder, clientId);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  }
}

export function readRemovedWords(bytes: Uint8Array): RemovedWords[] {
  const decoder = decoding.createDecoder(bytes);
  const read = () => decoding.readVarUint(decoder);
  return Array.from({ length: read() }, () =>
    removedWords(
      Array.from({ length: read() }, () => {
        const text = decoding.readVarString(decoder);
        const ids = Array.from({ length: read() }, () => ({
          clientId: read(),
          clock: read(),
          length: read(),
        }));
        return { text, ids };
      }),
    ),
  );
}
