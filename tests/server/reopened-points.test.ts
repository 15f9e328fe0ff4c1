/** Who is told that a leader made a point open again that was carried out. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import type { Person } from "@/core/person";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { directiveSpeeches, done, TEXT } from "../helpers/directive-speech";
import { instruction } from "../helpers/directives";

const openSpeech = directiveSpeeches();

/** A speech with a point of its leader's. */
async function openPoint(database: TestDatabase) {
  const office = await openSpeech(database);
  // No two things happen in one millisecond, so that the inbox has an order to test.
  office.clock.now = () => {
    office.clock.time += 1;
    return office.clock.time;
  };
  const { leader, speechId, directives, threads, notices, bell } = office;
  const point = await directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
  const thread = point.thread?.id ?? newThreadId();
  const first = point.thread?.comments[0]?.id ?? newCommentId();
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices.filter(({ kind }) => kind !== "access").map(({ kind }) => kind);
  const reopen = {
    "reopens its thread": () => threads.resolve(leader, speechId, thread, false),
    "words it anew": () =>
      threads.changeComment(leader, speechId, first, { body: "请再核一次", mentions: [] }),
    "answers once more": () =>
      threads.reply(leader, speechId, thread, { id: newCommentId(), body: "还不够", mentions: [] }),
  };
  bell.rung.length = 0;
  return { ...office, point, told, reopen };
}

describeOnBoth("points that are open again", (database) => {
  for (const how of ["reopens its thread", "words it anew", "answers once more"] as const) {
    it(`NT-04 who asked and who carried it out are told when its leader ${how}`, async () => {
      const { answer, notices, chief, editor, point, told, reopen, bell } = await openPoint(database);
      await answer(editor, point.id, done("已核"));
      for (const person of [chief, editor]) await notices.markRead(person, {});
      bell.rung.length = 0;
      await reopen[how]();
      expect(await told(chief)).toEqual(["directive", "directive"]);
      // Who has a part in the thread hears of what is said there anyway.
      expect(await told(editor)).toEqual([how === "answers once more" ? "reply" : "directive"]);
      expect([...bell.rung].sort()).toEqual([chief.id, editor.id].sort());
      // Nothing is open again that is open.
      await reopen[how]();
      expect(await told(chief)).toHaveLength(2);
    });
  }

  it("NT-04 a notice of the leader's points that is still unread comes first then, and keeps nobody from hearing of it", async () => {
    const { answer, notices, signOffs, speechId, chief, editor, leader, point, told, reopen, bell } =
      await openPoint(database);
    await answer(chief, point.id, done("已核"));
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
    expect(await told(chief)).toEqual(["decision", "directive"]);
    bell.rung.length = 0;
    await reopen["reopens its thread"]();
    expect(await told(chief)).toEqual(["directive", "decision"]);
    expect(bell.rung).toEqual([chief.id]);
    expect((await notices.inbox(editor)).notices.map(({ kind }) => kind)).toEqual(["access"]);
  });
});
