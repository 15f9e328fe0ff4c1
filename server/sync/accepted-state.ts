/**
 * What a room has accepted: the live document plus the updates on their way to the disk. An update
 * is judged against this, not against the live document alone, since one typist's next update builds
 * on the one still being committed.
 */
import * as Y from "yjs";
import type { IdRange } from "@/core/authors/id-ranges";
import type { LiveDocument } from "./live-document";
import { isDeleted } from "./structs-in-range";

/** A piece of a Yjs update that takes up clock: an item, or the remains of a collected one. */
export type Struct = Y.Item | Y.GC;

export class AcceptedState {
  private clocks = new Map<number, number>();
  /** Structs accepted but not yet in the live document, in clock order per client. */
  private readonly waiting = new Map<number, Struct[]>();

  constructor(private readonly text: LiveDocument) {
    this.clocks = Y.decodeStateVector(text.stateVector());
  }

  /** The next clock expected of this client. */
  clockOf(clientId: number): number {
    return this.clocks.get(clientId) ?? 0;
  }

  /** Takes in the new structs of an update that passed every check. */
  add(structs: readonly Struct[]): void {
    for (const struct of structs) {
      const { client, clock } = struct.id;
      this.clocks.set(client, clock + struct.length);
      const list = this.waiting.get(client);
      if (list === undefined) this.waiting.set(client, [struct]);
      else list.push(struct);
    }
  }

  /** Forgets what the live document has taken in. */
  settle(): void {
    for (const [clientId, structs] of this.waiting) {
      const liveClock = Y.getState(this.text.taken.store, clientId);
      const rest = structs.filter((struct) => struct.id.clock + struct.length > liveClock);
      if (rest.length === 0) this.waiting.delete(clientId);
      else this.waiting.set(clientId, rest);
    }
  }

  /** Call after an update from elsewhere went straight into the live document. */
  catchUp(): void {
    for (const [clientId, clock] of Y.decodeStateVector(this.text.stateVector())) {
      if (clock > this.clockOf(clientId)) this.clocks.set(clientId, clock);
    }
    this.settle();
  }

  /** The struct that holds this id, or undefined when it was never accepted. */
  find(id: Y.ID): Struct | undefined {
    const waiting = findStruct(this.waiting.get(id.client), id.clock);
    return waiting ?? findStruct(this.text.taken.store.clients.get(id.client), id.clock);
  }

  /** Whether everything in this range of ids is deleted in the live document. */
  isDeleted(range: IdRange): boolean {
    return isDeleted(this.text.doc, range);
  }
}

/** Binary search by clock; undefined when no struct covers it. */
export function findStruct(structs: readonly Struct[] | undefined, clock: number): Struct | undefined {
  if (structs === undefined) return undefined;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
