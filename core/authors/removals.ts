/**
 * Who took which pieces out of a text. Yjs keeps that something was deleted, not by whom; the server
 * knows whose message did it, and keeps it beside the text. (Yjs's own PermanentUserData keeps it in the
 * document, where every page would load it and anybody could write another's name.)
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PersonId } from "../ids";
import type { IdRange, PieceId } from "./id-ranges";
import { type RemovedWords, writeRemovedWords } from "./removed-words";

/** Pieces that went together. */
export interface Removal extends IdRange {
  readonly personId: PersonId;
  /** Where the same letters stand since: what is moved or split off is deleted and written anew. */
  readonly carriedTo: PieceId | null;
}

/** One person's, as encodeRemovals() wrote them. */
export interface StoredRemovals {
  readonly personId: PersonId;
  readonly bytes: Uint8Array;
}

/** Of one person: all of `removals` must be theirs, and so the `words` that they took out last. */
export function encodeRemovals(
  removals: readonly Removal[],
  words: readonly RemovedWords[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder();
  const joined = join(removals);
  encoding.writeVarUint(encoder, joined.length);
  for (const { clientId, clock, length, carriedTo } of joined) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
    encoding.writeVarUint(encoder, carriedTo === null ? 0 : 1);
    if (carriedTo === null) continue;
    encoding.writeVarUint(encoder, carriedTo.clientId);
    encoding.writeVarUint(encoder, carriedTo.clock);
  }
  // Behind all else, where an older Lectern doesn't look for it.
  if (words.length > 0) writeRemovedWords(encoder, words);
  return encoding.toUint8Array(encoder);
}

export function decodeRemovals({ personId, bytes }: StoredRemovals): readonly Removal[] {
  const decoder = decoding.createDecoder(bytes);
  const read = () => decoding.readVarUint(decoder);
  return Array.from({ length: read() }, () => {
    const range = { clientId: read(), clock: read(), length: read() };
    const carriedTo = read() === 0 ? null : { clientId: read(), clock: read() };
    return { ...range, carriedTo, personId };
  });
}

/** The words that were stored along with the removals, as they were written; null for none. */
export function wordsBehind({ bytes }: StoredRemovals): Uint8Array | null {
  const decoder = decoding.createDecoder(bytes);
  const skip = (numbers: number) => {
    for (let left = numbers; left > 0; left -= 1) decoding.readVarUint(decoder);
  };
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    skip(3);
    if (decoding.readVarUint(decoder) !== 0) skip(2);
  }
  // A copy: what SQLite gives is a view of more, all of which would go from thread to thread.
  return decoding.hasContent(decoder) ? new Uint8Array(bytes.subarray(decoder.pos)) : null;
}

/** Neighbours that went the same way, as letters deleted one by one did, become one. */
function join(removals: readonly Removal[]): readonly Removal[] {
  const sorted = [...removals].sort((a, b) => a.clientId - b.clientId || a.clock - b.clock);
  const joined: Removal[] = [];
  for (const removal of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && follows(last, removal)) {
      joined[joined.length - 1] = { ...last, length: last.length + removal.length };
    } else joined.push(removal);
  }
  return joined;
}

function follows(last: Removal, next: Removal): boolean {
  if (last.clientId !== next.clientId || last.clock + last.length !== next.clock) return false;
  const [one, other] = [last.carriedTo, next.carriedTo];
  if (one === null || other === null) return one === other;
  return one.clientId === other.clientId && one.clock + last.length === other.clock;
}
