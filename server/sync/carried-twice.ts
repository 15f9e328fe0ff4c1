/**
 * Finds lines that two people put elsewhere in the same moment, or offline: split, joined, dragged or made
 * a heading. The binding knows no moving, so each of them deleted the line and wrote it anew, and it stands
 * there twice. Only what deletes letters that were gone already shows it: who had seen them go has nothing
 * to delete.
 */
import * as Y from "yjs";
import { type Carried, type Words, wordsIn } from "@/core/authors/carried-letters";
import type { IdRange, IdRanges } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import type { PersonId } from "@/core/ids";
import type { Struct } from "./accepted-state";
import type { Claim } from "./claim";
import { nextPlace } from "./place-since";
import { isIn } from "./structs-in-range";

/** Of more nobody looks for copies: that would hold everybody up, and no two people move so much at once. */
const MOST_LETTERS = 20_000;

export interface CarriedTwice {
  /** Who wrote them again. */
  readonly personId: PersonId;
  /** Where the letters were put before, from where, in no order; they may have been put elsewhere since. */
  readonly first: readonly Carried[];
  /** What was written by who hadn't seen that; other words may be among it. */
  readonly again: readonly Words[];
}

interface NamedAndWritten {
  readonly personId: PersonId;
  readonly deletions: readonly IdRange[];
  readonly structs: readonly Struct[];
  readonly cameWith: Claim["cameWith"];
}

/** Null when there's nothing of the kind in an update. `carried`: what was put elsewhere before it. */
export function carriedTwice(
  { personId, deletions, structs, cameWith }: NamedAndWritten,
  carried: IdRanges<Removal>,
): CarriedTwice | null {
  if (structs.length === 0) return null;
  const elsewhere = deletions.flatMap((range) => placesSince(range, carried));
  if (elsewhere.length === 0) return null;
  const had = cameWith === null ? new Map<number, number>() : Y.decodeStateVector(cameWith);
  const first = elsewhere.filter(({ to }) => (had.get(to.clientId) ?? 0) <= to.clock);
  const again = wordsIn(structs);
  if (first.length === 0 || again.length === 0) return null;
  const letters = first.reduce((sum, { length }) => sum + length, 0);
  return letters > MOST_LETTERS ? null : { personId, first, again };
}

/** Whether a text holds all of it: what was accepted needn't be stored yet. */
export function hasBoth(doc: Y.Doc, { first, again }: CarriedTwice): boolean {
  const places = first.map(({ to, length }) => ({ ...to, length }));
  return isIn(doc, places) && again.every(({ ids }) => isIn(doc, ids));
}

/** Where letters went that were put elsewhere; nothing of those that weren't. */
function placesSince(range: IdRange, carried: IdRanges<Removal>): Carried[] {
  return carried.find(range).flatMap(({ held, ...from }) => {
    const to = held && nextPlace(from, held);
    return to === null ? [] : [{ ...from, to }];
  });
}
