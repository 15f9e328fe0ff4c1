/** Comments whose words went and come back with a version. */
import { expect, it } from "vitest";
import { liveThreads } from "@/server/sync/live-threads";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import type { SyncClient } from "../helpers/sync-client";
import { firstOfBlock } from "../helpers/text-range";
import { commentOn, placesOf } from "../helpers/thread-on-words";
import type { VersionOffice } from "../helpers/version-office";
import { versionOffices } from "../helpers/version-offices";
import { textNow, typeLine } from "../helpers/version-typing";

const { open } = versionOffices();

/** A thread on the first `length` characters of a paragraph. */
const comment = async (office: VersionOffice, block: number, length: number) =>
  commentOn(office, { fragment: await chiefsText(office), block, length });

async function chiefsText(office: VersionOffice) {
  const page = office.page(office.chief);
  await until(() => page.allSaved);
  page.disconnect();
  return page.fragment;
}

/** In a page of the chief's, until it is durable. */
async function edit(office: VersionOffice, change: (page: SyncClient) => void): Promise<void> {
  const page = office.page(office.chief);
  await until(() => page.allSaved);
  change(page);
  await until(() => page.allSaved);
  page.disconnect();
}

const named = (name: string) => ({ name, note: "" });

describeOnBoth("comments on words that come back with a version", (database) => {
  it("VE-48 a comment whose words a restoring took out stands on them again as that is undone", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "推动高质量发展。");
    const { thread } = await comment(office, 1, 2);
    expect(await placesOf(office, thread)).toEqual(["1:推动"]);

    const { before, after } = await versions.restore(chief, speechId, first.id, {});
    expect(await placesOf(office, thread)).toEqual([]);
    await versions.restore(chief, speechId, before.id, { ifContentHash: after.contentHash });
    expect(await textNow(office)).toBe("第一段。\n推动高质量发展。");
    expect(await placesOf(office, thread)).toEqual(["1:推动"]);
  });

  it("VE-48 so it does with one paragraph of an older version, and with the whole of one", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "推动高质量发展。");
    await typeLine(office, chief, "加强作风建设。");
    const one = await comment(office, 0, 2);
    const other = await comment(office, 1, 4);
    const kept = await versions.create(chief, speechId, named("有批注"));
    await edit(office, (page) => {
      page.fragment.delete(0, 2);
      page.write("重写的一段。");
    });

    await versions.restore(chief, speechId, kept.id, { blocks: { start: 1, end: 2 } });
    expect([await placesOf(office, one.thread), await placesOf(office, other.thread)]).toEqual([
      [],
      [expect.stringMatching(/^\d:加强作风$/)],
    ]);
    await versions.restore(chief, speechId, kept.id, {});
    expect([await placesOf(office, one.thread), await placesOf(office, other.thread)]).toEqual([
      ["0:推动"],
      ["1:加强作风"],
    ]);
  });

  it("VE-48 a comment on words that don't come back stays where it is, though others were typed like them", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "推动高质量发展。");
    await typeLine(office, chief, "加强作风建设。");
    const { thread } = await comment(office, 0, 2);
    const kept = await versions.create(chief, speechId, named("有批注"));
    await edit(office, (page) => {
      page.fragment.delete(0, 2);
      page.write("推动高质量发展见效。");
    });
    await versions.restore(chief, speechId, kept.id, { blocks: { start: 1, end: 2 } });
    expect(await textNow(office)).toContain("加强作风建设。");
    expect(await placesOf(office, thread)).toEqual([]);
    await versions.restore(chief, speechId, kept.id, { blocks: { start: 0, end: 1 } });
    expect(await placesOf(office, thread)).toEqual([expect.stringMatching(/^\d:推动$/)]);
  });

  it("VE-48 a comment that was put elsewhere since stays there, and a deleted one doesn't come back", async () => {
    const office = await open(database);
    const { versions, threads, chief, speechId } = office;
    await typeLine(office, chief, "推动高质量发展。");
    await typeLine(office, chief, "加强作风建设。");
    const moved = await comment(office, 0, 2);
    const deleted = await comment(office, 0, 5);
    const kept = await versions.create(chief, speechId, named("有批注"));
    await edit(office, (page) => page.fragment.delete(0, 1));
    const range = firstOfBlock(await chiefsText(office), 0, 2);
    await liveThreads(office.liveRooms).mark(speechId, chief.id, moved.thread, range);
    await threads.deleteComment(chief, speechId, deleted.first);

    await versions.restore(chief, speechId, kept.id, { blocks: { start: 0, end: 1 } });
    expect(await textNow(office)).toBe("推动高质量发展。\n加强作风建设。");
    expect(await placesOf(office, moved.thread)).toEqual(["1:加强"]);
    expect(await placesOf(office, deleted.thread)).toEqual([]);
  });
});
