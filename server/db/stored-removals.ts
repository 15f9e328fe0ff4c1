/** Removals as the log keeps them: a row for each person. */
import { decodeRemovals, encodeRemovals, type Removal, type StoredRemovals } from "@/core/authors/removals";
import type { PersonId } from "@/core/ids";

export function byPerson(removals: readonly Removal[]): StoredRemovals[] {
  const people = new Map<PersonId, Removal[]>();
  for (const removal of removals) {
    const theirs = people.get(removal.personId);
    if (theirs === undefined) people.set(removal.personId, [removal]);
    else theirs.push(removal);
  }
  return [...people].map(([personId, theirs]) => ({ personId, bytes: encodeRemovals(theirs) }));
}

/** The rows of several updates as those of one. */
export function mergedRemovals(rows: readonly StoredRemovals[]): StoredRemovals[] {
  return byPerson(rows.flatMap(decodeRemovals));
}
