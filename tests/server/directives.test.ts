/** What leaders want of a speech: in the text, as cards for its writers, and in the way of its being final. */
import { afterEach, expect, it } from "vitest";
import { ROLES } from "@/core/access";
import { newDirectiveSchema } from "@/core/directive-requests";
import { newCommentId } from "@/core/ids";
import type { Person } from "@/core/person";
import { FIRST_READING_SETTINGS } from "@/core/reading";
import { createReadingSettingsService } from "@/server/services/reading-settings";
import { describeOnBoth } from "../helpers/databases";
import { asked, directiveSpeeches, done, FIRST, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { reasonsNow } from "../helpers/final-reasons";
import { until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const openSpeech = directiveSpeeches();

describeOnBoth("directives", (database) => {
  it("LV-04 other words stand in the text as the leader's suggestion, and are a card until they are taken over", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, chief, speechId, directives, writer } = speech;
    const input = rewording(TEXT, FIRST, "我们要推进工作再上新台阶。");
    const made = await directives.create(leader, speechId, input);
    expect(made).toMatchObject({ quote: FIRST, wording: "我们要推进工作再上新台阶。", state: "open" });
    await until(() => speech.suggestions().length > 0);
    expect(speech.suggestions()).toMatchObject([
      { id: made.id, person: leader.id, kind: "replace", insertedText: "进", deletedText: "动" },
    ]);
    expect(await speech.blockers()).toMatchObject({ directives: 1, suggestions: 1 });
    const settled = await speech.answer(editor, made.id, done());
    expect(settled).toMatchObject({ state: "done", settled: { by: { id: editor.id } } });
    await until(() => speech.suggestions().length === 0);
    expect(textOf(writer.doc).textContent).toContain("我们要推进工作");
    expect(await speech.blockers()).toEqual({ "sign-offs": 1 });
    expect(await directives.list(chief, speechId)).toMatchObject([{ id: made.id, state: "done" }]);
  });

  it("LV-05 signing 修改后同意 holds when the leader's own words are taken over", async () => {
    const { leader, editor, chief, speechId, directives, signOffs, answer } = await openSpeech(database);
    const input = rewording(TEXT, "推动", "推进");
    const { id } = await directives.create(leader, speechId, input);
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed-with-changes", opinion: "", textHash });
    await answer(editor, id, done());
    const { request, blockers } = await signOffs.read(chief, speechId);
    expect(request?.asked[0]?.state).toBe("signed");
    expect(blockers).toEqual({});
  });

  it("LV-06 an instruction is a thread on the passage, and done only with an answer", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads } = speech;
    const made = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充具体数字"));
    const [thread] = await threads.list(editor, speechId);
    expect(thread).toMatchObject({ id: made.thread?.id, directive: "instruction", quote: FIRST });
    await until(() => JSON.stringify(textOf(speech.writer.doc)).includes(thread?.id ?? "none"));
    // Counted once, not as a signer's thread as well.
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
    expect(await speech.blockers()).not.toHaveProperty("threads");
    const unanswered = { code: "unanswered" };
    await expect(speech.answer(editor, made.id, done())).rejects.toMatchObject(unanswered);
    await expect(threads.resolve(editor, speechId, made.thread?.id ?? never(), true)).rejects.toMatchObject(
      unanswered,
    );
    const settled = await speech.answer(editor, made.id, done("已补 12.6%"));
    expect(settled.state).toBe("done");
    expect(settled.thread?.comments.map(({ body }) => body)).toEqual(["补充具体数字", "已补 12.6%"]);
    expect((await threads.list(editor, speechId))[0]?.resolved?.by.id).toBe(editor.id);
    // Reopened there it is open here.
    await threads.resolve(editor, speechId, made.thread?.id ?? never(), false);
    expect((await directives.list(editor, speechId))[0]?.state).toBe("open");
  });

  it("LV-07 asked back it waits for the leader, whose word hands it back", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    const waiting = await speech.answer(editor, id, asked("与上文重复，是否用“推进”？"));
    expect(waiting).toMatchObject({ state: "asked", thread: { comments: [{ author: { id: editor.id } }] } });
    const threadId = waiting.thread?.id ?? never();
    await until(() => JSON.stringify(textOf(speech.writer.doc)).includes(threadId));
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
    const comment = { id: newCommentId(), body: "可以", mentions: [] };
    await threads.reply(leader, speechId, threadId, comment);
    expect((await directives.list(editor, speechId))[0]?.state).toBe("open");
    expect((await speech.answer(editor, id, done())).state).toBe("done");
  });

  it("LV-22 a question that is asked back is no answer: the instruction stays open until it is answered and done", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, threads, clock } = speech;
    // Each word is said at a time of its own.
    clock.now = () => {
      clock.time += 1;
      return clock.time;
    };
    const unanswered = { code: "unanswered" };
    const { id, thread } = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充数字"));
    const threadId = thread?.id ?? never();
    const say = (person: Person, body: string) =>
      threads.reply(person, speechId, threadId, { id: newCommentId(), body, mentions: [] });
    await speech.answer(editor, id, asked("补哪一年的？"));
    const states = async () => (await directives.list(editor, speechId)).map(({ state }) => state);
    // Neither on the card nor by resolving its thread.
    await expect(speech.answer(editor, id, done())).rejects.toMatchObject(unanswered);
    await expect(threads.resolve(editor, speechId, threadId, true)).rejects.toMatchObject(unanswered);
    expect(await states()).toEqual(["asked"]);
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
    // The leader's word hands it back, and is still no answer of the writers'.
    await say(leader, "今年的");
    await expect(speech.answer(editor, id, done())).rejects.toMatchObject(unanswered);
    await expect(threads.resolve(editor, speechId, threadId, true)).rejects.toMatchObject(unanswered);
    expect(await states()).toEqual(["open"]);
    await say(editor, "已补");
    expect((await speech.answer(editor, id, done())).state).toBe("done");
    expect(await speech.blockers()).not.toHaveProperty("directives");
  });

  it("LV-22 asked back and never answered by the leader, the writers may still say how it was carried out", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const { id } = await directives.create(leader, speechId, instruction(TEXT, FIRST, "补充数字"));
    await speech.answer(editor, id, asked("补哪一年的？"));
    expect((await speech.answer(editor, id, done("已当面请示，补了今年的"))).state).toBe("done");
    const word = await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
    await speech.answer(editor, word.id, asked("与标题不一致，是否同改？"));
    expect(await speech.blockers()).toMatchObject({ directives: 1 });
    expect((await speech.answer(editor, word.id, done())).state).toBe("done");
  });

  it("LV-08 its author takes it back, and the text is as it was", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, editor, speechId, directives } = speech;
    const before = await speech.read();
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    expect(await speech.read()).not.toEqual(before);
    await expect(speech.answer(chief, id, { state: "withdrawn" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await speech.answer(leader, id, { state: "withdrawn" });
    expect(await speech.read()).toEqual(before);
    expect(await directives.list(chief, speechId)).toEqual([]);
    await expect(speech.answer(editor, id, done())).rejects.toMatchObject({ code: "conflict" });
  });

  it("LV-03 what changed while it was read is told, and nothing is made", async () => {
    const speech = await openSpeech(database);
    const { leader, speechId, directives, writer } = speech;
    editShared(writer.doc, (tr) => tr.insertText("进", 5, 6));
    await until(() => writer.allSaved);
    const stale = rewording(TEXT, FIRST, "换一句。");
    await expect(directives.create(leader, speechId, stale)).rejects.toMatchObject({ code: "text-changed" });
    expect(await directives.list(leader, speechId)).toEqual([]);
    expect(speech.suggestions()).toEqual([]);
    // The sentence behind it is as it was read.
    await directives.create(leader, speechId, rewording(TEXT, "请同志们讨论。", "请大家讨论。"));
  });

  it("LV-09 sent again it makes nothing twice, and takes nobody else's id", async () => {
    const speech = await openSpeech(database);
    const { leader, speechId, directives, ask, chief } = speech;
    const deputy = await speech.addMember(chief, speechId, "suggester");
    await ask([leader, deputy]);
    const input = rewording(TEXT, "推动", "促进");
    await directives.create(leader, speechId, input);
    await directives.create(leader, speechId, input);
    expect(await directives.list(leader, speechId)).toHaveLength(1);
    await until(() => speech.suggestions().length === 1);
    await expect(directives.create(deputy, speechId, input)).rejects.toMatchObject({ code: "conflict" });
  });

  it("LV-42 other words under the same id are refused, not taken for the first ones", async () => {
    const speech = await openSpeech(database);
    const { leader, speechId, directives } = speech;
    const conflict = { code: "conflict" };
    const input = rewording(TEXT, "推动", "促进");
    await directives.create(leader, speechId, input);
    const said = { ...instruction(TEXT, "推动", "请核"), id: input.id };
    await expect(directives.create(leader, speechId, said)).rejects.toMatchObject(conflict);
    const other = { ...rewording(TEXT, "推动", "推进"), id: input.id };
    await expect(directives.create(leader, speechId, other)).rejects.toMatchObject(conflict);
    const first = instruction(TEXT, "请同志们讨论。", "请核");
    await directives.create(leader, speechId, first);
    await directives.create(leader, speechId, first);
    const again = { ...instruction(TEXT, "请同志们讨论。", "再补充"), id: first.id };
    await expect(directives.create(leader, speechId, again)).rejects.toMatchObject(conflict);
    const wordings = (await directives.list(leader, speechId)).map(({ wording }) => wording);
    expect(wordings.sort()).toEqual([null, "促进"]);
  });

  it("LV-10 only who is asked to sign gives them, as far as the role goes, and only writers carry them out", async () => {
    const speech = await openSpeech(database, "commenter");
    const { leader, chief, speechId, directives } = speech;
    const forbidden = { code: "forbidden" };
    const other = await speech.addMember(chief, speechId, "suggester");
    const reword = () => rewording(TEXT, "推动", "促进");
    await expect(directives.create(other, speechId, reword())).rejects.toMatchObject(forbidden);
    await expect(directives.create(chief, speechId, reword())).rejects.toMatchObject(forbidden);
    // Asked, but with a role that doesn't suggest.
    await expect(directives.create(leader, speechId, reword())).rejects.toMatchObject(forbidden);
    const { id } = await directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
    for (const role of ROLES) {
      const person = await speech.addMember(chief, speechId, role);
      const tried = speech.answer(person, id, asked("请示"));
      if (role === "editor" || role === "chief") expect((await tried).state).toBe("asked");
      else await expect(tried).rejects.toMatchObject(forbidden);
    }
    const outsider = await speech.addPerson();
    await expect(directives.list(outsider, speechId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("LV-11 a speech isn't made final while one is open, unless the chief gives a reason, which stays", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, speechId, directives, stages, signOffs, records } = speech;
    await directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
    const toFinal = async (reasons = {}) => {
      const overrides = await reasonsNow(stages, chief, speechId, reasons);
      return stages.move(chief, speechId, { stage: "final", note: "", overrides });
    };
    await expect(toFinal()).rejects.toMatchObject({ code: "not-ready", message: "directives" });
    await toFinal({ directives: "已当面请示" });
    const { entries } = await records.read(chief, speechId);
    expect(entries.at(-1)?.facts).toMatchObject({
      overrides: { directives: { count: 1, reason: "已当面请示" } },
    });
    // Nobody wants anything of a final text.
    await expect(
      directives.create(leader, speechId, instruction(TEXT, "推动", "再核")),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("LV-12 the size and layout of reading are each person's own, on the server", async () => {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    opened.push(office);
    const { addPerson } = office;
    const [leader, other] = [await addPerson(), await addPerson()];
    const reading = createReadingSettingsService(storage.database);
    expect(await reading.get(leader)).toEqual(FIRST_READING_SETTINGS);
    await reading.set(leader, { size: 26, layout: "pages" });
    await reading.set(leader, { size: 24, layout: "pages" });
    expect(await reading.get(leader)).toEqual({ size: 24, layout: "pages" });
    expect(await reading.get(other)).toEqual(FIRST_READING_SETTINGS);
  });
});

it("LV-02 a request for the same words, or for none of a passage, is refused", () => {
  const same = rewording(TEXT, "推动", "推动");
  expect(newDirectiveSchema.safeParse(same).success).toBe(false);
  expect(newDirectiveSchema.safeParse(rewording(TEXT, "推动", "推进")).success).toBe(true);
  const nowhere = { ...same, wording: "推进", place: { block: 0, text: TEXT, from: 4, to: 4 } };
  expect(newDirectiveSchema.safeParse(nowhere).success).toBe(false);
});

it("LV-02 other words keep the line breaks of the passage and bring no others", () => {
  const asRead = "在全区大会上\n的讲话";
  const sent = (wording: string, text = asRead) => {
    const parsed = newDirectiveSchema.safeParse(rewording(text, text, wording));
    return parsed.data?.kind === "rewording" ? parsed.data.wording : null;
  };
  expect(sent("在全区干部大会上\n的讲话")).toBe("在全区干部大会上\n的讲话");
  expect(sent("在全区干部大会上\r\n的讲话\n")).toBe("在全区干部大会上\n的讲话");
  // Blanks beside the break are the passage's own.
  expect(sent("在大会上 \n的讲话", "在全区大会上 \n的讲话")).toBe("在大会上 \n的讲话");
  expect(sent("在全区大会上的讲话")).toBe("在全区大会上的讲话");
  expect(sent("工作报告\n在全区大会上\n的讲话")).toBe("工作报告在全区大会上\n的讲话");
  expect(sent("在全区\n\n干部大会上\n的讲话")).toBe("在全区干部大会上\n的讲话");
  expect(sent("我们要\n 推进", "推动")).toBe("我们要推进");
  expect(sent("work \n done", "工作")).toBe("work done");
  // Nothing but a break of its own is no other words.
  expect(sent("在全区\n大会上\n的讲话")).toBeNull();
  expect(sent("")).toBe("");
});

function never(): never {
  throw new Error("it has no thread");
}
