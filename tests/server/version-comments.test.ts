/** The comments of a version: as they were, where they were. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { liveThreads } from "@/server/sync/live-threads";
import { describeOnBoth } from "../helpers/databases";
import { openImportOffice, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";
import { until } from "../helpers/rooms";
import { firstOfBlock } from "../helpers/text-range";
import { openVersionOffice } from "../helpers/version-office";

describeOnBoth("comments as of a version", (database) => {
  it("VE-43 each version has the threads of its time, with their places in the very same words", async () => {
    const office = await openVersionOffice(await database.open());
    const { versions, threads, chief, speechId, liveRooms, clock } = office;
    const page = office.page(chief);
    await until(() => page.allSaved);
    page.write("推动高质量发展。");
    await until(() => page.allSaved);
    const keep = async (name: string) => {
      clock.time += 1000;
      const kept = await versions.create(chief, speechId, { name, note: "" });
      clock.time += 1000;
      return kept;
    };
    const before = await keep("批注前");
    const thread = newThreadId();
    const range = firstOfBlock(page.fragment, 0, 2);
    await liveThreads(liveRooms).mark(speechId, chief.id, thread, range);
    const comment = { id: newCommentId(), body: "改推进？", mentions: [] };
    await threads.create(chief, speechId, { id: thread, place: { range, quote: "推动" }, comment });
    const open = await keep("有批注");
    await threads.changeComment(chief, speechId, comment.id, { body: "还是推动好", mentions: [] });
    const edited = await keep("批注改过");
    await threads.resolve(chief, speechId, thread, true);
    const resolved = await keep("办结后");

    const asOf = async ({ id }: { id: typeof open.id }) =>
      (await versions.threads(chief, speechId, id)).map(({ comments, resolved: state }) => [
        comments[0]?.body,
        state !== null,
      ]);
    expect(await asOf(before)).toEqual([]);
    expect(await asOf(open)).toEqual([["改推进？", false]]);
    expect(await asOf(edited)).toEqual([["还是推动好", false]]);
    expect(await asOf(resolved)).toEqual([["还是推动好", true]]);
    const marked = async ({ id }: { id: typeof open.id }) =>
      JSON.stringify((await versions.read(chief, speechId, id)).document).includes(thread);
    expect([await marked(before), await marked(open)]).toEqual([false, true]);
    expect(open.contentHash).toBe(before.contentHash);

    const viewer = await office.addMember(chief, speechId, "viewer");
    const commenter = await office.addMember(chief, speechId, "commenter");
    await expect(versions.threads(viewer, speechId, open.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await versions.threads(commenter, speechId, open.id)).toHaveLength(1);
    await threads.deleteComment(chief, speechId, comment.id);
    expect(await asOf(open)).toEqual([]);
    await liveRooms.close();
  });

  it("VE-43 comments that came with a draft are shown from that draft on, with the times that they carry", async () => {
    const { imports, versions, threads, chief, speechId, liveRooms, clock, page } = await openImportOffice(
      await database.open(),
    );
    clock.time = 1_000_000;
    const writer = page(chief);
    await until(() => writer.allSaved);
    writer.write("要抓好落实。");
    await until(() => writer.allSaved);
    const sent = await versions.create(chief, speechId, { name: "征求意见稿", note: "" });
    const own = { id: newThreadId(), comment: { id: newCommentId(), body: "要快", mentions: [] } };
    await threads.create(chief, speechId, { ...own, place: null });
    writer.write("寄出以后又写的。");
    await until(() => writer.allSaved);
    // With the clock standing still, and what is there kept by the import itself just before the draft.
    const request = { name: "回稿.json", people: [null], comments: true };
    const returned = await imports.createVersion(
      chief,
      speechId,
      upload(JSON.stringify(returnedDraft())),
      request,
    );
    const next = await versions.create(chief, speechId, { name: "二稿", note: "" });
    const list = await versions.list(chief, speechId);
    const before = list.find(({ kind }) => kind === "automatic");
    const said = async (id = returned.id) =>
      (await versions.threads(chief, speechId, id)).flatMap(({ comments }) =>
        comments.map(({ body, createdAt }) => [body, createdAt]),
      );
    const ours = ["要快", 1_000_000];
    const theirs = ["请写实", 600];
    expect(await said(sent.id)).toEqual([ours]);
    expect(await said(before?.id)).toEqual([ours]);
    expect(await said(returned.id)).toEqual([ours, theirs]);
    expect(await said(next.id)).toEqual([ours, theirs]);
    expect((await threads.list(chief, speechId)).map(({ comments }) => comments[0]?.body)).toEqual([
      "要快",
      "请写实",
    ]);
    await liveRooms.close();
  });
});
