/**
 * The messages on a speech's socket, beyond those of y-protocols. Both sides import this file.
 *
 * A message is a varuint type and a body. Types 0 (sync), 1 (awareness) and 3 (query awareness) are
 * y-websocket's own. Ours start at 100 so that they never meet a later type of theirs. One frame
 * from the server may carry several messages after each other only inside FRAME.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { LateDecision } from "./review/late-decision";

/**
 * Version of the document schema. Raise it with every change to core/document that an older tab
 * can't build: the binding deletes from the shared document what its schema doesn't know.
 */
export const SCHEMA_VERSION = 4;

/** Where the sync endpoint is: `/sync/<speechId>?schema=<SCHEMA_VERSION>&person=<personId>[&data=<generation>][&parts]`. */
export const SYNC_PATH = "/sync";
export const SCHEMA_PARAM = "schema";
/**
 * Whose page this is. Cookies are shared by all tabs: after somebody else signed in in another tab,
 * a reconnecting page would otherwise send one person's edits under the other's name. The server
 * refuses a socket whose session is another person's (`unauthenticated`).
 */
export const PERSON_PARAM = "person";
/**
 * Which generation of the server's data the page's text is of (MESSAGE_DATA_GENERATION); left out where the
 * page doesn't know. After a restore pages hold text that the server lacks, and client ids that nobody owns
 * there: the first to send them would get a colleague's text credited. The server refuses a socket of another
 * generation than its own (`data-restored`), and the page sets its text aside.
 */
export const DATA_PARAM = "data";
/** Given by a page that puts together messages which come in parts (MESSAGE_PART): to one from before them all come whole. Any value. */
export const PARTS_PARAM = "parts";
/** The same for requests: one whose session is another person's is refused (`unauthenticated`). */
export const PERSON_HEADER = "x-lectern-person";
/** On requests of a page that nobody has touched for long: they don't renew the session. Any value. */
export const IDLE_HEADER = "x-lectern-idle";

/** y-websocket's own message types. */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_QUERY_AWARENESS = 3;
/** Server → client: what of this socket's edits is on disk. Body: varuint count, varuint epoch ms. */
export const MESSAGE_SAVED = 100;
/** Server → client: whether the server can store at the moment. Body: varuint 0 | 1. */
export const MESSAGE_STORAGE = 101;
/** Server → client: what the receiver may do. Body: varstring role. Sent first by every room. */
export const MESSAGE_ROLE = 102;
/** Server → client: the speech's row changed (title, settings); fetch it again. No body. */
export const MESSAGE_SPEECH_CHANGED = 103;
/** Server → client: several messages in one frame. Body: varuint8array per message until the end. */
export const MESSAGE_FRAME = 104;
/** Server → client: whether this node hears the other nodes. Body: varuint 0 | 1. */
export const MESSAGE_RELAY = 105;

/** Server → client: threads of the speech, or reasons of decisions, changed; fetch them again. No body. */
export const MESSAGE_THREADS_CHANGED = 106;

/**
 * Client → server: the update that comes next does nothing but suggest. Body: varuint, how many updates
 * shown on this socket the page had in its text when it made it. Where it lacked some, what crossed is
 * put right; from a page that may only suggest and lacked none, more than suggestions is refused.
 */
export const MESSAGE_SUGGESTING = 107;

/** Server → client: which generation the server's data are. Body: varstring. Sent first on every socket. */
export const MESSAGE_DATA_GENERATION = 108;

/**
 * Client → server: like MESSAGE_SUGGESTING, of an update that takes back or does again what was suggested before. It was
 * made for the text of that time, which others may have built on since: so it is put right as what crossed is. No body.
 */
export const MESSAGE_TAKING_BACK = 109;

/**
 * Server → client: what the page decided on suggestions after somebody else had decided otherwise. Sent behind
 * the SAVED of the deciding. Body: per decision varstring suggestion, varstring outcome, varstring words, until the end.
 */
export const MESSAGE_LATE_DECISIONS = 110;

