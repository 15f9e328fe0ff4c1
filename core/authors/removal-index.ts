/** Finds in a speech's removals what became of a piece of its text, and what it was before. */
import type { PersonId } from "../ids";
import { type Found, type IdRange, IdRanges, type PieceId } from "./id-ranges";
import { knownLetters } from "./known-letters";
import type { LetterRun } from "./origins";
import type { Removal } from "./removals";

/** Letters may be carried on many times; further than this nobody follows. */
const MOST_CARRIES = 1000;

interface Carried extends IdRange {
  /** Where its first letter stood before. */
  readonly from: PieceId;
  readonly personId: PersonId;
}

export interface TracedLetters extends IdRange {
  readonly typed: PieceId;
}

/** Whether a letter is in the later of two texts: what happened to it came after that. */
type IsThere = (id: PieceId) => boolean;

export class RemovalIndex {
  private readonly carriedOn: IdRanges<Removal>;
  private readonly gone: IdRanges<Removal>;
  /** The same as `carriedOn`, by where they were carried to. */
  private readonly carried: IdRanges<Carried>;

  constructor(removals: readonly Removal[]) {
    this.carriedOn = new IdRanges(removals.filter(({ carriedTo }) => carriedTo !== null));
    this.gone = new IdRanges(removals.filter(({ carriedTo }) => carriedTo === null));
    this.carried = new IdRanges(
      removals.flatMap(({ clientId, clock, length, carriedTo, personId }) =>
        carriedTo === null ? [] : [{ ...carriedTo, length, from: { clientId, clock }, personId }],
      ),
    );
  }

  /**
   * Who took these letters out for good, with how many of them; where they only went elsewhere, who put
   * them there.
   */
  takers(letters: readonly LetterRun[], isThere: IsThere): Map<PersonId, number> {
    const takers = new Map<PersonId, number>();
    const follow = (range: IdRange, last: PersonId | null, depth: number) => {
      for (const { held, ...piece } of this.find(range)) {
        const taker = held !== null && !isThere(piece) ? held.personId : last;
        const next = held !== null && !isThere(piece) ? nextOf(held, piece) : null;
        if (next !== null && depth < MOST_CARRIES) follow(next, taker, depth + 1);
        else if (taker !== null) takers.set(taker, (takers.get(taker) ?? 0) + piece.length);
      }
    };
    for (const range of knownLetters(letters)) follow(range, null, 0);
    return takers;
  }

  /** Who took these letters out for good, with how many of them; `standing` are all that are left. */
  removers(letters: readonly IdRange[], standing: IdRanges<IdRange>): Map<PersonId, number> {
    const removers = new Map<PersonId, number>();
    const follow = (range: IdRange, depth: number) => {
      const gone = standing.find(range).filter(({ held }) => held === null);
      for (const { held, ...piece } of gone.flatMap((part) => this.find(part))) {
        const next = held === null ? null : nextOf(held, piece);
        if (next !== null && depth < MOST_CARRIES) follow(next, depth + 1);
        else if (held !== null)
          removers.set(held.personId, (removers.get(held.personId) ?? 0) + piece.length);
      }
    };
    for (const range of letters) follow(range, 0);
    return removers;
  }

  /** Who carried these letters elsewhere, with how many of them. */
  carriers(letters: readonly LetterRun[], isThere: IsThere): Map<PersonId, number> {
    const carriers = new Map<PersonId, number>();
    const follow = (range: IdRange, depth: number) => {
      for (const { held, ...piece } of this.find(range)) {
        const next = held === null || isThere(piece) ? null : nextOf(held, piece);
        if (held === null || next === null || depth >= MOST_CARRIES) continue;
        carriers.set(held.personId, (carriers.get(held.personId) ?? 0) + piece.length);
        follow(next, depth + 1);
      }
    };
    for (const range of knownLetters(letters)) follow(range, 0);
    return carriers;
  }

  /**
   * Who took this piece out; null when nobody did, or nobody knows. A proposed look that was accepted was taken out by
   * who accepted it, though it stands on elsewhere.
   */
  takerOf(id: PieceId): PersonId | null {
    return (this.gone.at(id) ?? this.carriedOn.at(id))?.personId ?? null;
  }

  /** What this piece was before, and in whose name it became what it is; null when it was nothing else. */
  carriedFrom(id: PieceId): { readonly from: PieceId; readonly personId: PersonId } | null {
    return this.carried.at(id);
  }

  /** Undone, what was removed is found to be carried only afterwards. */
  private find(range: IdRange): readonly Found<Removal>[] {
    return this.carriedOn
      .find(range)
      .flatMap((found) => (found.held === null ? this.gone.find(found) : [found]));
  }

  /** Each part of these letters with the id that its first letter was typed under, wherever it went since. */
  traced(letters: readonly LetterRun[]): readonly TracedLetters[] {
    const traced: TracedLetters[] = [];
    const back = (now: IdRange, at: IdRange, depth: number) => {
      for (const { held, ...piece } of this.carried.find(at)) {
        const own = {
          clientId: now.clientId,
          clock: now.clock + piece.clock - at.clock,
          length: piece.length,
        };
        if (held === null || depth >= MOST_CARRIES) traced.push({ ...own, typed: piece });
        else {
          const { clientId, clock } = held.from;
          back(own, { clientId, clock: clock + piece.clock - held.clock, length: piece.length }, depth + 1);
        }
      }
    };
    for (const range of knownLetters(letters)) back(range, range, 0);
    return traced;
  }
}

function nextOf(removal: Removal, { clock, length }: IdRange): IdRange | null {
  const { carriedTo } = removal;
  if (carriedTo === null) return null;
  return { clientId: carriedTo.clientId, clock: carriedTo.clock + clock - removal.clock, length };
}
