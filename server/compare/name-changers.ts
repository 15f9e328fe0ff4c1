/** Who made each change of a comparison, from what can be posted to a thread. */
import * as Y from "yjs";
import type { BlockOrigins } from "@/core/authors/origins";
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals, type StoredRemovals } from "@/core/authors/removals";
import { type Changers, changersOf } from "@/core/compare/changers";
import type { Comparison } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";

export interface Traces {
  /** Whether the newer text is compared with the older one. Below, `before` is the older one in either case. */
  readonly isBackwards: boolean;
  /** Where the two texts come from, block by block; null where that wasn't kept. */
  readonly before: readonly BlockOrigins[] | null;
  readonly after: readonly BlockOrigins[];
  /** What had been written when the first was the text; null when it never was the speech's own. */
  readonly stateVector: Uint8Array | null;
  readonly removals: readonly StoredRemovals[];
  /** Whose the client ids are. */
  readonly people: ReadonlyMap<number, PersonId>;
}

interface Compared {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  readonly comparison: Comparison;
}

/** The first of the two texts is the older one. */
export function tracedChangers(
  { comparison, ...texts }: Compared,
  { before, after, stateVector, removals, people }: Traces,
): Changers {
  return changersOf(comparison.rows, texts, {
    before,
    after,
    since: stateVector === null ? null : Y.decodeStateVector(stateVector),
    removals: new RemovalIndex(removals.flatMap(decodeRemovals)),
    personOf: (clientId) => people.get(clientId) ?? null,
  });
}
