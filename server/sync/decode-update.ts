/**
 * Reads a V1 update strictly. Yjs itself is lenient: it takes a V2 update for an empty one, and two
 * blocks of one client for the second only, which inside a merged batch would drop somebody else's
 * edits. What passes here reads the same in every Yjs function.
 */
import type { Decoder } from "lib0/decoding";
import * as Y from "yjs";
import type { IdRange } from "@/core/authors/id-ranges";
import { AppError } from "@/core/errors";
import type { Struct } from "./accepted-state";
import { malformedBy } from "./malformed";

/** Past this a client's clock is a forgery; a person typing for a year stays under 10⁸. */
const MAX_CLOCK = 2 ** 31;

export interface DecodedUpdate {
  /** By client id, descending; by clock within a client. Gaps are left out. */
  readonly structs: readonly Struct[];
  readonly deletions: readonly IdRange[];
}

/** Yjs makes the decoder itself and keeps it; where it stopped is told by the newest one. */
let newest: Decoder | undefined;

/** One class for all calls: with a class of its own each, nothing in Yjs's readers would be optimised. */
class RememberingDecoder extends Y.UpdateDecoderV1 {
  constructor(decoder: Decoder) {
    super(decoder);
    newest = decoder;
  }
}

/** Throws AppError `malformed-message` for anything an honest encoder wouldn't write. */
export function decodeUpdate(update: Uint8Array): DecodedUpdate {
  let decoded: ReturnType<typeof Y.decodeUpdateV2>;
  try {
    decoded = Y.decodeUpdateV2(update, RememberingDecoder);
  } catch (error) {
    throw malformedBy(error);
  }
  if (newest?.pos !== update.length) throw malformed("trailing bytes");
  return { structs: checkStructs(decoded.structs), deletions: checkDeletions(decoded.ds) };
}

function checkStructs(all: readonly (Struct | Y.Skip)[]): Struct[] {
  const structs: Struct[] = [];
  let client = Number.POSITIVE_INFINITY;
  let clock = 0;
  for (const struct of all) {
    const { id, length } = struct;
    if (id.client > client) throw malformed("clients out of order");
    if (id.client === client && id.clock !== clock) throw malformed("a client's block twice");
    if (length <= 0 || id.clock + length > MAX_CLOCK) throw malformed("length");
    client = id.client;
    clock = id.clock + length;
    if (!(struct instanceof Y.Skip)) structs.push(struct);
  }
  return structs;
}

function checkDeletions(deleteSet: ReturnType<typeof Y.createDeleteSet>): IdRange[] {
  const deletions: IdRange[] = [];
  for (const [clientId, ranges] of deleteSet.clients) {
    let end = 0;
    for (const { clock, len } of ranges) {
      if (len <= 0 || clock + len > MAX_CLOCK) throw malformed("deleted length");
      // Yjs walks all that a range covers, here and in every browser: once each must be enough.
      if (clock < end) throw malformed("deleted twice");
      end = clock + len;
      deletions.push({ clientId, clock, length: len });
    }
  }
  return deletions;
}

function malformed(detail: string): AppError {
  return new AppError("malformed-message", detail);
}
