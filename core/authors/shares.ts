/** How much each person typed and took away between two texts, told from the ids of their letters. */
import type { PersonId } from "../ids";
import { type IdRange, IdRanges } from "./id-ranges";
import { knownLetters } from "./known-letters";
import type { BlockOrigins } from "./origins";
import type { RemovalIndex } from "./removal-index";

export interface Trail {
  readonly removals: RemovalIndex;
  /** Whose the client ids are. */
  readonly people: ReadonlyMap<number, PersonId>;
}

export interface TextsBetween {
  /** Of the earlier text; null where that wasn't kept. */
  readonly before: readonly BlockOrigins[] | null;
  readonly after: readonly BlockOrigins[];
  /** Letters that came since, those that are gone again too. */
  readonly come: readonly IdRange[];
}

/** In UTF-16 units. Letters that were only put elsewhere, as by splitting a line, nobody typed. */
export function typedByPerson(come: readonly IdRange[], trail: Trail): Map<PersonId, number> {
  const typed = new Map<PersonId, number>();
  for (const { clientId, length } of typedAmong(come, trail)) {
    const person = trail.people.get(clientId);
    if (person !== undefined) typed.set(person, (typed.get(person) ?? 0) + length);
  }
  return typed;
}

/**
 * In UTF-16 units: of the letters that stood in the earlier text, and of what others typed since. What people take back
 * of their own in between is what writing is, and counts for nothing.
 */
export function removedByPerson({ before, after, come }: TextsBetween, trail: Trail): Map<PersonId, number> {
  const { removals, people } = trail;
  const standing = new IdRanges(lettersOf(after));
  const removed = removals.removers(lettersOf(before ?? []), standing);
  for (const letters of typedAmong(come, trail)) {
    for (const [person, length] of removals.removers([letters], standing)) {
      if (person !== people.get(letters.clientId)) removed.set(person, (removed.get(person) ?? 0) + length);
    }
  }
  return removed;
}

const typedAmong = (come: readonly IdRange[], { removals }: Trail) =>
  removals
    .traced(come)
    .filter(({ clientId, clock, typed }) => typed.clientId === clientId && typed.clock === clock);

const lettersOf = (blocks: readonly BlockOrigins[]): IdRange[] =>
  knownLetters(blocks.flatMap(({ letters }) => letters));
