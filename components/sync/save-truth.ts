/**
 * Puts together what the socket acknowledged, what the local copy remembers and what the document
 * holds: which local edits are on the server's disk, and how many characters are not.
 */
import * as Y from "yjs";
import type { Saved } from "@/core/protocol";
import type { Unsynced } from "./save-state";
import { type PayloadKind, SaveTracker } from "./save-tracker";
import { charactersSince, clocksWithin, deletionsWithin, NOTHING_SAVED, unsyncedIn } from "./saved-snapshot";

export class SaveTruth {
  readonly #tracker = new SaveTracker();
  /** Clocks known to be on the server, exact at any moment. */
  #clocks = new Map<number, number>();
  /** Deletions known to be on the server when everything last was; may claim less than is true. */
  #deletions = NOTHING_SAVED.ds;
  /** The local copy held edits from an earlier visit that no acknowledgement covers yet. */
  #carriedOver = false;
  #serverClocks: Map<number, number> | null = null;
  #serverDeletions: Y.Snapshot["ds"] | null = null;

  constructor(private readonly doc: Y.Doc) {}

  get savedAt(): number | null {
    return this.#tracker.savedAt;
  }

  get settled(): boolean {
    return this.#tracker.settled;
  }

  get unsaved(): boolean {
    return this.#carriedOver || this.#tracker.unsaved;
  }

  get unsynced(): Unsynced {
    if (!this.unsaved) return { any: false, characters: 0 };
    return { any: true, characters: charactersSince(this.doc, this.#clocks) };
  }

  /** The local copy is in the document; `saved` is what of it was on the server at the last visit. */
  loaded(saved: Y.Snapshot): void {
    this.#clocks = new Map(saved.sv);
    this.#deletions = saved.ds;
    this.#carriedOver = unsyncedIn(this.doc, saved).any;
  }

  edited(): void {
    this.#tracker.edited();
  }

  /** Edits came from the server; it has them, and all that came before them from the same clients. */
  received(transaction: Y.Transaction): void {
    for (const [client, clock] of transaction.afterState) {
      if (transaction.beforeState.get(client) !== clock) this.#clocks.set(client, clock);
    }
  }

  socketOpened(): void {
    this.#tracker.socketOpened();
    this.#serverClocks = null;
    this.#serverDeletions = null;
  }

  payloadSent(kind: PayloadKind): void {
    this.#tracker.payloadSent(kind, Y.encodeStateVector(this.doc));
  }

  acknowledged(saved: Saved): void {
    const stateVector = this.#tracker.saved(saved);
    if (stateVector === null) return;
    this.#carriedOver = false; // every acknowledged payload is, or comes after, a step 2 with everything
    for (const [client, clock] of Y.decodeStateVector(stateVector)) {
      if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock);
    }
  }

  /** The server's sync step 1. */
  serverHasClocks(stateVector: Uint8Array): void {
    this.#serverClocks = Y.decodeStateVector(stateVector);
  }

  /** The server's sync step 2, before it is applied: it carries the server's whole delete set. */
  serverHasDeletions(update: Uint8Array): void {
    this.#serverDeletions = Y.mergeDeleteSets([Y.decodeUpdate(update).ds]);
  }

  /**
   * Compares this document with the whole state of the server, for a reader, who sends nothing that
   * could be acknowledged. Null until both halves of the server's state are here.
   */
  compareWithServer(): "server-has-all" | "server-lacks-edits" | null {
    if (this.#serverClocks === null || this.#serverDeletions === null) return null;
    const own = Y.snapshot(this.doc);
    const has = clocksWithin(own.sv, this.#serverClocks) && deletionsWithin(own.ds, this.#serverDeletions);
    if (!has) return "server-lacks-edits";
    this.#carriedOver = false;
    this.#tracker.nothingMissing();
    return "server-has-all";
  }

  /** What is known to be on the server now, to keep beside the local copy. */
  snapshot(): Y.Snapshot {
    if (!this.unsaved && this.settled) this.#deletions = Y.snapshot(this.doc).ds;
    return new Y.Snapshot(this.#deletions, this.#clocks);
  }
}
