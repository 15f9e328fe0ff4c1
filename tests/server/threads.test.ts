/** Threads over real storage: who may do what, and what is kept. */
import { describe, expect, it } from "vitest";
import { can, ROLES, type Role } from "@/core/access";
import { type CommentId, newCommentId, newThreadId, type PersonId, type ThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { describeOnBoth, describeOnSqlite } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

const comment = (body: string, mentions: PersonId[] = []) => ({ id: newCommentId(), body, mentions });
const place = { range: { from: "AAAA", to: "AAAB" }, quote: "页面上的文字" };

describeOnBoth("threads", ({ open }) => {
  async function openSpeech() {
    const office = await openOffice(await open());
    const chief = await office.addPerson({ name: "主笔" });
    const { id } = await office.addSpeech(chief);
    const people = new Map<Role | null, Person>([[null, await office.addPerson({ name: "外人" })]]);
    for (const role of ROLES) people.set(role, await office.addMember(chief, id, role));
    const as = (role: Role | null) => people.get(role) ?? chief;
    const create = (role: Role | null, body = "请核实") =>
      office.threads.create(as(role), id, { id: newThreadId(), place, comment: comment(body) });
    return { ...office, id, as, create };
  }

  it("CO-10 a thread keeps its text, author and time from the server, and tells the speech", async () => {
    const { threads, create, as, id, clock, live } = await openSpeech();
    const thread = await create("commenter");
    expect(thread).toMatchObject({
      quote: "标出的文字",
      createdAt: clock.time,
      resolved: null,
      comments: [
        { author: { id: as("commenter").id }, body: "请核实", createdAt: clock.time, editedAt: null },
      ],
    });
    expect(live.marked).toEqual([thread.id]);
    expect(live.changedSpeeches).toEqual([id]);
    expect(await threads.list(as("viewer"), id)).toEqual([thread]);
  });

  it("CO-11 a thread on the whole speech has no text and marks none", async () => {
    const { threads, as, id, live } = await openSpeech();
    const whole = { id: newThreadId(), place: null, comment: comment("总体很好") };
    expect((await threads.create(as("commenter"), id, whole)).quote).toBeNull();
    expect(live.marked).toEqual([]);
  });

  it("CO-40 a thread may be about a suggestion, and goes on being about it", async () => {
    const { threads, as, create, id } = await openSpeech();
    const suggestion = "s".repeat(20);
    const input = { id: newThreadId(), place, suggestion, comment: comment("为什么改") };
    expect((await threads.create(as("commenter"), id, input)).suggestion).toBe(suggestion);
    expect((await create("commenter")).suggestion).toBeNull();
    await threads.reply(as("suggester"), id, input.id, comment("与文件一致"));
    expect((await threads.list(as("viewer"), id)).find((each) => each.id === input.id)).toMatchObject({
      suggestion,
      comments: [{ body: "为什么改" }, { body: "与文件一致" }],
    });
  });

  it("CO-02 a thread whose text went before the server could mark it keeps what the page showed", async () => {
    const { create, live } = await openSpeech();
    live.text = "";
    expect((await create("commenter")).quote).toBe("页面上的文字");
  });

  it("CO-12 a request that is sent again makes nothing twice, and takes nobody else's id", async () => {
    const { threads, as, id } = await openSpeech();
    const input = { id: newThreadId(), place, comment: comment("一次") };
    const thread = await threads.create(as("commenter"), id, input);
    expect(await threads.create(as("commenter"), id, input)).toEqual(thread);
    await expect(threads.create(as("editor"), id, input)).rejects.toMatchObject({ code: "conflict" });
    const answer = comment("回复");
    await threads.reply(as("editor"), id, thread.id, answer);
    const again = await threads.reply(as("editor"), id, thread.id, answer);
    expect(again.comments.map(({ body }) => body)).toEqual(["一次", "回复"]);
    await expect(threads.reply(as("chief"), id, thread.id, answer)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("CO-12 sent twice in one moment it is made once, and nobody is told of a conflict", async () => {
    const { threads, as, id } = await openSpeech();
    const input = { id: newThreadId(), place, comment: comment("一次", [as("editor").id]) };
    const create = () => threads.create(as("commenter"), id, input);
    const [one, other] = await Promise.all([create(), create()]);
    expect(one).toEqual(other);
    const answer = comment("回复");
    const reply = () => threads.reply(as("editor"), id, one.id, answer);
    await Promise.all([reply(), reply()]);
    const [thread] = await threads.list(as("viewer"), id);
    expect(thread?.comments.map(({ body }) => body)).toEqual(["一次", "回复"]);
  });

  it("CO-13 answers stand in order, reopen a resolved thread, and mention only who is on the speech", async () => {
    const { threads, as, id, create } = await openSpeech();
    const thread = await create("commenter");
    await threads.resolve(as("editor"), id, thread.id, true);
    await threads.reply(as("chief"), id, thread.id, comment("@查看者 请看", [as("viewer").id]));
    const outsider = threads.reply(as("chief"), id, thread.id, comment("@外人", [as(null).id]));
    await expect(outsider).rejects.toMatchObject({ code: "invalid-input" });
    const [read] = await threads.list(as("viewer"), id);
    expect(read?.resolved).toBeNull();
    expect(read?.comments.map(({ body, mentions }) => ({ body, mentions }))).toEqual([
      { body: "请核实", mentions: [] },
      { body: "@查看者 请看", mentions: [as("viewer").id] },
    ]);
  });

  it("CO-14 only its author changes or deletes a comment; the thread stays while others stand in it", async () => {
    const { threads, as, id, create, live } = await openSpeech();
    const thread = await create("commenter");
    const first = idOfComment(thread);
    const change = { body: "改过", mentions: [] };
    for (const role of ["editor", "chief"] as const) {
      await expect(threads.changeComment(as(role), id, first, change)).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(threads.deleteComment(as(role), id, first)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await threads.changeComment(as("commenter"), id, first, change)).comments[0]).toMatchObject({
      body: "改过",
      editedAt: expect.any(Number),
    });
    const answer = comment("回复");
    await threads.reply(as("editor"), id, thread.id, answer);
    const kept = await threads.deleteComment(as("commenter"), id, first);
    expect(kept?.comments).toMatchObject([
      { body: "", deleted: true },
      { body: "回复", deleted: false },
    ]);
    expect(live.marked).toEqual([thread.id]);
    expect(await threads.deleteComment(as("editor"), id, answer.id)).toBeNull();
    expect(await threads.list(as("viewer"), id)).toEqual([]);
    expect(live.marked).toEqual([]);
  });

  it("CO-15 reactions are counted once a person, and taken back", async () => {
    const { threads, as, id, create } = await openSpeech();
    const first = idOfComment(await create("commenter"));
    const react = (role: Role, on: boolean) => threads.react(as(role), id, first, { reaction: "agree", on });
    await react("editor", true);
    await react("editor", true);
    expect((await react("chief", true)).comments[0]?.reactions).toMatchObject([
      { reaction: "agree", people: { length: 2 } },
    ]);
    expect((await react("editor", false)).comments[0]?.reactions).toMatchObject([
      { people: [{ id: as("chief").id }] },
    ]);
  });

  it("CO-16 a thread is resolved, reopened and placed by its author and by who manages threads", async () => {
    const { threads, as, id, create } = await openSpeech();
    const own = await create("commenter");
    const other = await create("editor");
    for (const role of ROLES) {
      const may = can(role, "manage-threads");
      for (const attempt of [
        () => threads.resolve(as(role), id, other.id, true),
        () => threads.resolve(as(role), id, other.id, false),
        () => threads.place(as(role), id, other.id, place),
      ]) {
        if (may) await attempt();
        else await expect(attempt(), role).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    const resolved = await threads.resolve(as("commenter"), id, own.id, true);
    expect(resolved.resolved?.by.id).toBe(as("commenter").id);
    expect((await threads.place(as("commenter"), id, own.id, place)).quote).toBe("标出的文字");
  });

  it("CO-17 a place whose text is gone changes nothing", async () => {
    const { threads, as, id, create, live } = await openSpeech();
    const thread = await create("commenter");
    live.text = "";
    await expect(threads.place(as("editor"), id, thread.id, place)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await threads.list(as("viewer"), id)).toEqual([thread]);
  });

  it("CO-18 in an archived speech threads are read and nothing else", async () => {
    const { threads, speeches, as, id, create } = await openSpeech();
    const thread = await create("commenter");
    await speeches.change(as("chief"), id, { archived: true });
    const answer = () => threads.reply(as("chief"), id, thread.id, comment("回复"));
    await expect(answer()).rejects.toMatchObject({ code: "forbidden" });
    expect(await threads.list(as("viewer"), id)).toHaveLength(1);
    await speeches.change(as("chief"), id, { archived: false });
    expect((await answer()).comments).toHaveLength(2);
  });

  it("CO-19 another speech's threads aren't found from this one", async () => {
    const { threads, as, create, addSpeech } = await openSpeech();
    const thread = await create("chief");
    const { id: other } = await addSpeech(as("chief"));
    const attempts = [
      () => threads.reply(as("chief"), other, thread.id, comment("回复")),
      () => threads.resolve(as("chief"), other, thread.id, true),
      () => threads.place(as("chief"), other, thread.id, place),
      () => threads.deleteComment(as("chief"), other, idOfComment(thread)),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  });
});

describeOnSqlite("limits of threads", ({ open }) => {
  it("CO-20 a speech and a thread hold so many and no more", async () => {
    const storage = await open();
    const { threads, addPerson, addSpeech } = await openOffice(storage);
    const chief = await addPerson();
    const { id } = await addSpeech(chief);
    const thread = await threads.create(chief, id, {
      id: newThreadId(),
      place: null,
      comment: comment("一"),
    });
    await storage.database.transaction(async (queries) => {
      const threadRow = { speech_id: id, quote: null, created_at: 1, resolved_by: null, resolved_at: null };
      const row = { thread_id: thread.id, speech_id: id, author_id: chief.id, body: "答", mentions: "[]" };
      const commentRow = { ...row, deleted: 0 as const, created_at: 1, edited_at: null };
      const fill = (most: number) => Array.from({ length: most - 2 }, () => null);
      for (const _ of fill(LIMITS.threadsPerSpeech)) {
        await queries
          .insertInto("threads")
          .values({ ...threadRow, id: newThreadId() })
          .execute();
      }
      for (const _ of fill(LIMITS.commentsPerThread)) {
        await queries
          .insertInto("comments")
          .values({ ...commentRow, id: newCommentId() })
          .execute();
      }
    });
    const create = () =>
      threads.create(chief, id, { id: newThreadId(), place: null, comment: comment("二") });
    await create();
    await expect(create()).rejects.toMatchObject({ code: "too-large" });
    await threads.reply(chief, id, thread.id, comment("答"));
    await expect(threads.reply(chief, id, thread.id, comment("答"))).rejects.toMatchObject({
      code: "too-large",
    });
  }, 20_000);
});

function idOfComment(thread: {
  readonly id: ThreadId;
  readonly comments: readonly { readonly id: CommentId }[];
}) {
  const [first] = thread.comments;
  if (first === undefined) throw new Error(`no comment in ${thread.id}`);
  return first.id;
}

describe("the access table", () => {
  it("AC-01 whoever may comment may read, and who may edit may manage threads", () => {
    for (const role of ROLES) {
      if (can(role, "comment")) expect(can(role, "read")).toBe(true);
      expect(can(role, "manage-threads")).toBe(can(role, "edit"));
    }
  });
});
