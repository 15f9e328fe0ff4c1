/** A leader's points and who may only view the speech: like everything else about how the text comes about. */
import { expect, it } from "vitest";
import type { Role } from "@/core/access";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import type { Person } from "@/core/person";
import { paperSource } from "@/server/services/export-source";
import { speechFor } from "@/server/services/speech-row";
import { describeOnBoth } from "../helpers/databases";
import { directiveSpeeches, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";

const CLEAN = {
  format: "docx",
  style: "gbt9704",
  watermark: false,
  content: "clean",
  comments: true,
} as const;

const ROLES_SHOWN = [
  ["viewer", false],
  ["commenter", true],
  ["editor", true],
] as const satisfies readonly (readonly [Role, boolean])[];

describeOnBoth("a leader's points", (database) => {
  const openSpeech = directiveSpeeches();

  /** An instruction, other words with a word about them, an opinion with 修改后同意 and somebody's comment. */
  async function open() {
    const speech = await openSpeech(database);
    const { chief, leader, editor, speechId, directives, signOffs, threads, clock } = speech;
    // Each word is said at a time of its own.
    clock.now = () => {
      clock.time += 1;
      return clock.time;
    };
    const { thread } = await directives.create(leader, speechId, instruction(TEXT, "推动", "口气再硬些"));
    if (thread === null) throw new Error("an instruction without a thread");
    const words = await directives.create(leader, speechId, rewording(TEXT, "讨论", "审议"));
    const { textHash } = await signOffs.text(leader, speechId);
    const opinion = "只给写稿的人看";
    await signOffs.sign(leader, speechId, { answer: "agreed-with-changes", opinion, textHash });
    const say = (body: string, mentions: readonly PersonId[] = []) => ({
      id: newCommentId(),
      body,
      mentions: [...mentions],
    });
    /** As 评论 on the card of the leader's words begins it. */
    const sayOfWords = (body: string, mentions: readonly PersonId[] = []) =>
      threads.create(editor, speechId, {
        id: newThreadId(),
        place: null,
        suggestion: words.id,
        comment: say(body, mentions),
      });
    const aboutWords = await sayOfWords("领导改成审议");
    const comment = say("请核数字");
    await threads.create(chief, speechId, { id: newThreadId(), place: null, comment });
    const told = async (person: Person) =>
      (await speech.notices.inbox(person)).notices
        .filter(({ kind }) => kind === "mention" || kind === "reply")
        .map(({ kind, excerpt }) => [kind, excerpt]);
    return { ...speech, point: thread.id, aboutWords: aboutWords.id, say, sayOfWords, told };
  }

  it.each(ROLES_SHOWN)(
    "LV-10 AC-01 a %s is shown them as threads: %s; comments in any case",
    async (role, isShown) => {
      const { chief, speechId, speeches, threads, addMember } = await open();
      const reader = await addMember(chief, speechId, role);
      const shown = async () =>
        (await threads.list(reader, speechId)).map(({ comments: [first] }) => first?.body);
      const expected = isShown ? ["口气再硬些", "领导改成审议", "只给写稿的人看", "请核数字"] : ["请核数字"];
      expect((await shown()).sort()).toEqual([...expected].sort());
      // Archived, it is read by everybody on it as far as each could see before.
      await speeches.change(chief, speechId, { archived: true });
      expect((await shown()).sort()).toEqual([...expected].sort());
    },
  );

  it.each(ROLES_SHOWN)("LV-10 EX-06 a %s gets them on a paper with comments: %s", async (role, isShown) => {
    const { chief, speechId, addMember, parts } = await open();
    const reader = await addMember(chief, speechId, role);
    const row = await parts.database.query((queries) => speechFor(queries, reader.id, speechId));
    const { content } = await paperSource(parts, row, CLEAN);
    const words = JSON.stringify(content);
    expect(words).toContain("请核数字");
    // What is proposed is part of the text, whoever proposed it.
    expect(words).toContain('"审议"');
    for (const point of ["口气再硬些", "领导改成审议", "只给写稿的人看"])
      expect(words.includes(point)).toBe(isShown);
  });

  it.each(ROLES_SHOWN)(
    "LV-10 NT-01 a %s who is mentioned in what is said of one is told of it: %s",
    async (role, isShown) => {
      const { chief, editor, speechId, threads, addMember, point, say, told } = await open();
      const reader = await addMember(chief, speechId, role);
      await threads.reply(editor, speechId, point, say("已改硬", [reader.id]));
      expect(await told(reader)).toEqual(isShown ? [["mention", "已改硬"]] : []);
      await threads.create(editor, speechId, {
        id: newThreadId(),
        place: null,
        comment: say("请看", [reader.id]),
      });
      expect((await told(reader))[0]).toEqual(["mention", "请看"]);
    },
  );

  it.each(ROLES_SHOWN)(
    "LV-10 NT-01 a %s who is mentioned in what is said of other words is told of it: %s",
    async (role, isShown) => {
      const { chief, editor, speechId, threads, addMember, aboutWords, say, sayOfWords, told } = await open();
      const reader = await addMember(chief, speechId, role);
      await threads.reply(editor, speechId, aboutWords, say("已审议", [reader.id]));
      await sayOfWords("还改哪里", [reader.id]);
      const both = [
        ["mention", "还改哪里"],
        ["mention", "已审议"],
      ];
      expect(await told(reader)).toEqual(isShown ? both : []);
    },
  );

  it("LV-10 NT-02 who became a viewer is told of no answer, and nothing of what was said before", async () => {
    const { chief, editor, leader, speechId, threads, speeches, addMember, ...rest } = await open();
    const { point, aboutWords, say, told } = rest;
    const helper = await addMember(chief, speechId, "editor");
    await threads.reply(helper, speechId, point, say("我来改"));
    await threads.reply(editor, speechId, point, say("改到哪儿了", [helper.id]));
    await threads.reply(editor, speechId, aboutWords, say("审议什么", [helper.id]));
    const before = await told(helper);
    expect(before.map(([, excerpt]) => excerpt)).toEqual(["审议什么", "改到哪儿了"]);
    await speeches.setMember(chief, speechId, helper.id, "viewer");
    await threads.reply(editor, speechId, point, say("已改完"));
    expect(await told(helper)).toEqual(before.map(([kind]) => [kind, null]));
    expect((await told(leader)).map(([kind]) => kind)).toContain("reply");
  });
});
