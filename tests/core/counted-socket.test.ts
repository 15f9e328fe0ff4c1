/** The page's socket, in the moment between its closing and the page's hearing of it. */
import * as encoding from "lib0/encoding";
import { expect, it, vi } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import { AfterPaint, AT_ONCE } from "@/components/sync/after-paint";
import { countedSocket } from "@/components/sync/counted-socket";
import type { PayloadKind } from "@/components/sync/save-tracker";
import { MESSAGE_SYNC } from "@/core/protocol";
import { drawnPage } from "../helpers/drawn-page";

/** As the browser's: it takes anything, and drops it once it is closing. */
class BareSocket {
  static readonly OPEN = 1;
  readyState = 1;
  readonly taken: unknown[] = [];
  send(data: unknown): void {
    this.taken.push(data);
  }
  close(): void {
    this.readyState = 2;
  }
}

function update(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  writeUpdate(encoder, Uint8Array.of(0, 0));
  return encoding.toUint8Array(encoder);
}

it("SY-98 a closing socket is given nothing, and what it didn't take stays unacknowledged", () => {
  const sent: string[] = [];
  const observer = {
    opened: () => undefined,
    payloadSent: (kind: PayloadKind) => void sent.push(kind),
    before: () => Uint8Array.of(9),
  };
  const Counted = countedSocket(BareSocket as unknown as typeof WebSocket, observer, AT_ONCE);
  const socket = new Counted("ws://localhost") as unknown as BareSocket & { send(data: Uint8Array): void };
  socket.send(update());
  expect(socket.taken).toEqual([Uint8Array.of(9), update()]);
  for (const state of [2, 3]) {
    socket.readyState = state;
    socket.send(update());
  }
  expect(socket.taken).toHaveLength(2);
  expect(sent).toEqual(["update", "update", "update"]);
});

it("SY-122 a letter on its way to the screen is counted at once, sent behind it, and never after the socket's end", () => {
  const { page, key, paint } = drawnPage();
  try {
    const sent: string[] = [];
    const observer = { opened: () => undefined, payloadSent: (kind: PayloadKind) => void sent.push(kind) };
    const Counted = countedSocket(BareSocket as unknown as typeof WebSocket, observer, new AfterPaint(page));
    const socket = new Counted("ws://localhost") as unknown as BareSocket & { send(data: Uint8Array): void };
    key();
    socket.send(update());
    expect(sent).toEqual(["update"]);
    expect(socket.taken).toEqual([]);
    paint();
    expect(socket.taken).toEqual([update()]);
    key();
    socket.send(update());
    socket.close();
    expect(socket.taken).toEqual([update(), update()]);
  } finally {
    vi.unstubAllGlobals();
  }
});
