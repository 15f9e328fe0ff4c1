/**
 * What a frame holds, worked out once per frame rather than once per client: a server sends the same
 * bytes to everybody in a room, and the generator shares the machine with the server it measures.
 */
import * as Y from "yjs";
import type { Protocol, ServerMessage } from "./protocols";

/** Clocks `from` … `to` − 1 of one client id. */
export interface EditRange {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
}

export interface ReadFrame {
  readonly messages: readonly ServerMessage[];
  readonly edits: readonly EditRange[];
}

interface Entry extends ReadFrame {
  readonly bytes: Buffer;
}

/** More than are on their way to a room's clients at once; a miss only costs time. */
const KEPT_FRAMES = 64;

export class FrameCache {
  private readonly entries: Entry[] = [];
  private next = 0;

  constructor(private readonly protocol: Protocol) {}

  read(frame: Uint8Array): ReadFrame {
    for (const entry of this.entries) {
      if (entry.bytes.length === frame.length && entry.bytes.equals(frame)) return entry;
    }
    const bytes = Buffer.from(frame);
    const messages = this.protocol.read(bytes);
    const entry = { bytes, messages, edits: messages.flatMap(editsIn) };
    this.entries[this.next] = entry;
    this.next = (this.next + 1) % KEPT_FRAMES;
    return entry;
  }
}

function editsIn(message: ServerMessage): EditRange[] {
  if (message.kind !== "update" && message.kind !== "sync-reply") return [];
  const { from, to } = Y.parseUpdateMeta(message.update);
  return [...to].map(([clientId, end]) => ({ clientId, from: from.get(clientId) ?? end, to: end }));
}
