/** Removals as the log keeps them: a row for each person. */
import {
  decodeRemovals,
  encodeRemovals,
  type Removal,
  type StoredRemovals,
  wordsBehind,
} from "@/core/authors/removals";
import {
  latestRemoved,
  type PersonsWords,
  readRemovedWords,
  type StoredWords,
  withoutLetters,
} from "@/core/authors/removed-words";
import type { PersonId } from "@/core/ids";

/** Of words that came back in the same rows, which their removals tell, nothing is kept. */
export function byPerson(
  removals: readonly Removal[],
  words: readonly PersonsWords[] = [],
): StoredRemovals[] {
  const people = grouped(removals);
  const wordsOf = grouped(words);
  // Struck out words that a decision takes out are in another's name than what comes back by undo.
  return [...new Set([...people.keys(), ...wordsOf.keys()])].map((personId) => {
    const theirs = people.get(personId) ?? [];
    const left = latestRemoved(withoutLetters(wordsOf.get(personId) ?? [], theirs.filter(isCarried)));
    return { personId, bytes: encodeRemovals(theirs, left) };
  });
}

/** The rows of several updates, in their order, as those of one. */
export function mergedRemovals(rows: readonly StoredRemovals[]): StoredRemovals[] {
  return byPerson(rows.flatMap(decodeRemovals), rows.flatMap(wordsIn));
}

function wordsIn(row: StoredRemovals): PersonsWords[] {
  const bytes = wordsBehind(row);
  return bytes === null ? [] : readRemovedWords(bytes).map((words) => ({ ...words, personId: row.personId }));
}

/**
 * The words in all of a speech's rows, in their order, or in those from some row on. A row that many others were
 * merged into is only skipped through: a room is opened with it.
 */
export function storedWords(rows: readonly StoredRemovals[], isPart = false): StoredWords[] {
  return [...grouped(rows)].flatMap(([personId, theirs]) => {
    const words = theirs.flatMap((row) => wordsBehind(row) ?? []);
    if (words.length === 0 && !isPart) return [];
    // Of what was stored in the first together with the words nothing is left of these, but maybe of those before.
    const back = theirs
      .slice(isPart ? 0 : 1)
      .flatMap(decodeRemovals)
      .filter(isCarried);
    return words.length === 0 && back.length === 0 ? [] : { personId, rows: words, back };
  });
}

const isCarried = ({ carriedTo }: Removal) => carriedTo !== null;

function grouped<One extends { readonly personId: PersonId }>(all: readonly One[]): Map<PersonId, One[]> {
  const people = new Map<PersonId, One[]>();
  for (const one of all) {
    const theirs = people.get(one.personId);
    if (theirs === undefined) people.set(one.personId, [one]);
    else theirs.push(one);
  }
  return people;
}
