/** What a leader's point came to: by the writers' answer, in the list of suggestions, by words anew. */
import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { type CommentId, newCommentId, newThreadId } from "@/core/ids";
import type { Person } from "@/core/person";
import { describeOnBoth } from "../helpers/databases";
import { asked, directiveSpeeches, done, FIRST, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { textOf, writeText } from "../helpers/shared-edit";

const openSpeech = directiveSpeeches();

describeOnBoth("answers to directives", (database) => {
  it("LV-40 rejected among the suggestions, other words are done only with a word to the leader; accepted, as they are", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const card = async (id: string) =>
      (await directives.list(leader, speechId)).find((each) => each.id === id);
    const first = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    expect(first.decided).toBeNull();
    await speech.decide(first.id, "reject");
    expect(await card(first.id)).toMatchObject({
      state: "open",
      decided: { outcome: "rejected", by: { id: editor.id, name: editor.name } },
    });
    await expect(speech.answer(editor, first.id, done())).rejects.toMatchObject({ code: "unanswered" });
    expect((await card(first.id))?.state).toBe("open");
    expect(await speech.answer(editor, first.id, done("与标题保持一致，未改"))).toMatchObject({
      state: "done",
      thread: { comments: [{ body: "与标题保持一致，未改" }] },
      decided: { outcome: "rejected" },
    });
    const second = await directives.create(leader, speechId, rewording(TEXT, "讨论", "审议"));
    await speech.decide(second.id, "accept");
    expect(await card(second.id)).toMatchObject({ state: "open", decided: { outcome: "accepted" } });
    expect((await speech.answer(editor, second.id, done())).state).toBe("done");
  });

  it("LV-08 other words that were accepted among the suggestions aren't taken back; rejected ones are", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, writer } = speech;
    const withdrawn = { state: "withdrawn" } as const;
    const taken = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    await speech.decide(taken.id, "accept");
    const now = TEXT.replace("推动", "推进");
    const twice = await Promise.allSettled([
      speech.answer(leader, taken.id, withdrawn),
      speech.answer(leader, taken.id, withdrawn),
    ]);
    const told = twice.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(told).toEqual(["conflict", "conflict"]);
    expect(await directives.list(leader, speechId)).toMatchObject([
      { state: "open", settled: null, decided: { outcome: "accepted", by: { id: editor.id } } },
    ]);
    expect(textOf(writer.doc).textContent).toBe(now);
    const turnedDown = await directives.create(leader, speechId, rewording(now, "讨论", "审议"));
    await speech.decide(turnedDown.id, "reject");
    expect((await speech.answer(leader, turnedDown.id, withdrawn)).state).toBe("withdrawn");
    expect((await speech.answer(editor, taken.id, done())).state).toBe("done");
  });

  it("LV-41 what is said along with 已落实 begins the rewording's thread, at its words", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads, writer } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    const settled = await speech.answer(editor, id, done("已改，标题同改"));
    expect(settled).toMatchObject({
      state: "done",
      thread: { comments: [{ author: { id: editor.id }, body: "已改，标题同改" }] },
    });
    const threadId = settled.thread?.id ?? "none";
    const [thread] = await threads.list(leader, speechId);
    expect(thread).toMatchObject({ id: threadId, resolved: { by: { id: editor.id } } });
    await until(() => textMarkedWith(textOf(writer.doc), threadId) === "推进");
    // Rejected meanwhile, it is about the words that stayed.
    const other = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace("动", "进"), "讨论", "审议"),
    );
    await speech.decide(other.id, "reject");
    const word = await speech.answer(editor, other.id, done("维持原文"));
    await until(() => textMarkedWith(textOf(writer.doc), word.thread?.id ?? "none") === "讨论");
  });

  it("LV-45 words anew for the same sentence replace the first ones, and taken back bring what was there before them", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, speechId, directives } = speech;
    const before = await speech.read();
    await directives.create(leader, speechId, rewording(TEXT, FIRST, "要推进工作再上新台阶。"));
    const now = TEXT.replace(FIRST, "要推进工作再上新台阶。");
    // Behind the sentence: it stays.
    await directives.create(leader, speechId, rewording(now, "讨论", "审议"));
    const second = rewording(now.replace("讨论", "审议"), "要推进工作再上新台阶。", "推进工作迈上新台阶。");
    await directives.create(leader, speechId, second);
    const again = await directives.create(leader, speechId, second);
    expect(again).toMatchObject({ id: second.id, quote: FIRST, wording: "推进工作迈上新台阶。" });
    const wordings = (await directives.list(chief, speechId)).map(({ wording }) => wording);
    expect(wordings.sort()).toEqual(["审议", "推进工作迈上新台阶。"]);
    await until(() => speech.suggestions().length === 2);
    expect(JSON.stringify(await speech.read())).toContain("推进工作迈上新台阶。请同志们审议。");
    for (const { id } of await directives.list(leader, speechId)) {
      await speech.answer(leader, id, { state: "withdrawn" });
    }
    expect(await speech.read()).toEqual(before);
  });

  it("LV-48 other words that were carried out are open again once a version brings their suggestion back", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, editor, speechId, directives, versions, threads, notices, live } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    const other = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace("动", "进"), "讨论", "审议"),
    );
    const version = await versions.create(chief, speechId, { name: "领导改后", note: "" });
    await speech.answer(editor, id, done("已改"));
    await speech.decide(other.id, "reject");
    await speech.answer(editor, other.id, done("维持原文"));
    expect(await speech.blockers()).not.toHaveProperty("directives");
    live.changedSpeeches.length = 0;
    await versions.restore(editor, speechId, version.id, {});
    const states = async () =>
      (await directives.list(leader, speechId)).map(({ state, settled, decided }) => ({
        state,
        settled,
        decided,
      }));
    const open = { state: "open", settled: null, decided: null };
    await expect.poll(states).toEqual([open, open]);
    await expect.poll(() => live.changedSpeeches).toEqual([speechId]);
    expect((await threads.list(leader, speechId)).map(({ resolved }) => resolved)).toEqual([null, null]);
    expect(await speech.blockers()).toMatchObject({ directives: 2 });
    const told = (await notices.inbox(leader)).notices.filter(({ facts }) => "state" in facts);
    expect(told.filter(({ facts }) => "state" in facts && facts.state === "open")).toHaveLength(2);
    // The leader takes one back, the writers carry out the other.
    await speech.answer(leader, id, { state: "withdrawn" });
    expect((await speech.answer(editor, other.id, done())).state).toBe("done");
    expect(await speech.blockers()).not.toHaveProperty("directives");
  });

  it("LV-48 a decision that is undone opens them likewise; decided anew meanwhile, they stay done", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, decisions, writer, parts } = speech;
    const states = async () => (await directives.list(leader, speechId)).map(({ state }) => state);
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    await until(() => speech.suggestions().length === 1);
    const proposed = textOf(writer.doc);
    await speech.decide(id, "accept");
    await speech.answer(editor, id, done());
    writeText(writer.doc, proposed);
    await expect.poll(states).toEqual(["open"]);
    await speech.answer(editor, id, done());
    await until(() => speech.suggestions().length === 0);
    // As if the process had ended before anything was told.
    await parts.database.query((queries) => queries.updateTable("decisions").set({ told: 0 }).execute());
    await decisions.tellProposers(speechId);
    expect(await states()).toEqual(["done"]);
  });

  it("LV-46 the thread of a withdrawn instruction is reopened, answered and resolved without asking anything of anybody", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads } = speech;
    const made = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充"));
    const threadId = made.thread?.id ?? newThreadId();
    expect(JSON.stringify(await speech.blockers())).toContain("directives");
    await speech.answer(leader, made.id, { state: "withdrawn" });
    await threads.resolve(editor, speechId, threadId, false);
    await threads.reply(leader, speechId, threadId, { id: newCommentId(), body: "不用了", mentions: [] });
    expect(await directives.list(editor, speechId)).toEqual([]);
    expect((await threads.resolve(leader, speechId, threadId, true)).resolved).not.toBeNull();
    expect(await directives.list(editor, speechId)).toEqual([]);
    expect(JSON.stringify(await speech.blockers())).not.toContain("directives");
  });

  it("LV-46 one that is done stays so with its thread, whatever others than its giver say there; the giver's word opens both", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, chief, speechId, directives, threads } = speech;
    const made = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充"));
    const threadId = made.thread?.id ?? newThreadId();
    const say = async (person: Person, body: string) => {
      const { resolved } = await threads.reply(person, speechId, threadId, {
        id: newCommentId(),
        body,
        mentions: [],
      });
      const [directive] = await directives.list(editor, speechId);
      return [directive?.state, resolved === null ? "open" : "resolved"];
    };
    expect(await say(editor, "正在补")).toEqual(["open", "open"]);
    await speech.answer(editor, made.id, done("已补"));
    expect(await say(editor, "又补了一句")).toEqual(["done", "resolved"]);
    expect(await say(chief, "数字核过了")).toEqual(["done", "resolved"]);
    expect(await speech.blockers()).not.toHaveProperty("directives");
    expect(await say(leader, "还要写到县一级")).toEqual(["open", "open"]);
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
  });

  it("LV-61 an instruction that is worded anew asks for a new answer, and is open again when it was done", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads, clock } = speech;
    // Each word is said at a time of its own.
    clock.now = () => {
      clock.time += 1;
      return clock.time;
    };
    const { id, thread } = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充数字"));
    const threadId = thread?.id ?? newThreadId();
    const first = thread?.comments[0]?.id ?? newCommentId();
    const say = (body: string) =>
      threads.reply(editor, speechId, threadId, { id: newCommentId(), body, mentions: [] });
    const reword = (body: string) => threads.changeComment(leader, speechId, first, { body, mentions: [] });
    const states = async () => (await directives.list(editor, speechId)).map(({ state }) => state);
    await say("已补 12.6%");
    await reword("这段整段删去，另写就业");
    const unanswered = { code: "unanswered" };
    await expect(speech.answer(editor, id, done())).rejects.toMatchObject(unanswered);
    await expect(threads.resolve(editor, speechId, threadId, true)).rejects.toMatchObject(unanswered);
    const { thread: answered } = await speech.answer(editor, id, done("已删去"));
    // Saved as it was, it asks for nothing; a writer's own answer may be put better.
    await reword("这段整段删去，另写就业");
    const answer = answered?.comments.at(-1)?.id ?? newCommentId();
    await threads.changeComment(editor, speechId, answer, { body: "已删去，就业另起一段", mentions: [] });
    expect(await states()).toEqual(["done"]);
    const again = await reword("写明会议日期");
    expect(again.resolved).toBeNull();
    expect(await states()).toEqual(["open"]);
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
    await expect(speech.answer(editor, id, done())).rejects.toMatchObject(unanswered);
    expect((await speech.answer(editor, id, done("已写明"))).state).toBe("done");
  });

  it("LV-62 what was asked back is the writers' again when the question is deleted", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads } = speech;
    const states = async () => (await directives.list(leader, speechId)).map(({ state }) => state);
    const word = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    const { thread: about } = await speech.answer(editor, word.id, asked("用“推进”可以吗？"));
    await threads.deleteComment(editor, speechId, about?.comments[0]?.id ?? newCommentId());
    expect(await directives.list(leader, speechId)).toMatchObject([{ state: "open", thread: null }]);
    await speech.answer(editor, word.id, done());
    const said = await directives.create(leader, speechId, instruction(TEXT, "讨论", "补数字"));
    const threadId = said.thread?.id ?? newThreadId();
    const more = { id: newCommentId(), body: "请看附件", mentions: [] };
    await threads.reply(editor, speechId, threadId, more);
    const { thread } = await speech.answer(editor, said.id, asked("哪年的？"));
    // Another word isn't the question.
    await threads.deleteComment(editor, speechId, more.id);
    expect(await states()).toEqual(["done", "asked"]);
    await threads.deleteComment(editor, speechId, thread?.comments.at(-1)?.id ?? newCommentId());
    expect(await states()).toEqual(["done", "open"]);
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
  });

  it("LV-47 the answer that carried out a leader's point isn't deleted from under it; another word is", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads } = speech;
    const made = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充"));
    const settled = await speech.answer(editor, made.id, done("已补"));
    const threadId = settled.thread?.id ?? newThreadId();
    const [, answer] = settled.thread?.comments ?? [];
    const remove = (id: CommentId) => threads.deleteComment(editor, speechId, id);
    await expect(remove(answer?.id ?? newCommentId())).rejects.toMatchObject({ code: "unanswered" });
    const [thread] = await threads.list(leader, speechId);
    expect(thread?.comments.map(({ body }) => body)).toEqual(["补充", "已补"]);
    const more = newCommentId();
    await threads.reply(editor, speechId, threadId, { id: more, body: "又补了一句", mentions: [] });
    await remove(answer?.id ?? newCommentId());
    await expect(remove(more)).rejects.toMatchObject({ code: "unanswered" });
    expect((await directives.list(leader, speechId))[0]?.state).toBe("done");
    // A rewording that was taken over needs no word, one that was rejected does.
    const taken = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    const word = (await speech.answer(editor, taken.id, done("已改"))).thread?.comments[0];
    await remove(word?.id ?? newCommentId());
    const other = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace("动", "进"), "讨论", "审议"),
    );
    await speech.decide(other.id, "reject");
    const kept = (await speech.answer(editor, other.id, done("维持原文"))).thread?.comments[0];
    await expect(remove(kept?.id ?? newCommentId())).rejects.toMatchObject({ code: "unanswered" });
  });
});

/** The words that are a thread's place. */
function textMarkedWith(text: Node, thread: string): string {
  let found = "";
  text.descendants((node) => {
    if (node.marks.some(({ attrs }) => attrs.thread === thread)) found += node.text ?? "";
  });
  return found;
}
