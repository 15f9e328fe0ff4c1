/** Comments whose words went and come back with a version. */
import { afterEach, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { newCommentId, newThreadId, type ThreadId } from "@/core/ids";
import { liveThreads } from "@/server/sync/live-threads";
import { createVersionTexts } from "@/server/sync/version-texts";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import type { SyncClient } from "../helpers/sync-client";
import { firstOfBlock } from "../helpers/text-range";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase) {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  return office;
}

/** A thread on the first `length` characters of a paragraph. */
async function comment(office: VersionOffice, block: number, length: number) {
  const { chief, speechId, threads } = office;
  const [thread, first] = [newThreadId(), newCommentId()];
  const range = await rangeOf(office, block, length);
  const quote = await liveThreads(office.liveRooms).mark(speechId, chief.id, thread, range);
  const said = { id: first, body: "改推进？", mentions: [] };
  await threads.create(chief, speechId, { id: thread, place: { range, quote }, comment: said });
  return { thread, first };
}

async function rangeOf(office: VersionOffice, block: number, length: number) {
  const page = office.page(office.chief);
  await until(() => page.allSaved);
  page.disconnect();
  return firstOfBlock(page.fragment, block, length);
}

/** In a page of the chief's, until it is durable. */
async function edit(office: VersionOffice, change: (page: SyncClient) => void): Promise<void> {
  const page = office.page(office.chief);
  await until(() => page.allSaved);
  change(page);
  await until(() => page.allSaved);
  page.disconnect();
}

/** The words that the thread stands on, and the block that they are in. */
async function placesOf({ liveRooms, speechId }: VersionOffice, thread: ThreadId) {
  const { document } = await createVersionTexts(liveRooms).snapshot(speechId, null);
  return (document.content ?? []).flatMap((block: DocumentNode, index) =>
    (block.content ?? [])
      .filter(({ marks }) => marks?.some(({ attrs }) => attrs?.thread === thread))
      .map(({ text }) => `${index}:${text}`),
  );
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
    const range = await rangeOf(office, 0, 2);
    await liveThreads(office.liveRooms).mark(speechId, chief.id, moved.thread, range);
    await threads.deleteComment(chief, speechId, deleted.first);

    await versions.restore(chief, speechId, kept.id, { blocks: { start: 0, end: 1 } });
    expect(await textNow(office)).toBe("推动高质量发展。\n加强作风建设。");
    expect(await placesOf(office, moved.thread)).toEqual(["1:加强"]);
    expect(await placesOf(office, deleted.thread)).toEqual([]);
  });
});
