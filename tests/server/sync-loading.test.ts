/** What comes on a socket while the room is loading, of which nothing is known yet. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "@/core/limits";
import { message } from "../helpers/forged-update";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

/** Rooms that load once they are let. */
function openSlowRooms() {
  const opened = openRooms();
  let load = () => {};
  opened.log.loadGate = new Promise((resolve) => {
    load = resolve;
  });
  return { ...opened, load };
}

it("SY-164 what a socket sends while its text is loaded is read once it is", async () => {
  const { rooms, speechId, load } = openSlowRooms();
  const writer = new SyncClient(rooms, speechId);
  writer.write("一".repeat(400_000));
  // As much again as it would be sent by a page that hears nothing.
  writer.sendUpdate(Y.encodeStateAsUpdate(writer.doc));
  expect(writer.role).toBeNull();
  load();
  await until(() => writer.allSaved);
  const reader = new SyncClient(rooms, speechId, { role: "viewer" });
  await until(() => reader.fragment.length === 1);
  expect(writer.closed).toBeNull();
});

it("SY-164 more than two of the largest messages meanwhile closes the socket, and no other", async () => {
  const { logger, rooms, speechId, load } = openSlowRooms();
  const flooder = new SyncClient(rooms, speechId);
  const patient = new SyncClient(rooms, speechId);
  const large = message(0, 2, new Uint8Array(LIMITS.messageBytes - 10));
  flooder.send(large);
  flooder.send(large);
  expect(flooder.closed).toBeNull();
  flooder.send(large);
  expect(flooder.closeError).toBe("too-large");
  expect(logger.lines.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ code: "too-large", detail: expect.stringContaining("while loading") }),
  ]);
  load();
  await until(() => patient.allSaved);
  expect(patient.closed).toBeNull();
});
