/** Our own messages on y-websocket's provider, and the gate for others' edits: see typing-pace.ts, composition-hold.ts. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, writeSyncStep1, writeSyncStep2 } from "y-protocols/sync";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { ROLES, type Role } from "@/core/access";
import { CLOSE_CODE } from "@/core/errors";
import { PartJoiner } from "@/core/message-parts";
import {
  decodeDataGeneration,
  decodeFrame,
  decodeLateDecisions,
  decodeRelayState,
  decodeRole,
  decodeSaved,
  decodeStorageState,
  MESSAGE_AWARENESS,
  MESSAGE_DATA_GENERATION,
  MESSAGE_FRAME,
  MESSAGE_LATE_DECISIONS,
  MESSAGE_PART,
  MESSAGE_RELAY,
  MESSAGE_ROLE,
  MESSAGE_SAVED,
  MESSAGE_SPEECH_CHANGED,
  MESSAGE_STORAGE,
  MESSAGE_SYNC,
  MESSAGE_THREADS_CHANGED,
  type Saved,
} from "@/core/protocol";
import type { LateDecision } from "@/core/review/late-decision";
import type { AfterPaint } from "./after-paint";
import type { CompositionHold } from "./composition-hold";
import { behindTyping, type Pace } from "./typing-pace";

export interface MessageListener {
  saved(saved: Saved): void;
  storage(available: boolean): void;
  /** Whether this server hears the other ones. */
  relay(available: boolean): void;
  role(role: Role): void;
  /** Which generation the server's data are; before anything of them comes. */
  dataGeneration(generation: string): void;
  speechChanged(): void;
  threadsChanged(): void;
  lateDecisions(late: readonly LateDecision[]): void;
  /** A sync step 2, before it is applied. */
  step2Received(update: Uint8Array): void;
  /** So many updates of the socket that is open now are in the document. */
  updatesTaken(count: number): void;
  /** Others' presence, in awareness encoding; after the edits that came before it. */
  presence(update: Uint8Array): void;
}

/** When others' edits may come in. */
export interface Gate {
  readonly hold: CompositionHold;
  readonly pace: Pace;
}

export const pageGate = (hold: CompositionHold, painted: AfterPaint): Gate => ({
  hold,
  pace: behindTyping(painted),
});

/** Extends `provider` by the messages of core/protocol.ts. Returns the way to stop. */
export function installMessages(
  provider: WebsocketProvider,
  gate: Gate,
  listener: MessageListener,
): () => void {
  const handlers = provider.messageHandlers;
  const gated = gateSync(provider, gate, listener);
  handlers[MESSAGE_SAVED] = (_encoder, decoder) => listener.saved(decodeSaved(decoder));
  handlers[MESSAGE_STORAGE] = (_encoder, decoder) => listener.storage(decodeStorageState(decoder));
  handlers[MESSAGE_RELAY] = (_encoder, decoder) => listener.relay(decodeRelayState(decoder));
  handlers[MESSAGE_DATA_GENERATION] = (_encoder, decoder) =>
    listener.dataGeneration(decodeDataGeneration(decoder));
  handlers[MESSAGE_SPEECH_CHANGED] = () => listener.speechChanged();
  handlers[MESSAGE_THREADS_CHANGED] = () => {
    // A new thread's mark came before this; without it the thread would be shown as lost.
    gated.now();
    listener.threadsChanged();
  };
  handlers[MESSAGE_LATE_DECISIONS] = (_encoder, decoder) =>
    listener.lateDecisions(decodeLateDecisions(decoder));
  handlers[MESSAGE_ROLE] = (_encoder, decoder) => {
    const name = decodeRole(decoder);
    // A role this page doesn't know is a newer server's; read-only is the safe reading of it.
    listener.role(ROLES.find((role) => role === name) ?? "viewer");
  };
  handlers[MESSAGE_FRAME] = (_encoder, decoder) => {
    for (const message of decodeFrame(decoder)) dispatch(provider, message);
  };
  handlers[MESSAGE_PART] = joinParts(provider);
  return gated.stop;
}

