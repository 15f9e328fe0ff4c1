/** The awareness format of y-protocols: a count, then client id, clock and JSON state for each. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { AppError } from "@/core/errors";
import { MESSAGE_AWARENESS } from "@/core/protocol";

/** One client's state inside an awareness message. `state` is null when it leaves. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: unknown;
}

/** Reads the body of an awareness message. Throws for anything that isn't one to the last byte. */
export function decodeAwareness(body: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(body);
  const count = decoding.readVarUint(decoder);
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ clientId, clock, state: JSON.parse(decoding.readVarString(decoder)) });
  }
  if (decoding.hasContent(decoder)) throw new AppError("malformed-message", "trailing bytes");
  return entries;
}

/** A whole awareness message from client ids, clocks and states in JSON ("null" for who leaves). */
export function encodeAwareness(entries: readonly (readonly [number, number, string])[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const [clientId, clock, json] of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** The body of a whole awareness message that this module wrote. */
export function awarenessBody(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}
