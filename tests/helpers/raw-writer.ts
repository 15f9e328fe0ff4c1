/**
 * Somebody who writes the sync protocol's messages by hand: the `ws` client and a copy of the text, nothing of a page.
 * What is sent needn't be in the copy, which holds only what came from the server.
 */
import * as decoding from "lib0/decoding";
import { vi } from "vitest";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import type { Person } from "@/core/person";
import { decodeFrame, decodeSaved, MESSAGE_FRAME, MESSAGE_SAVED, MESSAGE_SYNC } from "@/core/protocol";
import { forge, message } from "./forged-update";
import type { SocketOffice } from "./socket-office";
import type { TestSocket } from "./test-socket";

const NOTHING = Uint8Array.of(0, 0);

/** An update as an edit makes it, of a document with the text. */
export type Deed = (doc: Y.Doc, by: Person) => void;

export class RawWriter {
  readonly doc = createSharedDocument();
  #sent = 0;
  #saved = 0;
  #code: number | null = null;

  private constructor(
    readonly person: Person,
    readonly socket: TestSocket,
  ) {
    socket.socket.on("message", (data: Buffer) => this.#take(new Uint8Array(data)));
    socket.socket.once("close", (code) => {
      this.#code = code;
    });
  }

  /** With the text, as the server sends it to whoever asks. */
  static async open(office: SocketOffice, person: Person): Promise<RawWriter> {
    const writer = new RawWriter(person, await office.connect(person));
    await writer.socket.outcome;
    writer.socket.socket.send(
      message(MESSAGE_SYNC, syncProtocol.messageYjsSyncStep1, Y.encodeStateVector(writer.doc)),
    );
    await vi.waitUntil(() => writer.doc.getXmlFragment(FRAGMENT).length > 0, {
      interval: 5,
      timeout: 20_000,
    });
    return writer;
  }

  /** Sends it as one frame; resolves with the close code, or with "saved" once the server says that it is on disk. */
  async send(deed: Deed): Promise<number | "saved"> {
    const update = forge(this, (_, doc) => deed(doc, this.person));
    this.#sendText(syncProtocol.messageYjsUpdate, update);
    await vi.waitUntil(() => this.#code !== null || this.#saved === this.#sent, {
      interval: 5,
      timeout: 20_000,
    });
    return this.#code ?? "saved";
  }

  close(): void {
    this.socket.socket.terminate();
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_FRAME) for (const part of decodeFrame(decoder)) this.#take(part);
    if (type === MESSAGE_SAVED) this.#saved = decodeSaved(decoder).count;
    if (type !== MESSAGE_SYNC) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    // Until it is answered no update is taken. There is nothing here that the server lacks.
    if (kind === syncProtocol.messageYjsSyncStep1) this.#sendText(syncProtocol.messageYjsSyncStep2, NOTHING);
    else Y.applyUpdate(this.doc, body);
  }

  /** What the server counts, and says to be saved. */
  #sendText(kind: number, update: Uint8Array): void {
    this.#sent += 1;
    this.socket.socket.send(message(MESSAGE_SYNC, kind, update));
  }
}
