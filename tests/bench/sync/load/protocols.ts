/** How each server wants to be spoken to. Every one carries y-protocols messages inside. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { decodeFrame, MESSAGE_AWARENESS, MESSAGE_FRAME, MESSAGE_SYNC, SYNC_PATH } from "@/core/protocol";

export type ServerMessage =
  /** The server asks for what it lacks. */
  | { readonly kind: "state-vector" }
  /** The server's answer to our state vector; from here on the socket is in step. */
  | { readonly kind: "sync-reply"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "authenticated" }
  | { readonly kind: "other" };

export interface Protocol {
  path(room: string): string;
  /** What to send first; null waits for nothing and counts the socket as in step at once. */
  greeting(room: string): Uint8Array | null;
  /** Wraps a y-protocols message for the wire. */
  wrap(room: string, message: Uint8Array): Uint8Array;
  read(frame: Uint8Array): readonly ServerMessage[];
}

const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;
const EMPTY_STATE_VECTOR = Y.encodeStateVector(new Y.Doc());

const encodeSync = (subType: number, body: Uint8Array) =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, subType);
    encoding.writeVarUint8Array(encoder, body);
  });
/** "I have nothing": the server answers with the whole text. */
export const syncRequest = encodeSync(SYNC_STEP_1, EMPTY_STATE_VECTOR);
/** "I have nothing that you lack." */
export const emptySyncReply = encodeSync(SYNC_STEP_2, Y.encodeStateAsUpdate(new Y.Doc()));
export const encodeUpdate = (update: Uint8Array) => encodeSync(SYNC_UPDATE, update);

/** One client's caret as y-protocols/awareness writes it. */
export function encodeCursor(clientId: number, clock: number, state: string): Uint8Array {
  const body = encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, body);
  });
}

const yWebsocket: Protocol = {
  path: (room) => `/${room}`,
  greeting: () => syncRequest,
  wrap: (_room, message) => message,
  read: (frame) => [readMessage(decoding.createDecoder(frame))],
};

const relay: Protocol = { ...yWebsocket, greeting: () => null };

const lectern: Protocol = {
  ...yWebsocket,
  path: (room) => `${SYNC_PATH}/${room}`,
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    if (decoding.peekVarUint(decoder) !== MESSAGE_FRAME) return [readMessage(decoder)];
    decoding.readVarUint(decoder);
    return decodeFrame(decoder).map((message) => readMessage(decoding.createDecoder(message)));
  },
};

/** Hocuspocus 4: every message begins with the document's name, and a token opens the conversation. */
const HOCUSPOCUS_AUTH = 2;
const HOCUSPOCUS_SYNC_REPLY = 4;
const AUTH_TOKEN = 0;
const AUTHENTICATED = 2;

const hocuspocus: Protocol = {
  path: () => "/",
  greeting: (room) =>
    encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
      encoding.writeVarUint(encoder, AUTH_TOKEN);
      encoding.writeVarString(encoder, "");
    }),
  wrap: (room, message) =>
    encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeUint8Array(encoder, message);
    }),
  read(frame) {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    if (decoding.peekVarUint(decoder) !== HOCUSPOCUS_AUTH) return [readMessage(decoder)];
    decoding.readVarUint(decoder);
    return [{ kind: decoding.readVarUint(decoder) === AUTHENTICATED ? "authenticated" : "other" }];
  },
};

function readMessage(decoder: decoding.Decoder): ServerMessage {
  const type = decoding.readVarUint(decoder);
  if (type !== MESSAGE_SYNC && type !== HOCUSPOCUS_SYNC_REPLY) return { kind: "other" };
  const subType = decoding.readVarUint(decoder);
  if (subType === SYNC_STEP_1) return { kind: "state-vector" };
  const update = decoding.readVarUint8Array(decoder);
  return { kind: subType === SYNC_STEP_2 ? "sync-reply" : "update", update };
}

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export const PROTOCOLS = { lectern, hocuspocus, "y-websocket": yWebsocket, relay } as const;
export type ServerName = keyof typeof PROTOCOLS;
