/** Where a letter stands that was put elsewhere. */
import type * as Y from "yjs";
import type { IdRanges, PieceId } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import { isDeleted } from "./structs-in-range";

/** Letters may have been put elsewhere many times since; further than this nobody follows. */
const MOST_MOVES = 100;

/** Its place now, which is its own when it stands; null when it stands nowhere any more. */
export function placeSince(letter: PieceId, doc: Y.Doc, carried: IdRanges<Removal>): PieceId | null {
  let at: PieceId | null = letter;
  for (let moves = 0; at !== null && moves < MOST_MOVES; moves += 1) {
    if (!isDeleted(doc, { ...at, length: 1 })) return at;
    const held: Removal | null = carried.at(at);
    at = held && nextPlace(at, held);
  }
  return null;
}

/** Where a removal that holds this letter put it; null where it took it out for good. */
export function nextPlace({ clock }: PieceId, { carriedTo, clock: from }: Removal): PieceId | null {
  return carriedTo && { clientId: carriedTo.clientId, clock: carriedTo.clock + clock - from };
}
