/** Taking back that a version was brought back, as others write on: once, wherever, and where it isn't done. */
import { expect, it } from "vitest";
import type { Storage } from "@/server/db/storage";
import type { Clock } from "@/server/services/clock";
import { isClosedText } from "@/server/services/closed-text";
import type { VersionTexts } from "@/server/services/ports";
import { createVersionService } from "@/server/services/versions";
import { localRelay } from "@/server/sync/local-relay";
import type { Relay } from "@/server/sync/ports";
import { Rooms } from "@/server/sync/rooms";
import { createVersionTexts } from "@/server/sync/version-texts";
import { describeOnBoth } from "../helpers/databases";
import { createHub } from "../helpers/hub-relay";
import { keepingLogger } from "../helpers/keeping-logger";
import { restorableOffices, SECOND, THIRD } from "../helpers/restorable-office";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { addBefore, remove } from "../helpers/text-edits";
import { COMPARER, PASSAGES } from "../helpers/version-office";
import { textNow } from "../helpers/version-typing";

const { openRestorable, closeLater } = restorableOffices();

/** Of a server that was started anew, or beside. */
function roomsOver({ log, database }: Storage, relay: Relay = localRelay): Rooms {
  const liveRooms = new Rooms({
    log,
    relay,
    logger: keepingLogger(),
    count: () => ({ characters: 1, spokenUnits: 2 }),
    isClosed: (speechId) => isClosedText(database, speechId),
  });
  closeLater(liveRooms);
  return liveRooms;
}

function versionsOver({ database }: Storage, texts: VersionTexts, clock: Clock) {
  return createVersionService({ database, texts, comparer: COMPARER, passages: PASSAGES, clock });
}

describeOnBoth("undoing once that a version was brought back", (database) => {
  it("VE-91 VE-68 sent again, at once too, it is done and recorded once, though a colleague wrote in between", async () => {
    const office = await openRestorable(database);
    const { versions, chief, speechId, change, restore, shows, lines, undo, restores } = office;
    const restored = await restore();
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    const [one, other] = await Promise.all([undo(restored), undo(restored)]);
    expect(other.after.contentHash).toBe(one.after.contentHash);
    const text = ["我们要推动全省高质量发展。", "民生是最大的、头等大事。", THIRD];
    expect(await lines()).toEqual(text);
    expect(await restores()).toBe(2);
    await change(addBefore("落实", "好"));
    const listed = await versions.list(chief, speechId);
    const again = await undo(restored);
    expect(again.after.contentHash).toBe(one.after.contentHash);
    expect(await lines()).toEqual([...text.slice(0, 2), "各单位要抓好好落实。"]);
    expect(await versions.list(chief, speechId)).toEqual(listed);
    expect(await restores()).toBe(2);
  });

  it("VE-91 so it is after a server that ended before it had noted the undoing, and by the next one", async () => {
    const office = await openRestorable(database);
    const { clock, typist, change, restore, shows, undo, restores, liveRooms } = office;
    const restored = await restore();
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    await change(remove("我们"));
    typist.disconnect();
    await liveRooms.close();
    const storage = await database.open();
    const rooms = roomsOver(storage);
    const texts = createVersionTexts(rooms);
    const serviceOver = (over: VersionTexts) => versionsOver(storage, over, clock);
    const ended = serviceOver({
      ...texts,
      restore: async (...asked) => {
        await texts.restore(...asked);
        throw new Error("the server ended");
      },
    });
    const text = ["要推动全省高质量发展。", "民生是最大的、头等大事。", THIRD];
    const now = async () => (await textNow({ ...office, versions: serviceOver(texts) })).split("\n");
    await expect(undo(restored, office.chief, ended)).rejects.toThrow("the server ended");
    expect(await now()).toEqual(text);
    await undo(restored, office.chief, serviceOver(texts));
    expect(await now()).toEqual(text);
    expect(await restores()).toBe(2);
  });

  it("VE-91 it is taken back through another node than it was brought back through", async () => {
    const hub = createHub();
    const office = await openRestorable(database, { relay: hub.join() });
    const { clock, typist, change, restore, shows, lines, undo, liveRooms, speechId } = office;
    const storage = await database.open();
    const texts = createVersionTexts(roomsOver(storage, hub.join()));
    const elsewhere = versionsOver(storage, texts, clock);
    const restored = await restore();
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    await change(remove("我们"));
    await undo(restored, office.chief, elsewhere);
    await shows(THIRD);
    editShared(typist.doc, addBefore("落实", "好"));
    await until(() => typist.allSaved);
    await liveRooms.textOf(speechId);
    expect(await lines()).toEqual([
      "要推动全省高质量发展。",
      "民生是最大的、头等大事。",
      "各单位要抓好好落实。",
    ]);
  });

  it("VE-91 written on it is refused, changing nothing, once another version was brought back or after a day", async () => {
    const office = await openRestorable(database);
    const { versions, chief, speechId, clock, change, first, restore, shows, undo, restores } = office;
    const restored = await restore();
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    await change(addBefore("高质量", "更"));
    await versions.restore(chief, speechId, first.id, { blocks: { start: 1, end: 2 } });
    await shows("最大的、", false);
    await change(addBefore("头等", "最大的、"));
    await expect(undo(restored)).rejects.toMatchObject({ code: "conflict" });
    const again = await restore();
    await shows("最大的、", false);
    await change(addBefore("头等", "头号的、"));
    clock.time += 25 * 3_600_000;
    await versions.create(chief, speechId, { name: "次日", note: "" });
    const text = await textNow(office);
    await expect(undo(again)).rejects.toMatchObject({ code: "conflict" });
    expect(await textNow(office)).toBe(text);
    expect(await restores()).toBe(3);
  });

  it("VE-91 after a day too it is undone where nobody has written on", async () => {
    const { clock, restore, shows, undo, lines, restores } = await openRestorable(database);
    const restored = await restore();
    await shows("全省", false);
    clock.time += 25 * 3_600_000;
    await undo(restored);
    expect(await lines()).toEqual(["我们要推动全省高质量发展。", SECOND, THIRD]);
    expect(await restores()).toBe(2);
  });

  it("VE-91 what is kept for it goes with the next restoring after a day, in another speech too", async () => {
    const { chief, clock, versions, restore, addSpeech, database: store } = await openRestorable(database);
    await restore();
    const { id: other } = await addSpeech(chief);
    const blank = await versions.create(chief, other, { name: "一稿", note: "" });
    clock.time += 25 * 3_600_000;
    await versions.restore(chief, other, blank.id, {});
    const rows = await store.query((queries) =>
      queries.selectFrom("restored_texts").select("speech_id").execute(),
    );
    expect(rows).toEqual([{ speech_id: other }]);
  });

  it("VE-91 a text that is final by then takes no undoing", async () => {
    const office = await openRestorable(database);
    const { speechId, change, restore, shows, undo, database: store } = office;
    const restored = await restore();
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    await store.query((queries) =>
      queries.updateTable("speeches").set({ stage: "final" }).where("id", "=", speechId).execute(),
    );
    const text = await textNow(office);
    await expect(undo(restored)).rejects.toMatchObject({ code: "forbidden" });
    expect(await textNow(office)).toBe(text);
  });
});
