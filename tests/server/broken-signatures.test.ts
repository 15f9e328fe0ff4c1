/** People are told that a change of the text broke a signature. */
import { afterEach, expect, it } from "vitest";
import type { SpeechId } from "@/core/ids";
import { messagesFor } from "@/core/messages/messages";
import { noticeText } from "@/core/messages/notice-text";
import { noticePath } from "@/core/notice";
import type { Person } from "@/core/person";
import { makeUpPauses } from "@/server/services/owed-pauses";
import { createSignOffService } from "@/server/services/sign-offs";
import type { PauseTimes } from "@/server/sync/pause-watch";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { bold, remove } from "../helpers/text-edits";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const NEVER: PauseTimes = { quietMs: 3_600_000, longestMs: 3_600_000 };

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech that two leaders signed, open at its editor's. */
async function open(database: TestDatabase, { pauseMs = NEVER, inOrder = false } = {}) {
  const office = await openVersionOffice(await database.open(), { pauseMs, figuresDelayMs: 3_600_000 });
  opened.push(office);
  const { chief, speechId, signOffs, notices } = office;
  const leaders = [
    await office.addMember(chief, speechId, "suggester"),
    await office.addMember(chief, speechId, "commenter"),
  ] as const;
  const editor = await office.addMember(chief, speechId, "editor");
  const writer = office.page(editor);
  await until(() => writer.allSaved);
  writer.write("我们要推动工作再上新台阶");
  await until(() => writer.allSaved);
  const people = leaders.map(({ id }) => id);
  await signOffs.request(chief, speechId, { people, inOrder, dueOn: null, note: "" });
  const sign = async (person: Person) => {
    const { textHash } = await signOffs.text(person, speechId);
    await signOffs.sign(person, speechId, { answer: "agreed", opinion: "", textHash });
  };
  for (const leader of leaders) await sign(leader);
  const edit = async (page: typeof writer, ...change: [text: string, from: number, to?: number]) => {
    editShared(page.doc, (tr) => tr.insertText(...change));
    await until(() => page.allSaved);
  };
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices.filter(({ kind }) => kind === "broken");
  return { ...office, leaders, editor, writer, sign, edit, told };
}

