/**
 * Large messages on their way to a page, in parts. A message is there only once its last byte is: over a slow line
 * neither side would hear anything of the other meanwhile and take the line for dead. Both sides import this file.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE_PART } from "./protocol";

/** What a line of 20 kbit/s brings within the half minute that a page waits for a message. */
const PART_BYTES = 64 * 1024;

/** Whether a message goes in parts to a page that takes them. */
export const isParted = (message: Uint8Array): boolean => message.length > PART_BYTES;

/** The messages that bring `message`, in order. */
export function partsOf(message: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < message.length; from += PART_BYTES) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_PART);
    encoding.writeVarUint(encoder, Math.max(0, message.length - from - PART_BYTES));
    encoding.writeUint8Array(encoder, message.subarray(from, from + PART_BYTES));
    parts.push(encoding.toUint8Array(encoder));
  }
  return parts;
}

/** Puts together the parts that come on one socket. */
export class PartJoiner {
  #parts: Uint8Array[] = [];

  /** Takes a PART body; the decoder stands after the type. Returns the message that it completes, or null. */
  take(decoder: decoding.Decoder): Uint8Array | null {
    const left = decoding.readVarUint(decoder);
    this.#parts.push(decoding.readTailAsUint8Array(decoder));
    if (left > 0) return null;
    const parts = this.#parts;
    this.#parts = [];
    const message = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      message.set(part, at);
      at += part.length;
    }
    return message;
  }
}
