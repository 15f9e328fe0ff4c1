/** Versions that are made by themselves when writers pause, and what a stopped server owes of them. */
import { afterEach, expect, it, vi } from "vitest";
import type { SpeechId } from "@/core/ids";
import { makeUpPauses } from "@/server/services/owed-pauses";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms } from "@/server/sync/rooms";
import { describeOnBoth } from "../helpers/databases";
import { keepingLogger } from "../helpers/keeping-logger";
import { until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("pauses in the writing", (database) => {
  it("VE-14 a pause in the writing makes a version; nothing new makes none", async () => {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 5, longestMs: 60_000 },
    });
    opened.push(office);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "写到这里，歇一歇。");
    await vi.waitFor(async () => expect(await versions.list(chief, speechId)).toHaveLength(1));
    expect(await versions.list(chief, speechId)).toMatchObject([
      { kind: "automatic", madeBy: null, added: 9 },
    ]);
  });

  it.each([
    ["writes on and on", { pauseMs: { quietMs: 3_600_000, longestMs: 5 } }],
    ["leaves", { pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 }, idleTimeoutMs: 1 }],
  ])("VE-14 for who %s one is made all the same", async (_, options) => {
    const office = await openVersionOffice(await database.open(), options);
    opened.push(office);
    await typeLine(office, office.chief, "不停地写。");
    const list = () => office.versions.list(office.chief, office.speechId);
    await vi.waitFor(async () => expect(await list()).toHaveLength(1));
  });

  it("VE-14 one that comes to nothing is made again, also when everybody has left", async () => {
    let failures = 0;
    const onPause = vi.fn(async () => {
      failures += 1;
      if (failures <= 2) throw new Error("not now");
    });
    const storage = await database.open();
    const office = await openVersionOffice(storage, {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
      idleTimeoutMs: 1,
      onPause,
    });
    opened.push(office);
    await typeLine(office, office.chief, "走前写的。");
    await vi.waitFor(() => expect(onPause).toHaveBeenCalledTimes(3));
    await vi.waitFor(() => expect(office.liveRooms.size).toBe(0));
    expect(onPause).toHaveBeenCalledTimes(3);
  });

  it("VE-14 the pause that a stopped server owes is there when the speech is opened again", async () => {
    const storage = await database.open();
    const pauseMs = { quietMs: 3_600_000, longestMs: 3_600_000 };
    const office = await openVersionOffice(storage, { pauseMs });
    await typeLine(office, office.chief, "停机前刚写的。");
    await office.liveRooms.close();
    expect(await office.versions.list(office.chief, office.speechId)).toEqual([]);
    const onPause = vi.fn(async () => undefined);
    const rooms = new Rooms({
      log: storage.log,
      relay: localRelay,
      logger: keepingLogger(),
      count: () => ({ characters: 1, spokenUnits: 2 }),
      idleTimeoutMs: 1,
      pauseMs,
      onPause,
    });
    const blank = await office.addSpeech(office.chief);
    for (const id of [blank.id, office.speechId]) await rooms.textOf(id);
    await vi.waitFor(() => expect(onPause).toHaveBeenCalledTimes(1));
    expect(onPause).toHaveBeenCalledWith(office.speechId);
    await rooms.close();
  });

  it("VE-14 what a stopped server owes is found at the next start, nothing else is, and one that fails stops no other", async () => {
    const storage = await database.open();
    const office = await openVersionOffice(storage, {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    const { chief, versions, liveRooms, addSpeech } = office;
    const [blank, kept, older, none, failing, crashed] = [
      await addSpeech(chief),
      await addSpeech(chief),
      await addSpeech(chief),
      await addSpeech(chief),
      await addSpeech(chief),
      await addSpeech(chief),
    ];
    for (const { id } of [kept, older, none, failing, crashed]) {
      const page = new SyncClient(liveRooms, id, { personId: chief.id });
      page.write("停机前刚写的。");
      await until(() => page.allSaved);
    }
    for (const { id } of [kept, older, crashed]) await versions.create(chief, id, { name: "已存", note: "" });
    await liveRooms.close();
    const written = async (id: SpeechId, at: number) =>
      database.execute(`update speeches set updated_at = ${at} where id = '${id}'`);
    await written(blank.id, 5);
    await written(kept.id, 1);
    await written(older.id, Date.parse("2100-01-01"));
    await written(none.id, 3);
    await written(failing.id, 4);
    // Killed before the figures of its second edit were stored: rows that nobody has compacted.
    await written(crashed.id, 2);
    for (const byte of [1, 2]) {
      await storage.log.append({ speechId: crashed.id, update: Uint8Array.of(byte), bindings: [] });
    }
    const opened: SpeechId[] = [];
    const failed: SpeechId[] = [];
    const rooms = {
      async textOf(id: SpeechId) {
        if (id === failing.id) throw new Error("not today");
        opened.push(id);
        return new Uint8Array();
      },
    };
    const onFailure = (_error: unknown, id: SpeechId) => failed.push(id);
    await makeUpPauses({ database: storage.database, rooms, onFailure });
    expect([opened, failed]).toEqual([[older.id, none.id, crashed.id], [failing.id]]);
  });
});