/** What an earlier socket left half sent is forgotten: the next one sends it anew. */
function joinParts(
  provider: WebsocketProvider,
): (encoder: encoding.Encoder, decoder: decoding.Decoder) => void {
  let joiner = new PartJoiner();
  let socket: WebSocket | null = null;
  return (_encoder, decoder) => {
    if (socket !== provider.ws) joiner = new PartJoiner();
    socket = provider.ws;
    const message = joiner.take(decoder);
    if (message !== null) dispatch(provider, message);
  };
}

/** Handles one message of a frame, or one that came in parts, as y-websocket handles one that came alone, its reply included. */
function dispatch(provider: WebsocketProvider, message: Uint8Array): void {
  const decoder = decoding.createDecoder(message);
  const encoder = encoding.createEncoder();
  const type = decoding.readVarUint(decoder);
  const handler = provider.messageHandlers[type];
  if (handler === undefined) throw new Error(`Unknown message type ${type}`);
  handler(encoder, decoder, provider, true, type);
  // Length 1 is the bare type that y-websocket's sync handler writes even without a reply.
  if (encoding.length(encoder) > 1) provider.ws?.send(encoding.toUint8Array(encoder));
}

interface HeldUpdate {
  readonly update: Uint8Array;
  readonly socket: WebSocket | null;
  /** A step 2, which completes the sync of its socket. */
  readonly isStep2: boolean;
}

/** Replaces the handlers of edits and presence: they wait for their turn, in order of arrival. */
function gateSync(provider: WebsocketProvider, { hold, pace }: Gate, listener: MessageListener) {
  let held: HeldUpdate[] = [];
  let presence: { readonly update: Uint8Array; readonly socket: WebSocket | null }[] = [];

  const take = () => {
    if (!hold.active) applyHeld();
    const told = presence;
    presence = [];
    for (const { update, socket } of told) {
      // With a lost connection everybody left the page.
      if (socket === provider.ws) listener.presence(update);
    }
  };
  const turns = pace(take);

  /** Nothing more is taken from it: with another's text under its id Yjs would give this page a new one. */
  let refused: WebSocket | null = null;
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder) => {
    if (refused !== null && refused === provider.ws) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind === messageYjsSyncStep1) {
      if (isTaken(provider.doc, body)) {
        refused = provider.ws;
        provider.ws?.close(CLOSE_CODE["author-mismatch"], "author-mismatch");
        return;
      }
      encoding.writeVarUint(encoder, MESSAGE_SYNC);
      writeSyncStep2(encoder, provider.doc, body);
      return;
    }
    const isStep2 = kind === messageYjsSyncStep2;
    if (isStep2) listener.step2Received(body);
    held.push({ update: body, socket: provider.ws, isStep2 });
    // Opening the speech waits for nothing.
    if (isStep2) turns.now();
    else turns.request();
  };
  provider.messageHandlers[MESSAGE_AWARENESS] = (_encoder, decoder) => {
    presence.push({ update: decoding.readVarUint8Array(decoder), socket: provider.ws });
    turns.request();
  };

  function applyHeld(): void {
    if (held.length === 0) return;
    const updates = held;
    held = [];
    // One transaction, so that the editor renders once. The provider as origin keeps it from being sent back.
    Y.transact(
      provider.doc,
      () => {
        for (const { update } of updates) Y.applyUpdate(provider.doc, update, provider);
      },
      provider,
      false,
    );
    // What waited over a lost connection says nothing about the socket that is open now.
    const current = updates.filter(({ socket }) => socket === provider.ws);
    listener.updatesTaken(current.filter(({ isStep2 }) => !isStep2).length);
    if (current.some(({ isStep2 }) => isStep2)) provider.synced = true;
  }

  const stopRelease = hold.onRelease("remote", applyHeld);
  const stop = () => {
    stopRelease();
    turns.stop();
  };
  return { now: turns.now, stop };
}

/**
 * Whether the server holds more under this page's own client id than was written here: somebody else took
 * it. What was written here would count as known there, and so as saved, without being anywhere.
 */
function isTaken({ clientID, store }: Y.Doc, stateVector: Uint8Array): boolean {
  return (Y.decodeStateVector(stateVector).get(clientID) ?? 0) > Y.getState(store, clientID);
}

/** Asks the server for its whole document, whatever is here already. Answered by a step 2. */
export function askForEverything(provider: WebsocketProvider): void {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  writeSyncStep1(encoder, new Y.Doc());
  provider.ws?.send(encoding.toUint8Array(encoder));
}
