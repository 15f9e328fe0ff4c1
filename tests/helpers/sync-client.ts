/**
 * A client of the sync engine without a network: a Y.Doc that speaks the protocol to a Connection.
 * Messages go back and forth synchronously, so that a test decides every interleaving.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { undoneBy } from "@/components/sync/suggested-steps";
import type { Role } from "@/core/access";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { closeErrorOf } from "@/core/errors";
import { newPersonId, type PersonId, type SpeechId } from "@/core/ids";
import {
  decodeFrame,
  decodeLateDecisions,
  decodeRelayState,
  decodeRole,
  decodeSaved,
  decodeStorageState,
  encodeSuggesting,
  encodeTakingBack,
  MESSAGE_AWARENESS,
  MESSAGE_FRAME,
  MESSAGE_LATE_DECISIONS,
  MESSAGE_RELAY,
  MESSAGE_ROLE,
  MESSAGE_SAVED,
  MESSAGE_SPEECH_CHANGED,
  MESSAGE_STORAGE,
  MESSAGE_SYNC,
  MESSAGE_THREADS_CHANGED,
} from "@/core/protocol";
import type { LateDecision } from "@/core/review/late-decision";
import type { Connection } from "@/server/sync/connection";
import type { Rooms } from "@/server/sync/rooms";

export interface ClientOptions {
  readonly role?: Role;
  readonly personId?: PersonId;
  readonly name?: string;
  /** Continue with this document, as after a reconnect. */
  readonly doc?: Y.Doc;
  /** Says of each update that it only suggests, as the page does. */
  readonly suggests?: boolean;
}

export class SyncClient {
  readonly doc: Y.Doc;
  readonly personId: PersonId;
  readonly frames: Uint8Array[] = [];
  readonly awareness: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;
  role: string | null = null;
  savedCount = 0;
  storageStates: boolean[] = [];
  relayStates: boolean[] = [];
  /** What it was told to read again. */
  news: ("threads-changed" | "speech-changed")[] = [];
  /** What it decided after somebody else had decided otherwise. */
  late: LateDecision[] = [];
  /** What the test pretends the network hasn't taken yet. */
  bufferedBytes = 0;
  private sentPayloads = 0;
  private seen = 0;
  /** Whether it says so of its updates. */
  suggests: boolean;
  private readonly connection: Connection;

  constructor(rooms: Rooms, speechId: SpeechId, options: ClientOptions = {}) {
    this.doc = options.doc ?? createSharedDocument();
    this.personId = options.personId ?? newPersonId();
    this.suggests = options.suggests ?? false;
    const client = this;
    const socket = {
      send: (frame: Uint8Array) => client.take(frame),
      close: (code: number, reason: string) => {
        client.closed ??= { code, reason };
        queueMicrotask(() => client.connection.left());
      },
      get bufferedBytes() {
        return client.bufferedBytes;
      },
    };
    this.connection = rooms.accept(
      socket,
      { personId: this.personId, name: options.name ?? "张三", role: options.role ?? "editor" },
      speechId,
    );
    this.doc.on("update", this.onUpdate);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeSyncStep1(encoder, this.doc);
    this.send(encoding.toUint8Array(encoder));
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== this) this.sendUpdate(update, undoneBy(origin));
  };

  get closeError() {
    return this.closed === null ? null : closeErrorOf(this.closed.code);
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(FRAGMENT);
  }

  /** Everything sent on this socket has been acknowledged. */
  get allSaved(): boolean {
    return this.sentPayloads > 0 && this.savedCount === this.sentPayloads;
  }

  /** Appends a paragraph, as one update. */
  write(text: string): void {
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(text)]);
      this.fragment.insert(this.fragment.length, [paragraph]);
    });
  }

  sendUpdate(update: Uint8Array, undone: ReturnType<typeof undoneBy> = null): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeUpdate(encoder, update);
    this.sentPayloads += 1;
    const takesBack = undone === "suggestions" || (undone !== null && this.suggests);
    if (takesBack) this.send(encodeTakingBack());
    else if (this.suggests) this.send(encodeSuggesting(this.seen));
    this.send(encoding.toUint8Array(encoder));
  }

  send(bytes: Uint8Array): void {
    if (this.closed === null) this.connection.receive(bytes);
  }

  /** The network goes away without a word. */
  disconnect(): void {
    this.closed ??= { code: 1006, reason: "" };
    this.doc.off("update", this.onUpdate);
    this.connection.left();
  }

  private take(frame: Uint8Array): void {
    this.frames.push(frame);
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_FRAME) for (const message of decodeFrame(decoder)) this.take(message);
    else if (type === MESSAGE_SAVED) this.savedCount = decodeSaved(decoder).count;
    else if (type === MESSAGE_STORAGE) this.storageStates.push(decodeStorageState(decoder));
    else if (type === MESSAGE_RELAY) this.relayStates.push(decodeRelayState(decoder));
    else if (type === MESSAGE_ROLE) this.role = decodeRole(decoder);
    else if (type === MESSAGE_AWARENESS) this.awareness.push(decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_SYNC) this.sync(decoder);
    else if (type === MESSAGE_THREADS_CHANGED) this.news.push("threads-changed");
    else if (type === MESSAGE_SPEECH_CHANGED) this.news.push("speech-changed");
    else if (type === MESSAGE_LATE_DECISIONS) this.late.push(...decodeLateDecisions(decoder));
    else throw new Error(`message type ${type}`);
  }

  private sync(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.doc, this);
    if (kind === syncProtocol.messageYjsUpdate) this.seen += 1;
    if (encoding.length(encoder) <= 1) return;
    this.sentPayloads += 1;
    if (this.suggests) this.send(encodeSuggesting(this.seen));
    this.send(encoding.toUint8Array(encoder));
  }
}
