/** Keeps of letters that a version brought back which they were. */
import type { Carried } from "@/core/authors/carried-letters";
import { IdRanges } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import type { PersonId } from "@/core/ids";

/** Of those only that aren't known from `removals` to have stood elsewhere until then. */
export function restoredRemovals(
  personId: PersonId,
  restores: readonly Carried[],
  removals: readonly Removal[],
): Removal[] {
  const known = new IdRanges(
    removals.flatMap(({ carriedTo, length }) => (carriedTo === null ? [] : [{ ...carriedTo, length }])),
  );
  return restores.flatMap(({ to, ...from }) =>
    known.find({ ...to, length: from.length }).flatMap(({ held, clientId, clock, length }) => {
      if (held !== null) return [];
      const first = from.clock + clock - to.clock;
      return [{ ...from, clock: first, length, personId, carriedTo: { clientId, clock } }];
    }),
  );
}
