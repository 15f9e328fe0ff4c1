/** A WebSocket that reports the sync payloads passing through it, for y-websocket's polyfill option. */
import * as decoding from "lib0/decoding";
import { messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { MESSAGE_SYNC } from "@/core/protocol";
import type { Later } from "./after-paint";
import type { PayloadKind } from "./save-tracker";

/** The kind of edit-carrying payload in a message, or null for every other message. */
export function payloadKindOf(message: Uint8Array): PayloadKind | null {
  const decoder = decoding.createDecoder(message);
  if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return null;
  switch (decoding.readVarUint(decoder)) {
    case messageYjsSyncStep2:
      return "step2";
    case messageYjsUpdate:
      return "update";
    default:
      return null;
  }
}

export interface SocketObserver {
  opened(): void;
  payloadSent(kind: PayloadKind): void;
  /** A message that has to go before a payload. */
  before?(kind: PayloadKind): Uint8Array | null;
}

/**
 * A subclass of `Base` that tells `observer` about its opening and its payloads. A message counts as sent
 * when it is handed over, and leaves when `later` lets it, in order.
 */
export function countedSocket(
  Base: typeof WebSocket,
  observer: SocketObserver,
  later: Later,
): typeof WebSocket {
  return class CountedSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      observer.opened();
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      // y-websocket sends Uint8Array only; what throws in send was not sent and must not be counted.
      const kind = data instanceof Uint8Array ? payloadKindOf(data) : null;
      const before = kind === null ? null : (observer.before?.(kind) ?? null);
      if (before !== null) this.#transmit(before);
      this.#transmit(data);
      // Lost in a closing socket it stays unacknowledged, and the next socket's step 2 carries it.
      if (kind !== null) observer.payloadSent(kind);
    }

    override close(code?: number, reason?: string): void {
      later.now();
      super.close(code, reason);
    }

    #transmit(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (this.readyState === Base.CONNECTING) this.#give(data);
      else later.run(() => this.#give(data));
    }

    /** A closing socket drops what it is given and complains of it in the console; an unopened one throws. */
    #give(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      // lib.dom narrows the buffer type; browsers take any
      if (this.readyState <= Base.OPEN) super.send(data as ArrayBufferView<ArrayBuffer>);
    }
  };
}
