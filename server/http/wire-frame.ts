/**
 * A message as the bytes of a WebSocket frame (RFC 6455, section 5.2), built once however many sockets
 * it goes to. `ws` would build a header per socket and write it apart from the message.
 */
import { partsOf } from "@/core/message-parts";

const FINAL_BINARY = 0x82;

/** The newest message and its frame: a room hands the same array to one socket after the other. */
let newest: Uint8Array | null = null;
let newestFrame: Buffer = Buffer.alloc(0);

/** The frame of a binary message, unmasked as a server sends it. The message must not change any more. */
export function wireFrame(message: Uint8Array): Buffer {
  if (message !== newest) {
    newestFrame = encode(message);
    newest = message;
  }
  return newestFrame;
}

/** As long as a room still sends the message; a document of megabytes isn't kept for the next one. */
const parted = new WeakMap<Uint8Array, readonly Buffer[]>();

/** The frames of a message that goes in parts. It must not change any more either. */
export function wireParts(message: Uint8Array): readonly Buffer[] {
  const known = parted.get(message);
  if (known !== undefined) return known;
  const frames = partsOf(message).map(encode);
  parted.set(message, frames);
  return frames;
}

function encode(message: Uint8Array): Buffer {
  const { length } = message;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = FINAL_BINARY;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, header);
  return frame;
}
