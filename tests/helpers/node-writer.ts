/**
 * A writer in Node over a real WebSocket: y-websocket's provider with the page's own message handling
 * and its own judgement of what is saved (components/sync), but no editor and no local copy.
 */

import type { Socket } from "node:net";
import { WebSocket as NodeWebSocket } from "ws";
import { applyAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { AT_ONCE } from "@/components/sync/after-paint";
import { CompositionHold } from "@/components/sync/composition-hold";
import { countedSocket } from "@/components/sync/counted-socket";
import { SaveTruth } from "@/components/sync/save-truth";
import { claimData } from "@/components/sync/speech-provider";
import { installMessages } from "@/components/sync/sync-messages";
import type { Pace } from "@/components/sync/typing-pace";
import { createSharedDocument } from "@/core/document/shared-document";
import { type CloseErrorCode, closeErrorOf } from "@/core/errors";
import { PARTS_PARAM, PERSON_PARAM, SCHEMA_PARAM, SCHEMA_VERSION, SYNC_PATH } from "@/core/protocol";
import { atOnce } from "./no-pace";
import type { Account } from "./office";
import type { Visitor } from "./visitor";

export interface NodeWriterOptions {
  readonly schemaVersion?: number;
  /** The longest pause between two attempts to connect; without it the page's own. */
  readonly longestPauseMs?: number;
  /** The connection that it uses; without it one of its own. */
  readonly createConnection?: () => Socket;
  /** When others' edits come in; without it at once. */
  readonly pace?: Pace;
}

/** What of an account and its browser a writer needs. */
interface WriterAccount extends Omit<Account, "visitor"> {
  readonly visitor: Pick<Visitor, "url" | "cookieHeader">;
}

export class NodeWriter {
  readonly doc = createSharedDocument();
  /** What this writer was last shown as saved, as its page would have said. */
  shownAsSaved: Y.Snapshot = Y.emptySnapshot;
  /** Set when the server refused for good. */
  refusal: CloseErrorCode | null = null;
  /** Called with it. */
  onRefused: (code: CloseErrorCode) => void = () => {};
  /** How often the connection was made. */
  connections = 0;
  /** Acknowledgements received. */
  acknowledgements = 0;
  /** Called after every acknowledgement. */
  onAcknowledged: () => void = () => {};
  readonly #truth = new SaveTruth(this.doc);
  readonly #provider: WebsocketProvider;
  readonly #stop: () => void;

  constructor({ visitor, person }: WriterAccount, speechId: string, options: NodeWriterOptions = {}) {
    this.doc.on("update", this.#countEdit);
    this.#provider = new WebsocketProvider(
      visitor.url.replace("http", "ws") + SYNC_PATH,
      speechId,
      this.doc,
      {
        disableBc: true,
        maxBackoffTime: options.longestPauseMs,
        params: {
          [SCHEMA_PARAM]: String(options.schemaVersion ?? SCHEMA_VERSION),
          [PERSON_PARAM]: person.id,
          [PARTS_PARAM]: "1",
        },
        WebSocketPolyfill: countedSocket(
          socketOf(visitor, options.createConnection),
          {
            opened: () => this.#truth.socketOpened(),
            payloadSent: (kind) => this.#truth.payloadSent(kind),
          },
          AT_ONCE,
        ),
      },
    );
    this.#provider.on("status", ({ status }) => {
      if (status === "connected") this.connections += 1;
    });
    this.#provider.on("closed", ({ code }) => {
      this.refusal = closeErrorOf(code) ?? "internal";
      this.onRefused(this.refusal);
    });
    this.#stop = installMessages(
      this.#provider,
      { hold: new CompositionHold(), pace: options.pace ?? atOnce },
      {
        saved: (saved) => {
          this.#truth.acknowledged(saved);
          this.acknowledgements += 1;
          if (!this.#truth.unsaved) this.shownAsSaved = Y.snapshot(this.doc);
          this.onAcknowledged();
        },
        storage: () => {},
        relay: () => {},
        role: () => {},
        dataGeneration: (generation) => claimData(this.#provider, generation),
        speechChanged: () => {},
        threadsChanged: () => undefined,
        lateDecisions: () => undefined,
        step2Received: () => {},
        updatesTaken: () => {},
        presence: (update) => applyAwarenessUpdate(this.#provider.awareness, update, this.#provider),
      },
    );
  }

  /** In sync with the server, everything of its own acknowledged. */
  get allSaved(): boolean {
    return this.#provider.synced && this.#truth.settled && !this.#truth.unsaved;
  }

  get connected(): boolean {
    return this.#provider.wsconnected;
  }

  /** Goes offline as by the network's fault; edits go on. */
  disconnect(): void {
    this.#provider.disconnect();
  }

  connect(): void {
    this.#provider.connect();
  }

  close(): void {
    this.#stop();
    this.#provider.destroy();
    this.doc.destroy();
  }

  readonly #countEdit = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === this.#provider) this.#truth.received(transaction);
    else this.#truth.edited();
  };
}

/** The `ws` client with what a browser adds by itself: cookies and the page's origin. */
function socketOf(
  visitor: WriterAccount["visitor"],
  createConnection: NodeWriterOptions["createConnection"],
): typeof WebSocket {
  class VisitorSocket extends NodeWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const headers = { cookie: visitor.cookieHeader, origin: visitor.url };
      super(url, protocols, { headers, ...(createConnection && { createConnection }) });
    }
  }
  // `ws` implements the browser's interface; its typings differ in event classes only.
  return VisitorSocket as unknown as typeof WebSocket;
}
