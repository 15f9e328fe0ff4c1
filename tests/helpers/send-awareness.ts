/** Presence as a page reports it, under whatever client id a test says. */
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { MESSAGE_AWARENESS } from "@/core/protocol";
import type { SyncClient } from "./sync-client";

export function sendAwareness(
  client: SyncClient,
  clientId: number,
  state: Record<string, unknown> | null,
): void {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [clientId]));
  awareness.destroy();
  client.send(encoding.toUint8Array(encoder));
}
