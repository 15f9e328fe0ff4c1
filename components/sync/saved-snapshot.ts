/**
 * What of a document is known to be on the server, as a Yjs snapshot (state vector and delete set),
 * and what isn't. The snapshot is kept beside the local copy, so that a tab opened again offline
 * tells the truth about what was never sent.
 */
import * as Y from "yjs";
import type { Unsynced } from "./save-state";

type StateVector = ReadonlyMap<number, number>;
type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/** Nothing is known to be saved. */
export const NOTHING_SAVED: Y.Snapshot = Y.emptySnapshot;

/** Compares a document with what is saved of it. */
export function unsyncedIn(doc: Y.Doc, saved: Y.Snapshot): Unsynced {
  const now = Y.snapshot(doc);
  return {
    any: !clocksWithin(now.sv, saved.sv) || !deletionsWithin(now.ds, saved.ds),
    characters: charactersSince(doc, saved.sv),
  };
}

/** Visible characters (code points) that were inserted after `saved`. */
export function charactersSince(doc: Y.Doc, saved: StateVector): number {
  let characters = 0;
  for (const [client, structs] of doc.store.clients) {
    const savedClock = saved.get(client) ?? 0;
    // From the end: what isn't saved is at the end of each client's structs.
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock + struct.length <= savedClock) break;
      if (!(struct instanceof Y.Item) || struct.deleted) continue;
      if (!(struct.content instanceof Y.ContentString)) continue;
      const from = Math.max(0, savedClock - struct.id.clock);
      characters += [...struct.content.str.slice(from)].length;
    }
  }
  return characters;
}

/** Whether a client with `mine` has nothing that a server with `theirs` lacks. */
export function clocksWithin(mine: StateVector, theirs: StateVector): boolean {
  for (const [client, clock] of mine) if (clock > (theirs.get(client) ?? 0)) return false;
  return true;
}

/** Whether every deletion of `mine` is one of `theirs`. Both sorted and merged, as Yjs makes them. */
export function deletionsWithin(mine: DeleteSet, theirs: DeleteSet): boolean {
  for (const [client, ranges] of mine.clients) {
    const known = theirs.clients.get(client) ?? [];
    let at = 0;
    for (const { clock, len } of ranges) {
      while (at < known.length && (known[at]?.clock ?? 0) + (known[at]?.len ?? 0) <= clock) at += 1;
      const around = known[at];
      if (around === undefined || around.clock > clock || around.clock + around.len < clock + len)
        return false;
    }
  }
  return true;
}
