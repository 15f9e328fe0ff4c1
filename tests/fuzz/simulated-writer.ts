/**
 * A writer whose network is two queues that the test empties message by message, in any order
 * between writers. It judges "saved" with the page's own code (components/sync).
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { SaveTruth } from "@/components/sync/save-truth";
import { createSharedDocument } from "@/core/document/shared-document";
import type { PersonId, SpeechId } from "@/core/ids";
import { decodeFrame, decodeSaved, MESSAGE_FRAME, MESSAGE_SAVED, MESSAGE_SYNC } from "@/core/protocol";
import type { Connection } from "@/server/sync/connection";
import type { Rooms } from "@/server/sync/rooms";

interface Link {
  readonly connection: Connection;
  readonly toServer: Uint8Array[];
  readonly toWriter: Uint8Array[];
}

export class SimulatedWriter {
  doc = createSharedDocument();
  /** What this writer was last shown as saved. */
  shownAsSaved: Y.Snapshot = Y.emptySnapshot;
  /** Close codes that this writer met, other than by a cut of its network. */
  readonly refusals: number[] = [];
  #truth = new SaveTruth(this.doc);
  #link: Link | null = null;

  constructor(readonly personId: PersonId) {
    this.doc.on("update", this.#onUpdate);
  }

  get connected(): boolean {
    return this.#link !== null;
  }

  get allSaved(): boolean {
    return this.connected && this.#truth.settled && !this.#truth.unsaved;
  }

  connect(rooms: Rooms, speechId: SpeechId): void {
    const toServer: Uint8Array[] = [];
    const toWriter: Uint8Array[] = [];
    const socket = {
      bufferedBytes: 0,
      send: (frame: Uint8Array) => void toWriter.push(frame),
      close: (code: number) => {
        if (this.#link?.toWriter === toWriter) this.#link = null;
        this.refusals.push(code);
        queueMicrotask(() => connection.left());
      },
    };
    const participant = { personId: this.personId, name: "写作者", role: "editor" as const };
    const connection = rooms.accept(socket, participant, speechId);
    this.#link = { connection, toServer, toWriter };
    this.#truth.socketOpened();
    this.#send((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc));
  }

  /** The network goes; messages on the way are lost. `notice` is whether the server sees it. */
  cut(options: { notice: boolean }): void {
    const link = this.#link;
    this.#link = null;
    if (options.notice) link?.connection.left();
  }

  /** The tab is closed and opened again: the same text from the local copy, a new client id. */
  reopen(): void {
    this.cut({ notice: true });
    const saved = this.#truth.snapshot();
    const copy = Y.encodeStateAsUpdate(this.doc);
    this.doc.destroy();
    this.doc = createSharedDocument();
    Y.applyUpdate(this.doc, copy);
    this.#truth = new SaveTruth(this.doc);
    this.#truth.loaded(saved);
    this.doc.on("update", this.#onUpdate);
  }

  /** Moves one message towards the server; false when none is on the way. */
  deliverToServer(): boolean {
    const message = this.#link?.toServer.shift();
    if (message !== undefined) this.#link?.connection.receive(message);
    return message !== undefined;
  }

  /** Moves one message towards the writer; false when none is on the way. */
  deliverToWriter(): boolean {
    const message = this.#link?.toWriter.shift();
    if (message !== undefined) this.#take(message);
    return message !== undefined;
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === this) {
      this.#truth.received(transaction);
      return;
    }
    this.#truth.edited();
    if (this.connected) this.#send((encoder) => syncProtocol.writeUpdate(encoder, update));
  };

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    const start = encoding.length(encoder);
    write(encoder);
    if (encoding.length(encoder) === start) return;
    const message = encoding.toUint8Array(encoder);
    this.#link?.toServer.push(message);
    if (message[1] === syncProtocol.messageYjsSyncStep2) this.#truth.payloadSent("step2");
    if (message[1] === syncProtocol.messageYjsUpdate) this.#truth.payloadSent("update");
  }

  #take(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_FRAME) for (const part of decodeFrame(decoder)) this.#take(part);
    else if (type === MESSAGE_SAVED) {
      this.#truth.acknowledged(decodeSaved(decoder));
      if (!this.#truth.unsaved) this.shownAsSaved = Y.snapshot(this.doc);
    } else if (type === MESSAGE_SYNC) {
      this.#send((encoder) => syncProtocol.readSyncMessage(decoder, encoder, this.doc, this));
    }
  }
}
