/**
 * Which local edits are on the server's disk, by counting what a socket sent.
 *
 * Every local edit gets the next number. Each sync payload remembers the number of the last edit
 * made before it was sent; SAVED{count} acknowledges the first `count` payloads of the socket, and
 * with them every edit up to that number. A Yjs clock wouldn't do: deletions don't advance it.
 */
import type { Saved } from "@/core/protocol";

/** The two messages that carry edits; sync step 1 carries none and isn't counted. */
export type PayloadKind = "step2" | "update";

interface Sent {
  /** Edits up to this number are inside what the server holds once it has this payload. */
  readonly upTo: number;
  /** Yjs state vector of the document when it was sent. */
  readonly stateVector: Uint8Array;
}

export class SaveTracker {
  #edits = 0;
  #savedEdits = 0;
  /** The socket's payloads that aren't acknowledged yet. */
  #sent: (Sent | null)[] = [];
  /** How many of them were, and aren't kept any more: a socket may live for days. */
  #dropped = 0;
  #step2Sent = false;
  savedAt: number | null = null;

  /** A local edit reached the shared document. */
  edited(): void {
    this.#edits += 1;
  }

  /** Counting starts anew with every socket: its step 2 carries everything the server lacks. */
  socketOpened(): void {
    this.#sent = [];
    this.#dropped = 0;
    this.#step2Sent = false;
  }

  /**
   * A payload left. An update sent before the socket's step 2 acknowledges nothing by itself: the
   * server counts it but takes its content from the step 2.
   */
  payloadSent(kind: PayloadKind, stateVector: Uint8Array): void {
    if (kind === "step2") this.#step2Sent = true;
    this.#sent.push(this.#step2Sent ? { upTo: this.#edits, stateVector } : null);
  }

  /** Takes an acknowledgement; returns the state vector that is known to be saved now, if any. */
  saved({ count, savedAt }: Saved): Uint8Array | null {
    // A count beyond what was sent would be the server's mistake; it must never make unsent text "saved".
    const acknowledged = this.#sent.splice(0, Math.max(0, count - this.#dropped));
    this.#dropped += acknowledged.length;
    const last = acknowledged.findLast((entry) => entry !== null);
    if (last === undefined || last === null) return null;
    this.#savedEdits = Math.max(this.#savedEdits, last.upTo);
    this.savedAt = Math.max(this.savedAt ?? 0, savedAt);
    return last.stateVector;
  }

  /** A comparison with the server's whole state showed that it has everything, however it got it. */
  nothingMissing(): void {
    this.#savedEdits = this.#edits;
  }

  /** Local edits without an acknowledgement. */
  get unsaved(): boolean {
    return this.#savedEdits < this.#edits;
  }

  /** This socket's step 2 and everything after it are acknowledged. */
  get settled(): boolean {
    return this.#step2Sent && this.#sent.length === 0;
  }
}
