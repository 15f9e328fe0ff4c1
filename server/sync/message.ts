/**
 * Reads what a client sends into one of six messages. Pure: no sockets, no documents. Anything that
 * isn't exactly one of them, to the last byte, is refused here.
 */
import * as decoding from "lib0/decoding";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import {
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SUGGESTING,
  MESSAGE_SYNC,
  MESSAGE_TAKING_BACK,
} from "@/core/protocol";
import { type AwarenessEntry, decodeAwareness } from "./awareness-message";
import { malformedBy } from "./malformed";

/** Sub-types of a sync message, from y-protocols/sync. */
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

export type ClientMessage =
  /** "This is what I have": answered with what is missing. */
  | { readonly kind: "state-vector"; readonly stateVector: Uint8Array }
  /** The answer to the server's own state vector: everything the server lacks. */
  | { readonly kind: "sync-reply"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  /**
   * The update that follows does nothing but suggest, on top of so many updates shown on this socket; before all of
   * them when it takes back what was suggested earlier.
   */
  | { readonly kind: "suggesting"; readonly seen: number }
  | { readonly kind: "awareness"; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: "query-awareness" };

/** Throws AppError `malformed-message`, `unknown-message` or `too-large`. */
export function decodeClientMessage(bytes: Uint8Array): ClientMessage {
  if (bytes.length > LIMITS.messageBytes) throw new AppError("too-large", `${bytes.length} bytes`);
  const decoder = decoding.createDecoder(bytes);
  let message: ClientMessage;
  try {
    message = decodeBody(decoder);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw malformedBy(error);
  }
  if (decoding.hasContent(decoder)) throw new AppError("malformed-message", "trailing bytes");
  return message;
}

function decodeBody(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE_SYNC:
      return decodeSync(decoder);
    case MESSAGE_AWARENESS:
      return { kind: "awareness", entries: decodeAwareness(decoding.readVarUint8Array(decoder)) };
    case MESSAGE_SUGGESTING:
      return { kind: "suggesting", seen: decoding.readVarUint(decoder) };
    case MESSAGE_TAKING_BACK:
      return { kind: "suggesting", seen: -1 };
    case MESSAGE_QUERY_AWARENESS:
      return { kind: "query-awareness" };
    default:
      throw new AppError("unknown-message", `type ${type}`);
  }
}

function decodeSync(decoder: decoding.Decoder): ClientMessage {
  const subType = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (subType) {
    case SYNC_STEP_1:
      expectStateVector(body);
      return { kind: "state-vector", stateVector: body };
    case SYNC_STEP_2:
      return { kind: "sync-reply", update: body };
    case SYNC_UPDATE:
      return { kind: "update", update: body };
    default:
      throw new AppError("unknown-message", `sync type ${subType}`);
  }
}

/** Clients with their clocks. Read as late as an update is taken in by it, a broken one would leave that half done. */
function expectStateVector(bytes: Uint8Array): void {
  const decoder = decoding.createDecoder(bytes);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
  }
  if (decoding.hasContent(decoder))
    throw new AppError("malformed-message", "a state vector's trailing bytes");
}
