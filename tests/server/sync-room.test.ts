import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const text = (client: SyncClient) => client.fragment.toString();

describe("a room", () => {
  it("SY-01 an edit reaches the others, and its author hears that it is saved", async () => {
    const { rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    const b = new SyncClient(rooms, speechId);
    await until(() => a.allSaved && b.allSaved);
    a.write("同志们");
    await until(() => a.allSaved && text(b) === text(a));
    expect(text(b)).toBe("<paragraph>同志们</paragraph>");
  });

  it("SY-02 nothing is shown or acknowledged before it is in the log", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    const b = new SyncClient(rooms, speechId);
    await until(() => a.allSaved && b.allSaved);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    a.write("未落盘");
    const late = new SyncClient(rooms, speechId);
    await until(() => late.role !== null);
    expect(a.allSaved).toBe(false);
    expect(text(b)).toBe("");
    expect(text(late)).toBe("");
    release();
    log.gate = null;
    await until(() => a.allSaved && text(b) === text(a) && text(late) === text(a));
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("SY-03 a reconnecting author isn't told saved while the earlier commit is still under way", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    a.write("飞行中");
    a.disconnect();
    const again = new SyncClient(rooms, speechId, { doc: a.doc, personId: a.personId });
    await until(() => again.role !== null);
    expect(again.savedCount).toBe(0);
    release();
    log.gate = null;
    await until(() => again.allSaved);
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("SY-04 updates that arrive during a commit leave in one later commit", async () => {
    const { log, rooms, speechId } = openRooms();
    const clients = [1, 2, 3].map(() => new SyncClient(rooms, speechId));
    await until(() => clients.every((client) => client.allSaved));
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    for (const client of clients) for (let i = 0; i < 20; i += 1) client.write(`第${i}段`);
    release();
    log.gate = null;
    await until(() => clients.every((client) => client.allSaved));
    expect(log.rows.get(speechId)?.length).toBeLessThanOrEqual(2);
    expect(new Set(clients.map(text)).size).toBe(1);
    expect(clients[0]?.fragment.length).toBe(60);
  });

  it("SY-05 a failed commit is kept, told to the room, and tried again until it is durable", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    const b = new SyncClient(rooms, speechId);
    await until(() => a.allSaved && b.allSaved);
    log.failures = 3;
    a.write("磁盘满");
    await until(() => a.allSaved);
    expect(a.storageStates).toEqual([true, false, true]);
    expect(b.storageStates).toEqual([true, false, true]);
    expect(text(b)).toBe(text(a));
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("ST-18 a batch that failed keeps its name, and the next has another", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    log.failures = 2;
    a.write("一");
    await until(() => a.allSaved);
    a.write("二");
    await until(() => a.allSaved);
    const [first, second, third, next] = log.batches;
    expect(log.batches).toHaveLength(4);
    expect(first).toMatch(/./);
    expect([second, third]).toEqual([first, first]);
    expect(next).not.toBe(first);
  });

  it("SY-06 past the limit of uncommitted text writers are stopped, and lose nothing", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    const part = "字".repeat(Math.floor(LIMITS.messageBytes / 4));
    for (let written = 0; written < LIMITS.documentBytes * 2; written += part.length * 3) a.write(part);
    expect(["storage-unavailable", "too-large"]).toContain(a.closeError);
    release();
    log.gate = null;
    const before = a.fragment.length;
    expect(before).toBeGreaterThan(2);
    const b = new SyncClient(rooms, speechId);
    await until(() => b.fragment.length > 0);
    expect(b.fragment.length).toBeLessThan(before);
    expect(a.fragment.length).toBe(before);
  });

  it("SY-06 messages without news, each of which waits for its answer, don't pile up either", async () => {
    const { log, rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const a = new SyncClient(rooms, speechId);
    a.write("一次");
    await until(() => a.allSaved);
    const known = Y.encodeStateAsUpdate(a.doc);
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    a.write("二次");
    let refused: string | null = null;
    for (let sockets = 0; refused === null && sockets < 100; sockets += 1) {
      const again = new SyncClient(rooms, speechId, { personId: a.personId, doc: a.doc });
      await until(() => again.role !== null);
      for (let sent = 0; sent < 1900 && again.closed === null; sent += 1) again.sendUpdate(known);
      refused = again.closeError;
      again.disconnect();
    }
    expect(refused).toBe("storage-unavailable");
    release();
    log.gate = null;
    await until(() => a.allSaved);
    // The others' messages wait behind it: as long as they do nothing more is taken.
    await rooms.textOf(speechId);
    a.write("三次");
    await until(() => a.allSaved);
  });

  it("SY-07 deletions alone are saved and acknowledged too", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    a.write("删去");
    await until(() => a.allSaved);
    a.fragment.delete(0, 1);
    await until(() => a.allSaved && log.rows.get(speechId)?.length === 2);
    const b = new SyncClient(rooms, speechId);
    await until(() => b.allSaved);
    expect(text(b)).toBe("");
  });

  it("SY-08 a repeated update is acknowledged and not stored again", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    a.write("一次");
    await until(() => a.allSaved);
    a.sendUpdate(Y.encodeStateAsUpdate(a.doc));
    await until(() => a.allSaved);
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("SY-09 edits made offline arrive on return, under the earlier tab's client id too", async () => {
    const { rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    a.write("在线");
    await until(() => a.allSaved);
    a.disconnect();
    a.write("离线");
    const nextTab = new Y.Doc();
    Y.applyUpdate(nextTab, Y.encodeStateAsUpdate(a.doc));
    const b = new SyncClient(rooms, speechId, { doc: nextTab, personId: a.personId });
    b.write("再写");
    await until(() => b.allSaved);
    const c = new SyncClient(rooms, speechId);
    await until(() => text(c) === text(b));
    expect(text(c)).toContain("离线");
  });
});

describe("a room's life", () => {
  it("SY-10 simultaneous joins share one load, and an empty room is unloaded and compacted", async () => {
    const { log, rooms, speechId } = openRooms();
    const clients = [1, 2, 3, 4].map(() => new SyncClient(rooms, speechId));
    await until(() => clients.every((client) => client.role !== null));
    expect(log.loads).toBe(1);
    for (const client of clients) {
      client.write("段");
      await until(() => client.allSaved);
    }
    expect(log.rows.get(speechId)).toHaveLength(4);
    for (const client of clients) client.disconnect();
    await until(() => rooms.size === 0);
    expect(log.rows.get(speechId)).toHaveLength(1);
    const again = new SyncClient(rooms, speechId);
    await until(() => again.fragment.length === 4);
  });

  it("SY-11 a room with text that isn't durable yet is never unloaded", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    log.failures = Number.POSITIVE_INFINITY;
    a.write("要紧");
    a.disconnect();
    await until(() => log.batches.length >= 5);
    expect(rooms.size).toBe(1);
    log.failures = 0;
    await until(() => rooms.size === 0);
    expect(log.rows.get(speechId)).toHaveLength(1);
  });

  it("SY-16 what the log refuses for good ends the room instead of hanging it", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    log.refusal = new AppError("not-found");
    a.write("无处可存");
    await until(() => a.closeError === "resync-required");
    expect(a.fragment.toString()).toContain("无处可存");
    await rooms.close();
  });

  it("SY-12 figures for the home page follow the text", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    a.write("数一数");
    await until(() => log.figures.has(speechId));
    expect(log.figures.get(speechId)).toMatchObject({ characters: 1, spokenUnits: 2 });
  });

  it("SY-12 figures that couldn't be stored are stored once they can be", async () => {
    const { log, rooms, speechId } = openRooms();
    const record = log.recordFigures.bind(log);
    let failures = 2;
    log.recordFigures = async (...figures) => {
      failures -= 1;
      if (failures >= 0) throw new AppError("storage-unavailable");
      await record(...figures);
    };
    const a = new SyncClient(rooms, speechId);
    a.write("数一数");
    await until(() => log.figures.has(speechId));
    expect(log.figures.get(speechId)?.updatedAt).toBeGreaterThan(0);
  });

  it("SY-12 figures that a killed server hadn't stored yet are stored when the speech is opened again", async () => {
    const { log, rooms, speechId } = openRooms({ figuresDelayMs: 1_000_000, idleTimeoutMs: 1_000_000 });
    const a = new SyncClient(rooms, speechId);
    a.write("数一数");
    await until(() => a.allSaved);
    const next = openRooms({ log, idleTimeoutMs: 1_000_000 }).rooms;
    const b = new SyncClient(next, speechId);
    await until(() => b.allSaved && log.figures.has(speechId));
    // When it was written is in no log; the stored time is the later one of the two.
    expect(log.figures.get(speechId)).toMatchObject({ characters: 1, updatedAt: 0 });
  });

  it("SY-13 closing stores what was accepted and sends everybody away to come back", async () => {
    const { log, rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    await until(() => a.allSaved);
    a.write("最后一句");
    await rooms.close();
    expect(a.closeError).toBe("shutting-down");
    expect(log.rows.get(speechId)).toHaveLength(1);
    const late = new SyncClient(rooms, speechId);
    expect(late.closeError).toBe("shutting-down");
  });

  it("SY-14 a speech that can't be loaded closes the socket to try again later", async () => {
    const { log, rooms, speechId } = openRooms();
    const load = log.load.bind(log);
    log.load = async () => {
      throw new Error("disk");
    };
    const a = new SyncClient(rooms, speechId);
    await until(() => a.closeError === "storage-unavailable");
    log.load = load;
    const b = new SyncClient(rooms, speechId);
    await until(() => b.allSaved);
  });
});
