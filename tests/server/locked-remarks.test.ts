/** What the lock in 修订 leaves to who edits: everything beside the text. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
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

const openSpeech = directiveSpeeches();

async function openLocked(database: TestDatabase, prepare: (speech: DirectiveSpeech) => Promise<unknown>) {
  const speech = await openSpeech(database);
  await prepare(speech);
  const { speeches, chief, speechId } = speech;
  const suggester = await speech.addMember(chief, speechId, "suggester");
  await speeches.change(chief, speechId, { suggestOnly: true });
  return { ...speech, suggester };
}

const forbidden = { code: "forbidden" };

describeOnBoth("a speech locked in 修订", (database) => {
  it("SU-86 an editor resolves, reopens, places and answers a colleague's thread; a suggester neither resolves nor places it", async () => {
    const id = newThreadId();
    const { threads, chief, editor, suggester, speechId } = await openLocked(
      database,
      ({ threads, chief, speechId }) =>
        threads.create(chief, speechId, {
          id,
          comment: { id: newCommentId(), body: "数字核实了吗", mentions: [] },
          place: null,
        }),
    );
    await expect(threads.resolve(suggester, speechId, id, true)).rejects.toMatchObject(forbidden);
    expect((await threads.list(chief, speechId))[0]?.resolved).toBeNull();
    const reply = { id: newCommentId(), body: "已核实", mentions: [] };
    await threads.reply(editor, speechId, id, reply);
    expect((await threads.resolve(editor, speechId, id, true)).resolved?.by.id).toBe(editor.id);
    expect((await threads.resolve(editor, speechId, id, false)).resolved).toBeNull();
    const place = { range: { from: "AAAA", to: "AAAB" }, quote: "页面上的文字" };
    await expect(threads.place(suggester, speechId, id, place)).rejects.toMatchObject(forbidden);
    expect((await threads.place(editor, speechId, id, place)).quote).toBe("标出的文字");
  });

  it("SU-86 an editor carries out 批示; a suggester doesn't", async () => {
    const { directives, leader, editor, suggester, speechId, answer } = await openLocked(
      database,
      ({ directives, leader, speechId }) =>
        directives.create(leader, speechId, instruction(TEXT, FIRST, "补充具体数字")),
    );
    const [{ id } = never()] = await directives.list(leader, speechId);
    await expect(answer(suggester, id, done("已补"))).rejects.toMatchObject(forbidden);
    expect(await answer(editor, id, done("已补 12.6%"))).toMatchObject({ state: "done" });
  });

  it("SU-86 an editor asks the leader about other words, and the chief takes them over", async () => {
    const speech = await openLocked(database, async ({ directives, leader, speechId, suggestions }) => {
      await directives.create(leader, speechId, rewording(TEXT, "推动", "推进"));
      await until(() => suggestions().length > 0);
    });
    const { directives, leader, chief, editor, suggester, speechId, answer, suggestions } = speech;
    const [{ id } = never()] = await directives.list(leader, speechId);
    await expect(answer(suggester, id, asked("用“促进”？"))).rejects.toMatchObject(forbidden);
    await expect(answer(editor, id, done())).rejects.toMatchObject(forbidden);
    expect(suggestions()).toHaveLength(1);
    expect(await answer(editor, id, asked("用“促进”？"))).toMatchObject({ state: "asked" });
    expect(await answer(chief, id, done())).toMatchObject({ state: "done" });
    await until(() => suggestions().length === 0);
  });
});

function never(): never {
  throw new Error("there is none");
}
