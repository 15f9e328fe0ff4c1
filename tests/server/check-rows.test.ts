/** The check of the records compares what they say with the stages, versions and requests that are stored. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SignOffAnswer } from "@/core/sign-off";
import type { Overrides } from "@/core/sign-off-requests";
import type { Stage } from "@/core/speech";
import { speechFileSchema } from "@/core/speech-file";
import { openStorage } from "@/server/db/storage";
import { readRecord } from "@/server/services/record-rows";
import { checkRecords, reportOf } from "@/server/transfer/check-records";
import { faultyRows, recordedRows } from "@/server/transfer/check-rows";
import { exportArchive } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { describeOnBoth } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { typeLine } from "../helpers/version-typing";

const DAY = 24 * 3_600_000;
const nothing = () => undefined;

const opened: ImportOffice[] = [];
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-check-"));
});
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
  await rm(folder, { recursive: true, force: true });
});

describeOnBoth("what a record says of stages, versions and requests", (database) => {
  async function open() {
    const storage = await database.open();
    const office = await openImportOffice(storage);
    opened.push(office);
    const { chief, speechId, signOffs, stages } = office;
    const [leader, deputy] = [
      await office.addMember(chief, speechId, "suggester"),
      await office.addMember(chief, speechId, "commenter"),
    ];
    const write = (text: string) => typeLine(office, chief, text);
    const request = async (people: readonly Person[], inOrder = false) =>
      signOffs.request(chief, speechId, {
        people: people.map(({ id }) => id),
        inOrder,
        dueOn: null,
        note: "",
        latest: await office.latestAsked(),
      });
    const sign = async (person: Person, answer: SignOffAnswer = "agreed", opinion = "") => {
      const { textHash } = await signOffs.text(person, speechId);
      return signOffs.sign(person, speechId, { answer, opinion, textHash });
    };
    const move = (stage: Stage, overrides: Overrides = {}, id: SpeechId = speechId) =>
      stages.move(chief, id, { stage, note: "请各处核数", overrides });
    const check = () => storage.database.query((queries) => checkRecords(queries));
    const faults = async () => (await check()).broken.map(({ entry, fault }) => [entry, fault]);
    return { ...office, storage, leader, deputy, write, request, sign, move, check, faults };
  }

  /** Everything that an office does to a speech. Thirteen versions or so, some of them thinned away. */
  async function honest(office: Awaited<ReturnType<typeof open>>): Promise<void> {
    const { chief, speechId, leader, deputy, versions, imports, signOffs, speeches, clock } = office;
    await office.write("我们要推动工作再上新台阶。");
    await versions.keepAfterPause(speechId);
    const [paused] = await versions.list(chief, speechId);
    if (paused !== undefined) await versions.name(chief, speechId, paused.id, { name: "早上的", note: "" });
    const named = await versions.create(chief, speechId, { name: "一稿", note: "送张主任" });
    await versions.name(chief, speechId, named.id, { name: "初稿", note: "送李主任" });
    await versions.name(chief, speechId, named.id, { name: "初稿", note: "又送张主任" });
    const file = upload("外单位改过的稿子。");
    const wanted = { name: `${"回".repeat(90)}.txt`, people: [], comments: true };
    await imports.createVersion(chief, speechId, file, wanted);
    const again = await imports.createVersion(chief, speechId, file, { ...wanted, name: "回稿.txt" });
    await versions.name(chief, speechId, again.id, { name: "财政局回稿", note: "" });
    for (let day = 0; day < 12; day += 1) {
      clock.time += DAY / 3;
      await office.write(`第${day}天的话。`);
      await versions.keepAfterPause(speechId);
    }
    const comments = await office.move("consultation");
    await versions.name(chief, speechId, comments.id, { name: "发各处", note: comments.note });
    await office.request([leader, deputy], true);
    await office.sign(leader, "returned", "再改");
    await office.write("改了。");
    await office.request([deputy]);
    const { request } = await office.request([leader, deputy]);
    await signOffs.withdraw(chief, speechId, request?.id ?? ("" as never));
    await office.request([leader, deputy]);
    await office.sign(leader, "agreed-with-changes", "数字再核");
    await office.sign(deputy);
    await office.write("又改了。");
    await office.sign(deputy);
    await versions.restore(chief, speechId, named.id, {});
    await speeches.setMember(chief, speechId, deputy.id, "viewer");
    await speeches.removeMember(chief, speechId, deputy.id);
    const reasons = { "sign-offs": "领导口头同意", directives: "会上再核" };
    await office.move("final", await reasonsNow(office.stages, chief, speechId, reasons));
    await office.move("outline");
    clock.time += 100 * DAY;
    await office.write("重新开写。");
    await versions.keepAfterPause(speechId);
    await office.request([leader]);
    await speeches.change(chief, speechId, { archived: true });
  }

  it("OP-60 nothing is found in an honest past, nor in a copy of it in another database", async () => {
    const office = await open();
    await honest(office);
    const { storage, check, faults, chief, speechId, versions } = office;
    const kinds = new Set((await versions.list(chief, speechId)).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["automatic", "imported", "named", "signed", "stage"]);
    expect(await faults()).toEqual([]);
    expect(reportOf(await check())).toMatch(
      /^\d{2} entries on the records of 1 speeches: all fit together\.\n$/,
    );

    const archive = path.join(folder, "speeches.lectern");
    await storage.database.query((kysely) =>
      exportArchive({ kind: database.kind, kysely }, archive, nothing),
    );
    const copy = await openStorage({ dataDir: folder, databaseUrl: undefined, onConnectionLost: nothing });
    await importArchive(copy.database, archive, nothing);
    const checked = await copy.database.query((queries) => checkRecords(queries));
    await copy.close();
    expect(checked).toEqual(await check());
  });

  it("OP-60 versions that a speech's own file brought along have their entries elsewhere, later ones here", async () => {
    const office = await open();
    await honest(office);
    const { exports, imports, chief, speechId, versions, faults, move } = office;
    const { bytes } = await exports.make(chief, speechId, { format: "json" });
    const file = speechFileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const people = file.people.map(() => null);
    const copy = await imports.createSpeech(chief, upload(bytes), { name: "稿.json", people, title: "" });
    expect((await versions.list(chief, copy.id)).length).toBeGreaterThan(5);
    expect(await faults()).toEqual([]);
    const [imported] = await versions.list(chief, copy.id);
    if (imported !== undefined) {
      await versions.name(chief, copy.id, imported.id, { name: "搬来的", note: imported.note });
    }
    await move("consultation", {}, copy.id);
    await versions.create(chief, copy.id, { name: "新存的", note: "" });
    expect(await faults()).toEqual([]);
    await database.execute(
      `update record_heads set entries = 2, hash = (select hash from record_entries
         where record_entries.speech_id = record_heads.speech_id and number = 2) where speech_id = '${copy.id}';
       delete from record_entries where number > 2 and speech_id = '${copy.id}'`,
    );
    expect(await faults()).toEqual([[2, "unrecorded-version"]]);
  });

  it("OP-60 a speech from before its beginning was recorded may have versions and requests without an entry", async () => {
    const office = await open();
    const { faults, move, request, leader, write } = office;
    await write("早先的话。");
    await move("consultation");
    await request([leader]);
    await database.execute("delete from record_entries; update record_heads set entries = 0, hash = ''");
    expect(await faults()).toEqual([]);
    await move("outline");
    expect(await faults()).toEqual([]);
    await database.execute("update speeches set stage = 'consultation'");
    expect(await faults()).toEqual([[1, "stage"]]);
  });

  it("OP-60 a text that is being closed isn't final on its record yet", async () => {
    const { faults, move, write } = await open();
    await write("要定稿的话。");
    await move("outline");
    await database.execute("update speeches set stage = 'final'");
    expect(await faults()).toEqual([]);
  });

  it("OP-60 nothing is found in what happens while it is read, before the record or after it", async () => {
    const { storage, chief, speechId, leader, versions, signOffs, write, move, request } = await open();
    const rows = () => storage.database.query((queries) => recordedRows(queries, speechId));
    const entries = () =>
      storage.database.query(async (queries) => (await readRecord(queries, speechId)).entries);
    await write("写作当中的话。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    const { request: asked } = await request([leader]);
    const [before, earlier] = [await rows(), await entries()];
    await versions.name(chief, speechId, id, { name: "初稿", note: "" });
    await signOffs.withdraw(chief, speechId, asked?.id ?? ("" as never));
    await move("consultation");
    await versions.create(chief, speechId, { name: "二稿", note: "" });
    const [after, later] = [await rows(), await entries()];
    expect(faultyRows(earlier, [before, after])).toEqual([]);
    expect(faultyRows(later, [before, after])).toEqual([]);
    expect(faultyRows(earlier, [after, after])).not.toEqual([]);
    expect(faultyRows(later, [before, before])).not.toEqual([]);
  });

  // The beginning (1), two members (2, 3), a version kept (4), the draft that was sent (5), the request (6), two
  // answers (7, 8), a file (9), final (10).
  const WITHOUT_LAST = `
    delete from record_entries where number = (select max(number) from record_entries);
    update record_heads set entries = entries - 1,
      hash = (select hash from record_entries order by number desc limit 1)`;
  it.each([
    ["the last entry, its mark set back", WITHOUT_LAST, [[9, "unrecorded-version"]]],
    [
      "it and the draft",
      `${WITHOUT_LAST}; delete from version_people; delete from versions where stage = 'final';
       update speeches set stage = 'outline'`,
      [[5, "stage"]],
    ],
    ["the stage", "update speeches set stage = 'review'", [[10, "stage"]]],
    ["a draft's note", "update versions set note = '' where stage = 'final'", [[10, "version"]]],
    ["a draft's name", "update versions set name = '伪造' where stage = 'final'", [[10, "version"]]],
    [
      "a draft's time",
      "update versions set created_at = created_at - 1 where stage = 'final'",
      [[10, "version"]],
    ],
    ["a draft's number", "update versions set draft = 7 where stage = 'final'", [[10, "version"]]],
    [
      "who made a draft",
      "update versions set made_by = (select person_id from sign_off_people limit 1) where stage = 'final'",
      [[10, "version"]],
    ],
    ["what a version is called", "update versions set name = '二稿' where kind = 'named'", [[4, "version"]]],
    ["that it stays", "update versions set kind = 'automatic' where kind = 'named'", [[4, "version"]]],
    ["what a file is called", "update versions set name = '' where kind = 'imported'", [[9, "version"]]],
    [
      "that one was sent",
      "update versions set kind = 'before-change' where stage = 'review'",
      [
        [5, "version"],
        [6, "version"],
        [7, "version"],
        [8, "version"],
      ],
    ],
    [
      "what is a draft",
      "update versions set kind = 'stage', stage = 'outline', draft = 1 where kind = 'imported'",
      [
        [9, "version"],
        [10, "unrecorded-version"],
      ],
    ],
    ["who was asked", "delete from sign_off_people where position = 2", [[6, "request"]]],
    [
      "in which order",
      "update sign_off_people set position = position + 2; update sign_off_people set position = 5 - position",
      [[6, "request"]],
    ],
    ["whether in order", "update sign_off_requests set in_order = 0", [[6, "request"]]],
    ["by when", "update sign_off_requests set due_on = '2020-01-01'", [[6, "request"]]],
    ["how it ended", "update sign_off_requests set ended = 'withdrawn'", [[6, "request"]]],
    [
      "that nobody asked",
      `insert into sign_off_requests (id, speech_id, version_id, asked_by, in_order, note, created_at)
       select 'forged0123456789abcd', speech_id, version_id, asked_by, 0, '', created_at + 1 from sign_off_requests`,
      [[10, "unrecorded-request"]],
    ],
  ])(
    "OP-61 the check finds what was made another past the program: %s",
    async (_what, tampering, expected) => {
      const office = await open();
      const { chief, speechId, leader, deputy, versions, imports, check, faults } = office;
      await office.write("我们要推动工作再上新台阶。");
      await versions.create(chief, speechId, { name: "一稿", note: "" });
      await office.write("还要落实。");
      await office.request([leader, deputy], true);
      await office.sign(leader);
      await office.sign(deputy);
      const wanted = { name: "回稿.txt", people: [], comments: true };
      await imports.createVersion(chief, speechId, upload("外单位改过的稿子。"), wanted);
      await office.move("final");
      expect(await faults()).toEqual([]);
      await database.execute(tampering);
      expect(await faults()).toEqual(expected);
      const report = reportOf(await check());
      expect(report).toContain(": 1 broken.\n");
      expect(report).toMatch(new RegExp(`\n${speechId}: .*(stage|version|request)`));
      expect(report).not.toMatch(/伪造|二稿|回稿|台阶/);
    },
  );
});
