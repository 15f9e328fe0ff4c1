/** Who a page shows as here, of what the server says of everybody when it joins and every ten seconds. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { takePresence } from "@/components/sync/awareness-link";
import { newPersonId } from "@/core/ids";
import { awarenessBody, decodeAwareness } from "@/server/sync/awareness-message";
import { RoomPresence } from "@/server/sync/room-presence";
import { SIGN_OF_LIFE_MS } from "@/server/sync/signs-of-life";

// lib0 keeps the Date.now that it finds when it is loaded, which fake timers wouldn't reach.
vi.hoisted(() => {
  Date.now = () => new globalThis.Date().getTime();
});

const OWNERS = { mayUse: () => true, announce: () => undefined };

/** A page, and a colleague's in the same room. */
function openPages() {
  const [own, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const room = new RoomPresence();
  const socket = {};
  const colleague = { personId: newPersonId(), name: "李四", role: "editor" } as const;
  const provider = { awareness: own } as WebsocketProvider;
  const changes: unknown[] = [];
  own.on("change", (change: unknown, origin: unknown) => origin === provider && changes.push(change));
  return {
    own,
    changes,
    colleague: other.clientID,
    isShown: () => own.getStates().has(other.clientID),
    /** The colleague's page says where it is. */
    report() {
      other.setLocalState({ idle: false });
      const said = decodeAwareness(encodeAwarenessUpdate(other, [other.clientID]));
      room.report(socket, colleague, said, OWNERS);
    },
    leave: () => room.leave(socket),
    tellAll: () => takePresence(provider, awarenessBody(room.encodeAll())),
    tellChanges: () => takePresence(provider, awarenessBody(room.takeChanges() ?? room.encodeAll())),
    close() {
      own.destroy();
      other.destroy();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("SY-42 whoever was here before a lost connection is shown as soon as it is back", () => {
  const { own, changes, colleague, isShown, report, tellAll, close } = openPages();
  report();
  tellAll();
  expect(isShown()).toBe(true);
  // As y-websocket does when a socket closes.
  removeAwarenessStates(own, [colleague], "lost");
  expect(isShown()).toBe(false);
  tellAll();
  expect(isShown()).toBe(true);
  const added = { added: [colleague], updated: [], removed: [] };
  expect(changes).toEqual([added, added]);
  close();
});

it("SY-42 whom the server names is shown though their hidden tab says nothing; whom it doesn't isn't for long", () => {
  const { changes, isShown, report, leave, tellAll, tellChanges, close } = openPages();
  report();
  for (let round = 0; round < 12; round += 1) {
    tellAll();
    vi.advanceTimersByTime(SIGN_OF_LIFE_MS);
    expect(isShown()).toBe(true);
  }
  // Nothing was drawn anew for it.
  expect(changes).toHaveLength(1);
  leave();
  tellChanges();
  expect(isShown()).toBe(false);
  report();
  tellAll();
  expect(isShown()).toBe(true);
  vi.advanceTimersByTime(4 * SIGN_OF_LIFE_MS);
  expect(isShown()).toBe(false);
  close();
});
