/** A meeting that writes without a pause on a slow disk: there is always something on its way to it. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { AppError } from "@/core/errors";
import type { RoomsOptions } from "@/server/sync/rooms";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

/** Somebody writes on whenever the disk is asked for something, as long as the socket is open. */
async function openBusy(options: Partial<RoomsOptions> = {}) {
  const { log, rooms, speechId } = openRooms(options);
  const writer = new SyncClient(rooms, speechId);
  await until(() => writer.allSaved);
  let sent = 0;
  const write = () => {
    if (writer.closed !== null) return;
    sent += 1;
    writer.write(`第${sent}段`);
  };
  const append = log.append.bind(log);
  log.append = (entry) => {
    write();
    return append(entry);
  };
  return { log, rooms, speechId, writer, write, sent: () => sent };
}

function partsOf(updates: readonly Uint8Array[]): number {
  const doc = createSharedDocument();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getXmlFragment(FRAGMENT).length;
}

describe("a room where people write without a pause", () => {
  it("SY-112 gives its text once what was written before is on the disk", async () => {
    const { rooms, speechId, writer, write, sent } = await openBusy();
    write();
    const before = sent();
    expect(partsOf([await rooms.textOf(speechId)])).toBeGreaterThanOrEqual(before);
    expect(writer.closed).toBeNull();
    writer.disconnect();
  });

  it("SY-112 gives what it has when the log refuses for good what was written", async () => {
    const { log, rooms, speechId, write } = await openBusy();
    log.refusal = new AppError("not-found");
    write();
    expect(partsOf([await rooms.textOf(speechId)])).toBe(0);
  });

  it("SY-112 says so in time when the disk takes nothing, and gives its text once it does again", async () => {
    const { log, rooms, speechId, writer, write } = await openBusy({ textWaitMs: 1 });
    log.failures = Number.POSITIVE_INFINITY;
    write();
    const asked = [1, 2, 3].map(() => rooms.textOf(speechId).catch((error: unknown) => error));
    for (const answer of asked) expect(await answer).toMatchObject({ code: "storage-unavailable" });
    expect(writer.closed).toBeNull();
    // Nobody writes on, but for what was asked of the disk above.
    writer.disconnect();
    expect(await rooms.textOf(speechId).catch((error: unknown) => error)).toMatchObject({
      code: "storage-unavailable",
    });
    log.failures = 0;
    await until(() => rooms.size === 0);
    const stored = log.rows.get(speechId)?.map(({ update }) => update) ?? [];
    expect(partsOf([await rooms.textOf(speechId)])).toBe(partsOf(stored));
    expect(partsOf(stored)).toBeGreaterThan(0);
  });

  it("SY-13 is closed all the same, with everything stored that it took", async () => {
    const { log, rooms, speechId, writer, write, sent } = await openBusy();
    write();
    await until(() => sent() > 5);
    await rooms.close();
    expect(writer.closeError).toBe("shutting-down");
    expect(partsOf(log.rows.get(speechId)?.map(({ update }) => update) ?? [])).toBe(sent());
    expect(rooms.size).toBe(0);
  });
});

describe("closing", () => {
  it("SY-13 sends everybody away before the disk has answered, those too whose speech is still loading", async () => {
    const { log, rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    await until(() => writer.allSaved);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    writer.write("在路上");
    const { gate, load } = log;
    log.load = async (...asked) => {
      await gate;
      return load.apply(log, asked);
    };
    const early = new SyncClient(rooms, openRooms().speechId);
    await until(() => log.batches.length === 1);
    const closed = rooms.close();
    expect([writer.closeError, early.closeError]).toEqual(["shutting-down", "shutting-down"]);
    expect(log.rows.get(speechId)).toBeUndefined();
    release();
    await closed;
    expect(log.rows.get(speechId)).toHaveLength(1);
    expect(rooms.size).toBe(0);
  });
});
