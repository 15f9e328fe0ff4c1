/** The text is marked before the row is stored: what is refused in between leaves nothing in the text. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId, type ThreadId } from "@/core/ids";
import { createDirectiveService } from "@/server/services/directives";
import type { DirectiveEdits, LiveThreads } from "@/server/services/ports";
import { createThreadService } from "@/server/services/threads";
import { directiveEdits } from "@/server/sync/directive-edits";
import { describeOnBoth } from "../helpers/databases";
import { asked, type DirectiveSpeech, directiveSpeeches, done, TEXT } from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { openOffice } from "../helpers/offices";
import { until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";

const place = { range: { from: "AAAA", to: "AAAB" }, quote: "标出的文字" };

describeOnBoth("what is refused once the text is marked", (database) => {
  const openSpeech = directiveSpeeches();

  async function openThreads() {
    const storage = await database.open();
    const office = await openOffice(storage);
    const chief = await office.addPerson();
    const { id } = await office.addSpeech(chief);
    const who = await office.addMember(chief, id, "commenter");
    const { live, bell, clock, logger, speeches } = office;
    const say = (meanwhile: () => Promise<unknown>, thread: ThreadId = newThreadId()) => {
      const marking: LiveThreads = {
        mark: async (speech, person, marked) => {
          const text = await live.mark(speech, person, marked);
          await meanwhile();
          return text;
        },
        unmark: (...input) => live.unmark(...input),
        changed: (speech) => live.changed(speech),
      };
      const crossing = createThreadService({
        database: storage.database,
        live: marking,
        bell,
        clock,
        logger,
      });
      const comment = { id: newCommentId(), body: "请核实", mentions: [chief.id] };
      return {
        create: () => crossing.create(who, id, { id: thread, place, comment }),
        move: () => crossing.place(who, id, thread, place),
      };
    };
    return { ...office, chief, id, who, say, speeches };
  }

  it.each([
    ["viewer", "forbidden"],
    [null, "not-found"],
  ] as const)("CO-21 has no place of a comment in the text (%s now)", async (role, code) => {
    const { say, id, who, chief, live, threads, speeches } = await openThreads();
    const { create } = say(() =>
      role === null ? speeches.removeMember(chief, id, who.id) : speeches.setMember(chief, id, who.id, role),
    );
    await expect(create()).rejects.toMatchObject({ code });
    expect(live.marked).toEqual([]);
    expect(await threads.list(chief, id)).toEqual([]);
  });

  it("CO-21 has none of a comment that mentions somebody who isn't on the speech any more", async () => {
    const { say, id, chief, live, addMember, speeches } = await openThreads();
    const other = await addMember(chief, id, "chief");
    const { create } = say(() => speeches.removeMember(other, id, chief.id));
    await expect(create()).rejects.toMatchObject({ code: "invalid-input" });
    expect(live.marked).toEqual([]);
  });

  it("CO-21 answers with the refusal where the text can't be changed back, which is on the log", async () => {
    const { say, id, who, chief, live, logger, speeches } = await openThreads();
    const failure = new Error("the text is away");
    live.unmark = () => Promise.reject(failure);
    const { create } = say(() => speeches.setMember(chief, id, who.id, "viewer"));
    await expect(create()).rejects.toMatchObject({ code: "forbidden" });
    expect(logger.lines).toMatchObject([{ level: "error", fields: { err: failure, speechId: id } }]);
  });

  it("CO-21 keeps the place of a thread that was stored by the same request meanwhile", async () => {
    const { say, id, who, chief, live, threads, speeches } = await openThreads();
    const thread = newThreadId();
    const { create } = say(async () => {
      await say(async () => undefined, thread).create();
      await speeches.setMember(chief, id, who.id, "viewer");
    }, thread);
    await expect(create()).rejects.toMatchObject({ code: "forbidden" });
    expect(live.marked).toContain(thread);
    expect(await threads.list(chief, id)).toHaveLength(1);
  });

  it("CO-21 has no new place of a thread that was deleted meanwhile", async () => {
    const { say, who, id, live, threads } = await openThreads();
    const { id: thread, comments } = await say(async () => undefined).create();
    const [first] = comments;
    if (first === undefined) throw new Error("no comment");
    const { move } = say(() => threads.deleteComment(who, id, first.id), thread);
    await expect(move()).rejects.toMatchObject({ code: "not-found" });
    expect(live.marked).toEqual([]);
  });

  /** The edits of the text, and `meanwhile` right behind them. */
  function crossing(speech: DirectiveSpeech, meanwhile: () => Promise<unknown>) {
    const real = directiveEdits(speech.liveRooms);
    const then =
      <Input extends readonly unknown[], Result>(run: (...input: Input) => Promise<Result>) =>
      async (...input: Input) => {
        const result = await run(...input);
        await meanwhile();
        return result;
      };
    const edits: DirectiveEdits = {
      ...real,
      propose: then(real.propose),
      mark: then(real.mark),
      markRewording: then(real.markRewording),
    };
    return createDirectiveService({ ...speech.parts, edits });
  }

  const markup = ({ writer }: DirectiveSpeech) => JSON.stringify(textOf(writer.doc).toJSON());

  it.each(["rewording", "instruction"] as const)(
    "CO-21 has nothing of a leader's point in the text (%s)",
    async (kind) => {
      const speech = await openSpeech(database);
      const { leader, chief, speechId, speeches, directives } = speech;
      const before = markup(speech);
      const service = crossing(speech, () => speeches.setMember(chief, speechId, leader.id, "viewer"));
      const input =
        kind === "rewording" ? rewording(TEXT, "推动", "促进") : instruction(TEXT, "推动", "换一个词");
      await expect(service.create(leader, speechId, input)).rejects.toMatchObject({ code: "forbidden" });
      await until(() => markup(speech) === before);
      expect(await directives.list(chief, speechId)).toEqual([]);
    },
  );

  it("CO-21 an instruction that is sent twice in one moment has one place", async () => {
    const speech = await openSpeech(database);
    const { leader, speechId, directives } = speech;
    const input = instruction(TEXT, "推动", "换一个词");
    await Promise.all([1, 2].map(() => directives.create(leader, speechId, input)));
    await until(() => markup(speech).split('"comment"').length === 2);
  });

  it("CO-21 a question that is refused has no place at the words that it was about", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, chief, speechId, speeches, directives } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    await until(() => speech.suggestions().length === 1);
    const before = markup(speech);
    const service = crossing(speech, () => speeches.setMember(chief, speechId, editor.id, "viewer"));
    const said = service.answer(editor, speechId, id, asked("是否改为抓好"));
    await expect(said).rejects.toMatchObject({ code: "forbidden" });
    await until(() => markup(speech) === before);
    // Whoever may asks on.
    await speech.answer(chief, id, asked("是否改为抓好"));
    await until(() => markup(speech).includes('"comment"'));
    await speech.answer(chief, id, done("已改"));
  });
});
