/** The inbox over real storage: who is told of what, in the transaction of what they're told of. */
import { afterEach, expect, it } from "vitest";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import { noticePath } from "@/core/notice";
import type { Person } from "@/core/person";
import { leaveOutOfMail } from "@/server/services/notice-rows";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { instruction, rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const TEXT = "我们要推动工作再上新台阶。";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function openSpeech(database: TestDatabase) {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  // No two things happen in one millisecond, so that the inbox has an order to test.
  office.clock.now = () => {
    office.clock.time += 1;
    return office.clock.time;
  };
  const { chief, speechId, notices, threads } = office;
  const editor = await office.addMember(chief, speechId, "editor");
  const leader = await office.addMember(chief, speechId, "suggester");
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices
      // What everybody who was put on the speech was told first.
      .filter(({ kind }) => kind !== "access")
      .map(({ kind, facts, actor }) => ({ kind, actor: actor.id, ...facts }));
  const comment = (body: string, mentions: readonly PersonId[] = []) => ({
    id: newCommentId(),
    body,
    mentions: [...mentions],
  });
  const begin = (person: Person, mentions: readonly PersonId[] = []) =>
    threads.create(person, speechId, { id: newThreadId(), place: null, comment: comment("请核", mentions) });
  const write = async () => {
    const writer = office.page(editor);
    await until(() => writer.allSaved);
    writer.write(TEXT);
    await until(() => writer.allSaved);
  };
  const ask = async (people: readonly Person[], inOrder = false) =>
    office.signOffs.request(chief, speechId, {
      people: people.map(({ id }) => id),
      inOrder,
      dueOn: null,
      note: "",
      latest: await office.latestAsked(),
    });
  return { ...office, editor, leader, told, comment, begin, write, ask };
}

describeOnBoth("notices", (database) => {
  it("NT-01 whoever is mentioned is told once, also by a later change, and nobody of one's own", async () => {
    const { threads, speechId, chief, editor, leader, told, begin, comment, bell } =
      await openSpeech(database);
    const thread = await begin(editor, [chief.id, editor.id]);
    const first = thread.comments[0]?.id;
    expect(await told(chief)).toEqual([
      { kind: "mention", actor: editor.id, thread: thread.id, comment: first },
    ]);
    expect(await told(editor)).toEqual([]);
    expect(bell.rung).toContain(chief.id);
    const change = { ...comment("请两位核", [chief.id, leader.id]) };
    await threads.changeComment(editor, speechId, first ?? newCommentId(), change);
    expect(await told(chief)).toHaveLength(1);
    expect(await told(leader)).toMatchObject([{ kind: "mention" }]);
  });

  it("NT-02 an answer is told to those who have a part in the thread and are on the speech still", async () => {
    const { threads, speeches, speechId, chief, editor, leader, told, begin, comment } =
      await openSpeech(database);
    const thread = await begin(editor);
    await threads.reply(leader, speechId, thread.id, comment("已核"));
    await threads.reply(chief, speechId, thread.id, comment("好", [leader.id]));
    expect(await told(editor)).toMatchObject([
      { kind: "reply", actor: chief.id },
      { kind: "reply", actor: leader.id },
    ]);
    // Mentioned, and so not told of the answer as well.
    expect(await told(leader)).toMatchObject([{ kind: "mention", actor: chief.id }]);
    await speeches.removeMember(chief, speechId, editor.id);
    await threads.reply(leader, speechId, thread.id, comment("又及"));
    expect(await told(editor)).toHaveLength(2);
    expect(await told(chief)).toMatchObject([{ kind: "reply", actor: leader.id }]);
  });

  it("NT-03 who is asked to sign is told when it is their turn, and who asked what was answered", async () => {
    const { signOffs, speechId, chief, editor, leader, told, write, ask } = await openSpeech(database);
    await write();
    await ask([editor, leader], true);
    expect(await told(editor)).toMatchObject([{ kind: "review", actor: chief.id }]);
    expect(await told(leader)).toEqual([]);
    const { textHash } = await signOffs.text(editor, speechId);
    await signOffs.sign(editor, speechId, { answer: "agreed", opinion: "", textHash });
    expect(await told(leader)).toMatchObject([{ kind: "review", actor: chief.id }]);
    await signOffs.sign(leader, speechId, { answer: "returned", opinion: "再改", textHash });
    expect(await told(chief)).toMatchObject([
      { kind: "decision", on: "sign-off", answer: "returned", actor: leader.id },
      { kind: "decision", on: "sign-off", answer: "agreed", actor: editor.id },
    ]);
  });

  it("NT-04 a leader's points are told once until they are read, and the leader what became of them", async () => {
    const { directives, notices, speechId, chief, editor, leader, told, write, ask } =
      await openSpeech(database);
    await write();
    await ask([leader]);
    const first = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    await directives.create(leader, speechId, instruction("我们要推进工作再上新台阶。", "工作", "请核"));
    expect(await told(chief)).toMatchObject([{ kind: "directive", actor: leader.id }]);
    await notices.markRead(chief, {});
    await directives.create(leader, speechId, instruction("我们要推进工作再上新台阶。", "台阶", "再核"));
    expect(await told(chief)).toHaveLength(2);
    await directives.answer(editor, speechId, first.id, { state: "done", id: newCommentId() });
    expect((await told(leader))[0]).toMatchObject({ kind: "decision", on: "directive", state: "done" });
  });

  it("NT-04 the leader is told once when somebody else settles or reopens an instruction in its thread", async () => {
    const { directives, threads, notices, speechId, chief, editor, leader, told, write, ask, comment, bell } =
      await openSpeech(database);
    await write();
    await ask([leader]);
    const outcomes = async () =>
      (await told(leader)).flatMap((notice) => ("state" in notice ? [[notice.state, notice.actor]] : []));
    const point = await directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
    const thread = point.thread?.id ?? newThreadId();
    await threads.reply(editor, speechId, thread, comment("已核"));
    await notices.markRead(leader, {});
    bell.rung.length = 0;
    // Twice each: the second changes nothing.
    for (const _ of [1, 2]) await threads.resolve(editor, speechId, thread, true);
    expect(await outcomes()).toEqual([["done", editor.id]]);
    expect(bell.rung).toEqual([leader.id]);
    for (const _ of [1, 2]) await threads.resolve(chief, speechId, thread, false);
    expect(await outcomes()).toEqual([
      ["open", chief.id],
      ["done", editor.id],
    ]);
    expect(bell.rung).toEqual([leader.id, leader.id]);
  });

  it("NT-04 nothing is told of what the leader settles alone, of a refused settling, nor of other threads", async () => {
    const { directives, threads, speechId, editor, leader, told, begin, write, ask, comment } =
      await openSpeech(database);
    await write();
    await ask([leader]);
    const point = await directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
    const thread = point.thread?.id ?? newThreadId();
    const decisions = async () => (await told(leader)).filter(({ kind }) => kind === "decision");
    await expect(threads.resolve(editor, speechId, thread, true)).rejects.toMatchObject({
      code: "unanswered",
    });
    await threads.reply(editor, speechId, thread, comment("已核"));
    for (const resolved of [true, false]) await threads.resolve(leader, speechId, thread, resolved);
    const remark = await begin(leader);
    for (const resolved of [true, false]) await threads.resolve(editor, speechId, remark.id, resolved);
    await directives.answer(leader, speechId, point.id, { state: "withdrawn" });
    for (const resolved of [false, true]) await threads.resolve(editor, speechId, thread, resolved);
    expect(await decisions()).toEqual([]);
  });

  it("NT-143 all of them marked as read are those that were shown and older ones, none told since", async () => {
    const { notices, chief, editor, told, begin } = await openSpeech(database);
    await begin(editor, [chief.id]);
    await begin(editor, [chief.id]);
    const [shown] = (await notices.inbox(chief)).notices;
    await begin(editor, [chief.id]);
    const inbox = await notices.markRead(chief, { until: shown?.at });
    expect(inbox.notices.map(({ read }) => read)).toEqual([false, true, true]);
    expect(inbox.unread).toBe(1);
    expect(await told(editor)).toEqual([]);
  });

  it("NT-70 each leader's points are told under that leader's name, and anew once a mail told of those before", async () => {
    const { parts, directives, speechId, chief, leader, told, write, ask, clock, addMember } =
      await openSpeech(database);
    const other = await addMember(chief, speechId, "suggester");
    await write();
    await ask([leader, other]);
    const point = (person: Person, quote: string) =>
      directives.create(person, speechId, instruction(TEXT, quote, "请核"));
    await point(leader, "推动");
    await point(other, "工作");
    await point(leader, "台阶");
    expect(await told(chief)).toMatchObject([
      { kind: "directive", actor: other.id },
      { kind: "directive", actor: leader.id },
    ]);
    await parts.database.query((queries) => leaveOutOfMail(queries, chief.id, clock.now()));
    await point(leader, "我们");
    expect(await told(chief)).toMatchObject([
      { kind: "directive", actor: leader.id },
      { kind: "directive", actor: other.id },
      { kind: "directive", actor: leader.id },
    ]);
  });

  it("NT-05 of a speech that one was taken off nothing is shown but that", async () => {
    const { speeches, notices, speechId, chief, editor, leader, begin } = await openSpeech(database);
    await begin(editor, [leader.id]);
    const [mention] = (await notices.inbox(leader)).notices;
    expect(mention).toMatchObject({ excerpt: "请核", speech: { id: speechId, title: "讲话" } });
    expect(mention && noticePath(mention)).toContain(`/speeches/${speechId}?thread=`);
    await speeches.removeMember(chief, speechId, leader.id);
    const [removed, ...before] = (await notices.inbox(leader)).notices;
    expect(removed).toMatchObject({ kind: "access", facts: { role: null, title: "讲话" }, speech: null });
    expect(removed && noticePath(removed)).toBeNull();
    for (const notice of before) expect(notice).toMatchObject({ speech: null, excerpt: null });
  });

  it("NT-06 unread is counted and read by its own person only", async () => {
    const { notices, chief, editor, leader, begin, bell } = await openSpeech(database);
    await begin(editor, [chief.id, leader.id]);
    const { notices: mine, unread } = await notices.inbox(chief);
    expect(unread).toBe(1);
    expect(await notices.unread(chief.id)).toBe(1);
    const ids = mine.map(({ id }) => id);
    await notices.markRead(leader, { ids });
    expect(await notices.unread(chief.id)).toBe(1);
    bell.rung.length = 0;
    const after = await notices.markRead(chief, { ids });
    expect(after).toMatchObject({ unread: 0, notices: [{ read: true }] });
    expect(bell.rung).toEqual([chief.id]);
  });

  it("NT-07 what isn't stored isn't told", async () => {
    const { threads, speechId, editor, chief, leader, told, begin, comment, bell } =
      await openSpeech(database);
    const outsider = { id: "0123456789abcdefghij" as PersonId };
    bell.rung.length = 0;
    await expect(begin(editor, [chief.id, outsider.id])).rejects.toMatchObject({ code: "invalid-input" });
    expect(await told(chief)).toEqual([]);
    expect(bell.rung).toEqual([]);
    // Sent again, it is one answer and one notice.
    const thread = await begin(editor);
    const answer = comment("好");
    await threads.reply(leader, speechId, thread.id, answer);
    await threads.reply(leader, speechId, thread.id, answer);
    expect(await told(editor)).toHaveLength(1);
  });
});
