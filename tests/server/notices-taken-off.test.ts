/** Who is told in the place of somebody that was taken off the speech, became a viewer or was disabled. */
import { afterEach, expect, it } from "vitest";
import { newCommentId } from "@/core/ids";
import type { Person } from "@/core/person";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { instruction } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const TEXT = "我们要推动工作再上新台阶。";
const NEVER = { quietMs: 3_600_000, longestMs: 3_600_000 };

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech whose asking chief can go: another chief stays. */
async function openAsked(database: TestDatabase) {
  const office = await openVersionOffice(await database.open(), { pauseMs: NEVER });
  opened.push(office);
  const { chief, speechId, signOffs, directives, notices, speeches, people, administrator } = office;
  const other = await office.addMember(chief, speechId, "chief");
  const leader = await office.addMember(chief, speechId, "suggester");
  const editor = await office.addMember(chief, speechId, "editor");
  const writer = office.page(editor);
  await until(() => writer.allSaved);
  writer.write(TEXT);
  await until(() => writer.allSaved);
  await signOffs.request(chief, speechId, { people: [leader.id], inOrder: false, dueOn: null, note: "" });
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices
      .map(({ kind }) => kind)
      .filter((kind) => kind !== "access")
      .sort();
  const sign = async () => {
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
  };
  const point = () => directives.create(leader, speechId, instruction(TEXT, "推动", "请核"));
  const breakSignature = async () => {
    editShared(writer.doc, (tr) => tr.insertText("继续", 4));
    await until(() => writer.allSaved);
    await signOffs.tellBroken(speechId);
  };
  const gone = {
    "was taken off": (person: Person) => speeches.removeMember(other, speechId, person.id),
    "became a viewer": (person: Person) => speeches.setMember(other, speechId, person.id, "viewer"),
    "was disabled": async (person: Person) => {
      await people.change(administrator, person.id, { disabled: true });
    },
  };
  return { ...office, other, leader, editor, told, sign, point, breakSignature, gone };
}

describeOnBoth("notices for somebody who is gone", (database) => {
  for (const how of ["was taken off", "became a viewer", "was disabled"] as const) {
    it(`NT-141 the chiefs are told what goes to who asked, once who asked ${how}`, async () => {
      const { chief, other, editor, told, sign, point, breakSignature, gone } = await openAsked(database);
      await gone[how](chief);
      await point();
      await sign();
      await breakSignature();
      expect(await told(other)).toEqual(["broken", "decision", "directive"]);
      for (const person of [chief, editor]) expect(await told(person)).toEqual([]);
    });

    it(`NT-141 a leader who ${how} isn't told what became of the points`, async () => {
      const { leader, editor, directives, threads, speechId, point, told, gone } = await openAsked(database);
      const { id, thread } = await point();
      if (thread === null) throw new Error("an instruction without a thread");
      await gone[how](leader);
      const body = "已核";
      await directives.answer(editor, speechId, id, { state: "done", id: newCommentId(), body });
      await threads.resolve(editor, speechId, thread.id, false);
      expect(await told(leader)).toEqual(["review"]);
    });
  }

  it("NT-141 only who asked is told while that is a member who may see it", async () => {
    const { chief, other, leader, editor, told, sign, point, breakSignature, speeches, speechId } =
      await openAsked(database);
    await speeches.setMember(other, speechId, chief.id, "commenter");
    await point();
    await sign();
    await breakSignature();
    expect(await told(chief)).toEqual(["broken", "decision", "directive"]);
    expect(await told(leader)).toEqual(["broken", "review"]);
    for (const person of [other, editor]) expect(await told(person)).toEqual([]);
  });

  it("NT-141 a chief in the place of who asked hears of a signature of one's own as everybody does", async () => {
    const { chief, other, told, gone, breakSignature, signOffs, speechId, ...office } =
      await openAsked(database);
    const asking = { people: [other.id], latest: await office.latestAsked() };
    await signOffs.request(chief, speechId, { ...asking, inOrder: false, dueOn: null, note: "" });
    await gone["was taken off"](chief);
    const { textHash } = await signOffs.text(other, speechId);
    await signOffs.sign(other, speechId, { answer: "agreed", opinion: "", textHash });
    await breakSignature();
    expect(await told(other)).toEqual(["broken", "review"]);
  });
});
