/** A version that is brought back by a request whose answer got lost, and that was sent again. */
import { afterEach, expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("bringing a version back again", (database) => {
  const open = async () => {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { chief, speechId, versions, records } = office;
    await typeLine(office, chief, "第一段。");
    await typeLine(office, chief, "第二段。");
    const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
    await typeLine(office, chief, "第三段。");
    const restores = async () =>
      (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "restore").length;
    return { ...office, first, restores };
  };

  it("VE-68 sent again it is done and recorded once, and what was there can still be had back", async () => {
    const office = await open();
    const { chief, speechId, versions, first, restores } = office;
    const once = await versions.restore(chief, speechId, first.id, {});
    const listed = await versions.list(chief, speechId);
    const again = await versions.restore(chief, speechId, first.id, {});
    expect(again).toEqual(once);
    expect(await versions.list(chief, speechId)).toEqual(listed);
    expect(await restores()).toBe(1);

    // Taking it back, too: not told that somebody has written on.
    const undo = { ifContentHash: once.after.contentHash };
    const taken = await versions.restore(chief, speechId, once.before.id, undo);
    expect(await versions.restore(chief, speechId, once.before.id, undo)).toEqual(taken);
    expect(await textNow(office)).toBe("第一段。\n第二段。\n第三段。");
    expect(await restores()).toBe(2);
  });

  it("VE-68 another time, another part, another person and after somebody wrote on it is done anew", async () => {
    const office = await open();
    const { chief, speechId, versions, clock, first, restores } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    const part = (start: number) => ({ blocks: { start, end: start + 1 } });
    await versions.restore(chief, speechId, first.id, part(0));
    await versions.restore(chief, speechId, first.id, part(1));
    expect(await restores()).toBe(2);
    await versions.restore(editor, speechId, first.id, part(1));
    expect(await restores()).toBe(3);
    await versions.restore(editor, speechId, first.id, {});
    await typeLine(office, chief, "又写一段。");
    const { before } = await versions.restore(editor, speechId, first.id, {});
    expect(await textNow(office)).toBe("第一段。\n第二段。");
    expect(await restores()).toBe(5);
    const undone = { ifContentHash: "0".repeat(64) };
    await expect(versions.restore(editor, speechId, before.id, undone)).rejects.toMatchObject({
      code: "conflict",
    });
    clock.time += 6 * 60_000;
    await versions.restore(editor, speechId, first.id, {});
    expect(await restores()).toBe(6);
  });
});