describeOnBoth("broken signatures", (database) => {
  it("NT-33 who signed and who asked are told once, however many nodes pause and however much is typed", async () => {
    const { leaders, chief, editor, writer, signOffs, speechId, edit, told, bell } = await open(database);
    const [one, other] = leaders;
    await signOffs.tellBroken(speechId);
    expect(await told(one)).toEqual([]);
    bell.rung.length = 0;
    await edit(writer, "进", 5, 6);
    await Promise.all([1, 2, 3].map(() => signOffs.tellBroken(speechId)));
    await edit(writer, "继续", 4);
    await signOffs.tellBroken(speechId);
    for (const leader of [one, other]) {
      expect(await told(leader)).toMatchObject([
        { facts: { of: "own", characters: 1, asksAgain: true }, actor: { id: chief.id } },
      ]);
    }
    expect(await told(chief)).toMatchObject([
      { facts: { of: "others", signatures: 2, characters: 1 }, actor: { id: one.id } },
    ]);
    expect(await told(editor)).toEqual([]);
    expect([...bell.rung].sort()).toEqual([one.id, other.id, chief.id].sort());

    const [notice] = await told(one);
    const [ofOthers] = await told(chief);
    if (notice === undefined || ofOthers === undefined) throw new Error("nobody was told");
    const zhCN = messagesFor("zh-CN");
    expect(noticeText(notice, zhCN)).toBe("请您重新签批：签批后改动了 1 字，您的签批失效");
    expect(noticeText(ofOthers, zhCN)).toBe("等 2 人签批失效：签批后改动了 1 字");
    expect(noticePath(notice)).toBe(`/speeches/${speechId}/read`);
  });

  it("NT-33 signed anew it is another signature; taken back before the pause, nothing broke", async () => {
    const { leaders, writer, signOffs, speechId, edit, sign, told } = await open(database);
    const [one, other] = leaders;
    await edit(writer, "进", 5, 6);
    await edit(writer, "动", 5, 6);
    await signOffs.tellBroken(speechId);
    expect(await told(one)).toEqual([]);
    await edit(writer, "进", 5, 6);
    await signOffs.tellBroken(speechId);
    await sign(one);
    await edit(writer, "大力", 4);
    await signOffs.tellBroken(speechId);
    expect((await told(one)).map(({ facts }) => facts)).toHaveLength(2);
    expect(await told(other)).toHaveLength(1);
  });

  it("NT-33 who typed everything since isn't told, nor who was taken off", async () => {
    const office = await open(database);
    const { leaders, chief, speeches, signOffs, speechId, edit, told } = office;
    const [one, other] = leaders;
    const page = office.page(chief, "chief");
    await until(() => page.fragment.length > 0);
    await speeches.removeMember(chief, speechId, other.id);
    await edit(page, "大力", 4);
    await signOffs.tellBroken(speechId);
    expect(await told(one)).toHaveLength(1);
    expect(await told(other)).toEqual([]);
    expect(await told(chief)).toEqual([]);
  });

  it.each([
    ["took words away", remove("再上新台阶")],
    ["made them bold", bold("工作")],
  ])("NT-33 who typed a sign after signing is told when somebody else only %s", async (_, others) => {
    const office = await open(database);
    const { leaders, chief, editor, writer, signOffs, speechId, edit, sign, told } = office;
    const [one] = leaders;
    const asking = { people: [editor.id, one.id], latest: await office.latestAsked() };
    await signOffs.request(chief, speechId, { ...asking, inOrder: false, dueOn: null, note: "" });
    for (const signer of [editor, one]) await sign(signer);
    await edit(writer, "，", 4);
    const page = office.page(chief, "chief");
    await until(() => page.fragment.length > 0);
    editShared(page.doc, others);
    await until(() => page.allSaved);
    await signOffs.tellBroken(speechId);
    expect(await told(editor)).toMatchObject([{ facts: { of: "own" } }]);
    expect(await told(one)).toHaveLength(1);
    expect(await told(chief)).toMatchObject([{ facts: { of: "others", signatures: 2 } }]);
  });

  it("NT-33 of the own change, of which nobody was told, one hears once others change more", async () => {
    const office = await open(database);
    const { chief, writer, signOffs, speechId, sign, told } = office;
    const asking = { people: [chief.id], latest: await office.latestAsked() };
    await signOffs.request(chief, speechId, { ...asking, inOrder: false, dueOn: null, note: "" });
    await sign(chief);
    const page = office.page(chief, "chief");
    await until(() => page.fragment.length > 0);
    await office.edit(page, "，", 4);
    await signOffs.tellBroken(speechId);
    expect(await told(chief)).toEqual([]);
    editShared(writer.doc, remove("再上新台阶"));
    await until(() => writer.allSaved);
    await signOffs.tellBroken(speechId);
    expect(await told(chief)).toMatchObject([{ facts: { of: "own", characters: 6 } }]);
  });

  it("NT-140 who asked and signed too is told of the own signature, and of the others' as others'", async () => {
    const { leaders, chief, writer, signOffs, speechId, edit, sign, told, bell, latestAsked } =
      await open(database);
    const [one] = leaders;
    await signOffs.request(chief, speechId, {
      people: [chief.id, one.id],
      inOrder: false,
      dueOn: null,
      note: "再签",
      latest: await latestAsked(),
    });
    await sign(chief);
    await edit(writer, "进", 5, 6);
    bell.rung.length = 0;
    await signOffs.tellBroken(speechId);
    // Nobody else's broke.
    expect(await told(chief)).toMatchObject([
      { facts: { of: "own", characters: 1, asksAgain: true }, actor: { id: chief.id } },
    ]);
    expect(bell.rung).toEqual([chief.id]);
    await sign(chief);
    await sign(one);
    await edit(writer, "大力", 4);
    await signOffs.tellBroken(speechId);
    expect(await told(chief)).toHaveLength(3);
    expect(await told(chief)).toContainEqual(
      expect.objectContaining({
        facts: { of: "others", signatures: 1, characters: 2 },
        actor: { id: one.id, name: one.name },
      }),
    );
    expect(await told(one)).toHaveLength(1);
  });

  it("NT-140 in order, who asked is told when it is their own turn after somebody", async () => {
    const { leaders, chief, signOffs, speechId, sign, notices, latestAsked } = await open(database);
    const [one, other] = leaders;
    await signOffs.request(chief, speechId, {
      people: [one.id, chief.id, other.id],
      inOrder: true,
      dueOn: null,
      note: "再签",
      latest: await latestAsked(),
    });
    const asked = async () =>
      (await notices.inbox(chief)).notices.filter(({ kind }) => kind === "review").length;
    expect(await asked()).toBe(0);
    await sign(one);
    expect(await asked()).toBe(1);
    await sign(chief);
    expect(await asked()).toBe(1);
  });

  it("NT-33 nobody is told of a signature in whose place a new one came meanwhile", async () => {
    const { leaders, chief, writer, speechId, edit, sign, told, parts } = await open(database);
    const [one, other] = leaders;
    await edit(writer, "进", 5, 6);
    const { database: stored } = parts;
    const transaction: typeof stored.transaction = async (run) => {
      await sign(one);
      return stored.transaction(run);
    };
    await createSignOffService({ ...parts, database: { ...stored, transaction } }).tellBroken(speechId);
    expect(await told(one)).toEqual([]);
    expect(await told(other)).toHaveLength(1);
    expect(await told(chief)).toMatchObject([{ facts: { of: "others", signatures: 1 } }]);
  });

  it("NT-33 nobody is told of a request that ended", async () => {
    const { leaders, chief, writer, signOffs, speechId, edit, told } = await open(database);
    const { request } = await signOffs.read(chief, speechId);
    if (request === null) throw new Error("nobody was asked");
    await signOffs.withdraw(chief, speechId, request.id);
    await edit(writer, "大力", 4);
    await signOffs.tellBroken(speechId);
    expect(await told(leaders[0])).toEqual([]);
  });

  it("NT-33 in order, only whose turn it is again is asked to sign", async () => {
    const { leaders, writer, signOffs, speechId, edit, told } = await open(database, { inOrder: true });
    await edit(writer, "进", 5, 6);
    await signOffs.tellBroken(speechId);
    expect(await told(leaders[0])).toMatchObject([{ facts: { asksAgain: true } }]);
    const [waits] = await told(leaders[1]);
    expect(waits).toMatchObject({ facts: { asksAgain: false } });
    expect(waits && noticeText(waits, messagesFor("zh-CN"))).not.toContain("重新签批");
  });

  it("NT-33 it is told by itself when the writers pause", async () => {
    const pauseMs = { quietMs: 1, longestMs: 3_600_000 };
    const { leaders, writer, edit, told } = await open(database, { pauseMs });
    await edit(writer, "进", 5, 6);
    await expect.poll(async () => (await told(leaders[0])).length).toBe(1);
  });

  it("NT-33 what a stopped server didn't tell is told after the next start, also when a version was kept meanwhile", async () => {
    const office = await open(database);
    const { chief, speechId, writer, edit, versions, signOffs, parts } = office;
    const owed = async () => {
      const opened: SpeechId[] = [];
      const textOf = async (id: SpeechId) => {
        opened.push(id);
        return new Uint8Array();
      };
      const onFailure = (error: unknown) => {
        throw error;
      };
      await makeUpPauses({ database: parts.database, rooms: { textOf }, onFailure });
      return opened;
    };
    await edit(writer, "进", 5, 6);
    await versions.create(chief, speechId, { name: "改后", note: "" });
    // Compacted, or it would be owed anyway.
    await database.execute(
      `delete from updates where seq < (select last_seq from speeches where speeches.id = updates.speech_id)`,
    );
    // The rooms go by another clock than the office.
    await database.execute(`update speeches set updated_at = (select max(created_at) from versions)`);
    expect(await owed()).toEqual([speechId]);
    await signOffs.tellBroken(speechId);
    expect(await owed()).toEqual([]);
  });
});
