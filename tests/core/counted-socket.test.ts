/** The page's socket, in the moment between its closing and the page's hearing of it. */
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import { countedSocket } from "@/components/sync/counted-socket";
import { MESSAGE_SYNC } from "@/core/protocol";

/** As the browser's: it takes anything, and drops it once it is closing. */
class BareSocket {
  static readonly OPEN = 1;
  readyState = 1;
  readonly taken: unknown[] = [];
  send(data: unknown): void {
    this.taken.push(data);
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
  const Counted = countedSocket(BareSocket as unknown as typeof WebSocket, {
    opened: () => undefined,
    payloadSent: (kind) => sent.push(kind),
    before: () => Uint8Array.of(9),
  });
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
