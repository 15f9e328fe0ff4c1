/** Directives that are given, sent again and settled in one moment, and requests that a crash cut in two. */
import { expect, it } from "vitest";
import type { Directive } from "@/core/directive";
import { AppError } from "@/core/errors";
import { newCommentId } from "@/core/ids";
import { createDirectiveService } from "@/server/services/directives";
import { directiveEdits } from "@/server/sync/directive-edits";
import { describeOnBoth } from "../helpers/databases";
import {
  asked,
  type DirectiveSpeech,
  directiveSpeeches,
  done,
  FIRST,
  TEXT,
} from "../helpers/directive-speech";
import { instruction, rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";

const openSpeech = directiveSpeeches();
const wordsIn = ({ writer }: DirectiveSpeech) => textOf(writer.doc).textContent;
const said = (all: readonly Directive[]) => all.map(({ quote, wording }) => [quote, wording]);

describeOnBoth("directives that cross", (database) => {
  it("LV-09 sent twice in one moment the words stand once", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const input = rewording(TEXT, "讨论", "审议");
    await Promise.all([
      directives.create(leader, speechId, input),
      directives.create(leader, speechId, input),
    ]);
    expect(await directives.list(leader, speechId)).toHaveLength(1);
    await speech.answer(editor, input.id, done());
    await until(() => wordsIn(speech) === TEXT.replace("讨论", "审议"));
  });

  it("LV-03 of two leaders who word one passage at once the second is told that it changed", async () => {
    const speech = await openSpeech(database);
    const { leader, chief, editor, speechId, directives } = speech;
    const deputy = await speech.addMember(chief, speechId, "suggester");
    await speech.ask([leader, deputy]);
    const made = await Promise.allSettled([
      directives.create(leader, speechId, rewording(TEXT, "推动", "促进")),
      directives.create(deputy, speechId, rewording(TEXT, "推动", "抓好")),
    ]);
    const told = made.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(told).toEqual(["text-changed"]);
    const [standing] = await directives.list(leader, speechId);
    await speech.answer(editor, standing?.id ?? never(), done());
    await until(() => wordsIn(speech) === TEXT.replace("推动", standing?.wording ?? "none"));
  });

  it("LV-45 sent again after a crash between text and card, the new card stands for the first ones", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives, parts } = speech;
    const first = await directives.create(leader, speechId, rewording(TEXT, FIRST, "要推进工作再上新台阶。"));
    const rejected = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace(FIRST, "要推进工作再上新台阶。"), "讨论", "审议"),
    );
    await speech.decide(rejected.id, "reject");
    const now = TEXT.replace(FIRST, "要推进工作再上新台阶。");
    const second = rewording(now, "要推进工作再上新台阶。", "推进工作迈上新台阶。");
    const crashing = createDirectiveService({
      ...parts,
      database: {
        ...parts.database,
        query: parts.database.query,
        transaction: () => Promise.reject(new AppError("internal")),
      },
      edits: directiveEdits(speech.liveRooms),
      live: speech.live,
    });
    await expect(crashing.create(leader, speechId, second)).rejects.toMatchObject({ code: "internal" });
    await until(() => speech.suggestions().some(({ id }) => id === second.id));
    await directives.create(leader, speechId, second);
    expect(said(await directives.list(leader, speechId))).toEqual([
      ["讨论", "审议"],
      [FIRST, "推进工作迈上新台阶。"],
    ]);
    // What the writers rejected stays on its card.
    expect(await speech.blockers()).toMatchObject({ directives: 2 });
    await expect(speech.answer(editor, first.id, done())).rejects.toMatchObject({ code: "conflict" });
    await speech.answer(editor, rejected.id, done("维持原文"));
    await speech.answer(editor, second.id, done());
    expect(await speech.blockers()).not.toHaveProperty("directives");
    await until(() => wordsIn(speech) === "推进工作迈上新台阶。请同志们讨论。");
  });

  it.each([0, 1])(
    "LV-60 of 已落实 and 撤回 at once one comes too late, and the text follows the other",
    async (first) => {
      const speech = await openSpeech(database);
      const { leader, editor, speechId, directives } = speech;
      const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
      const answers = [
        () => speech.answer(editor, id, done()),
        () => speech.answer(leader, id, { state: "withdrawn" }),
      ];
      if (first === 1) answers.reverse();
      const results = await Promise.allSettled(answers.map((answer) => answer()));
      const [state] = results.flatMap((one) => (one.status === "fulfilled" ? [one.value.state] : []));
      const told = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
      expect(told).toEqual(["conflict"]);
      await until(() => speech.suggestions().length === 0);
      expect(wordsIn(speech)).toBe(state === "done" ? TEXT.replace("推动", "促进") : TEXT);
    },
  );

  it("LV-60 the same answer sent again is taken once, in one moment too", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, chief, speechId, directives, threads } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    const answer = done("已改");
    const twice = await Promise.all([speech.answer(editor, id, answer), speech.answer(editor, id, answer)]);
    const later = await speech.answer(editor, id, answer);
    expect([...twice, later].map(({ state }) => state)).toEqual(["done", "done", "done"]);
    expect(later.thread?.comments.map(({ body }) => body)).toEqual(["已改"]);
    await expect(speech.answer(chief, id, done())).rejects.toMatchObject({ code: "conflict" });
    // A question is taken once too, and stays answered.
    const said = await directives.create(leader, speechId, instruction(TEXT, "讨论", "请核"));
    const question = asked("核哪一处？");
    await Promise.all([speech.answer(editor, said.id, question), speech.answer(editor, said.id, question)]);
    const comment = { id: newCommentId(), body: "日期", mentions: [] };
    await threads.reply(leader, speechId, said.thread?.id ?? never(), comment);
    const again = await speech.answer(editor, said.id, question);
    expect([again.state, again.thread?.comments.length]).toEqual(["open", 3]);
    const word = await directives.create(
      leader,
      speechId,
      rewording(TEXT.replace("推动", "促进"), "讨论", "审议"),
    );
    await speech.answer(leader, word.id, { state: "withdrawn" });
    expect((await speech.answer(leader, word.id, { state: "withdrawn" })).state).toBe("withdrawn");
  });

  it("LV-60 an answer that comes to nothing leaves the card as it was", async () => {
    const speech = await openSpeech(database);
    const { leader, editor, speechId, directives } = speech;
    const { id } = await directives.create(leader, speechId, rewording(TEXT, "推动", "促进"));
    await speech.decide(id, "reject");
    const twice = await Promise.allSettled([
      speech.answer(editor, id, done()),
      speech.answer(editor, id, done()),
    ]);
    const told = twice.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(told).toEqual(["unanswered", "unanswered"]);
    expect(await directives.list(leader, speechId)).toMatchObject([{ state: "open", settled: null }]);
  });
});

function never(): never {
  throw new Error("nothing stands");
}
