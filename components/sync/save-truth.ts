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

  /**
   * Compares this document with `whole`, the server's whole state as one update. For a reader, who
   * sends nothing that could be acknowledged. Returns whether the server has every local edit.
   */
  compareWith(whole: Uint8Array): boolean {
    const own = Y.snapshot(this.doc);
    const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(whole));
    const deletions = Y.mergeDeleteSets([Y.decodeUpdate(whole).ds]);
    if (!clocksWithin(own.sv, clocks) || !deletionsWithin(own.ds, deletions)) return false;
    this.#carriedOver = false;
    this.#clocks = new Map(own.sv);
    this.#tracker.nothingMissing();
    return true;
  }

  /**
   * What is known to be on the server now, to keep beside the local copy. With nothing unsaved every deletion in
   * the document came from there or was acknowledged, whether or not this socket was asked for anything: a
   * reader's never is.
   */
  snapshot(): Y.Snapshot {
    if (!this.unsaved) this.#deletions = Y.snapshot(this.doc).ds;
    return new Y.Snapshot(this.#deletions, this.#clocks);
  }
}
