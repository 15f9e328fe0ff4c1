/**
 * What a person's requests hold in memory at a time. One body is bounded by its route; sent over many connections,
 * and left unfinished there, they would take all the memory of the process, from somebody who may only read.
 */
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";

/** One request's part of its person's share. */
export interface BodyShare {
  /** Counts bytes that have arrived; throws `too-many-requests` when all that this person sends is over the limit. */
  take(bytes: number): void;
  /** When the request was answered, or given up. */
  release(): void;
}

export interface BodyShares {
  of(person: PersonId): BodyShare;
}

/** For requests that nobody has to be signed in for; what their routes take at most is little. */
export const UNCOUNTED: BodyShare = { take: () => undefined, release: () => undefined };

export function createBodyShares(mostBytes: number): BodyShares {
  const held = new Map<PersonId, number>();
  return {
    of(person) {
      let own = 0;
      return {
        take(bytes) {
          const all = (held.get(person) ?? 0) + bytes;
          if (all > mostBytes) throw new AppError("too-many-requests", "bodies in memory");
          own += bytes;
          held.set(person, all);
        },
        release() {
          const left = (held.get(person) ?? 0) - own;
          own = 0;
          if (left > 0) held.set(person, left);
          else held.delete(person);
        },
      };
    },
  };
}