/**
 * Server → client, to a page that asked for it (PARTS_PARAM): a part of a large message. Body: varuint, how many bytes of the
 * message come after this part; then the part's, to the end. A message's parts come one after the other, nothing between.
 */
export const MESSAGE_PART = 111;

/**
 * "Saved" as the server tells it. `count` is how many sync payloads (sync step 2 and update
 * messages) that arrived on this socket, in order, are durable. Counting messages rather than clocks
 * covers deletions too, which don't advance a Yjs clock.
 */
export interface Saved {
  readonly count: number;
  /** The server's clock when the commit returned, epoch milliseconds. */
  readonly savedAt: number;
}

export function encodeSaved({ count, savedAt }: Saved): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SAVED);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, savedAt);
  return encoding.toUint8Array(encoder);
}

/** Reads a SAVED body; the decoder stands after the type. */
export function decodeSaved(decoder: decoding.Decoder): Saved {
  return { count: decoding.readVarUint(decoder), savedAt: decoding.readVarUint(decoder) };
}

export function encodeStorageState(available: boolean): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_STORAGE);
  encoding.writeVarUint(encoder, available ? 1 : 0);
  return encoding.toUint8Array(encoder);
}

export function decodeStorageState(decoder: decoding.Decoder): boolean {
  return decoding.readVarUint(decoder) === 1;
}

/** Without the relay edits made through other nodes arrive some seconds late; none is lost. */
export function encodeRelayState(available: boolean): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_RELAY);
  encoding.writeVarUint(encoder, available ? 1 : 0);
  return encoding.toUint8Array(encoder);
}

export function decodeRelayState(decoder: decoding.Decoder): boolean {
  return decoding.readVarUint(decoder) === 1;
}

export function encodeRole(role: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_ROLE);
  encoding.writeVarString(encoder, role);
  return encoding.toUint8Array(encoder);
}

export function decodeRole(decoder: decoding.Decoder): string {
  return decoding.readVarString(decoder);
}

export function encodeDataGeneration(generation: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_DATA_GENERATION);
  encoding.writeVarString(encoder, generation);
  return encoding.toUint8Array(encoder);
}

export function decodeDataGeneration(decoder: decoding.Decoder): string {
  return decoding.readVarString(decoder);
}

export function encodeLateDecisions(late: readonly LateDecision[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_LATE_DECISIONS);
  for (const { suggestion, outcome, words } of late) {
    for (const text of [suggestion, outcome, words]) encoding.writeVarString(encoder, text);
  }
  return encoding.toUint8Array(encoder);
}

/** Reads a LATE_DECISIONS body; the decoder stands after the type. */
export function decodeLateDecisions(decoder: decoding.Decoder): LateDecision[] {
  const late: LateDecision[] = [];
  while (decoding.hasContent(decoder)) {
    const suggestion = decoding.readVarString(decoder);
    const outcome = decoding.readVarString(decoder) === "accepted" ? "accepted" : "rejected";
    late.push({ suggestion, outcome, words: decoding.readVarString(decoder) });
  }
  return late;
}

export function encodeSpeechChanged(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SPEECH_CHANGED);
  return encoding.toUint8Array(encoder);
}

export function encodeThreadsChanged(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_THREADS_CHANGED);
  return encoding.toUint8Array(encoder);
}

export function encodeSuggesting(seen: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SUGGESTING);
  encoding.writeVarUint(encoder, seen);
  return encoding.toUint8Array(encoder);
}

export function encodeTakingBack(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_TAKING_BACK);
  return encoding.toUint8Array(encoder);
}

/** Packs whole messages into one frame, so that a room builds and sends one buffer per turn. */
export function encodeFrame(messages: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_FRAME);
  for (const message of messages) encoding.writeVarUint8Array(encoder, message);
  return encoding.toUint8Array(encoder);
}

/** Reads a FRAME body into its messages; the decoder stands after the type. */
export function decodeFrame(decoder: decoding.Decoder): Uint8Array[] {
  const messages: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) messages.push(decoding.readVarUint8Array(decoder));
  return messages;
}
