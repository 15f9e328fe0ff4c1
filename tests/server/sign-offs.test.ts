/** Signing: what a signature stands for, what breaks it, who is asked, and what final needs. */
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import type { Role } from "@/core/access";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import type { SignOffAnswer } from "@/core/sign-off";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech of one sentence, open at its editor's, and people to ask. */
async function openSpeech(database: TestDatabase, ...roles: readonly Role[]) {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  const { chief, speechId, signOffs, stages, records } = office;
  const asked: Person[] = [];
  for (const role of roles) asked.push(await office.addMember(chief, speechId, role));
  const editor = await office.addMember(chief, speechId, "editor");
  const writer = office.page(editor);
  await until(() => writer.allSaved);
  writer.write("我们要推动工作再上新台阶");
  await until(() => writer.allSaved);
  const request = async (people: readonly Person[], inOrder = false) =>
    signOffs.request(chief, speechId, {
      people: people.map(({ id }) => id),
      inOrder,
      dueOn: "2026-12-01",
      note: "请审定",
      latest: await office.latestAsked(),
    });
  const sign = async (person: Person, answer: SignOffAnswer = "agreed", opinion = "") => {
    const { textHash } = await signOffs.text(person, speechId);
    return signOffs.sign(person, speechId, { answer, opinion, textHash });
  };
  const states = async () =>
    (await signOffs.read(chief, speechId)).request?.asked.map(({ state }) => state) ?? [];
  const record = async () => (await records.read(chief, speechId)).entries;
  const toFinal = async (reasons = {}) => {
    const overrides = await reasonsNow(stages, chief, speechId, reasons);
    return stages.move(chief, speechId, { stage: "final", note: "", overrides });
  };
  const edit = async (change: (tr: Transaction) => Transaction) => {
    editShared(writer.doc, change);
    await until(() => writer.allSaved);
  };
  return { ...office, editor, writer, asked, request, sign, states, record, toFinal, edit };
}

describeOnBoth("sign-off", (database) => {
  it("SG-20 asking makes the text a draft for approval; each answer names the version that holds it", async () => {
    const speech = await openSpeech(database, "suggester", "commenter");
    const { asked, request, sign, record, signOffs, chief, speechId } = speech;
    const [leader, deputy] = asked as [Person, Person];
    const sent = await request([leader, deputy]);
    expect(sent.request).toMatchObject({
      stage: { name: "review", draft: 1 },
      dueOn: "2026-12-01",
      asked: [
        { person: { id: leader.id, name: leader.name }, state: "asked", signOff: null },
        { person: { id: deputy.id }, state: "asked" },
      ],
    });
    await sign(leader, "agreed", "很好");
    await sign(deputy);
    const { request: now } = await signOffs.read(chief, speechId);
    expect(now?.asked.map(({ state }) => state)).toEqual(["signed", "signed"]);
    const signOff = now?.asked[0]?.signOff;
    expect(signOff).toMatchObject({ answer: "agreed", opinion: "很好", version: sent.request?.version });
    const entries = await record();
    expect(entries.map(({ kind }) => kind).slice(-4)).toEqual([
      "stage",
      "sign-off-request",
      "sign-off",
      "sign-off",
    ]);
    expect(entries.at(-2)?.facts).toMatchObject({ answer: "agreed", opinion: "很好" });
  });

  it("SG-21 VE-89 a later change breaks it by as many characters, and the same text again makes it good", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    await speech.sign(leader);
    // 推动 → 推进: one character of a word.
    await speech.edit((tr) => tr.insertText("进", 5, 6));
    const broken = await speech.signOffs.read(speech.chief, speech.speechId);
    expect(broken.request?.asked[0]).toMatchObject({ state: "broken", changedCharacters: 1 });
    expect(broken.blockers).toEqual({ "sign-offs": 1 });
    await speech.edit((tr) => tr.insertText("动", 5, 6));
    expect(await speech.states()).toEqual(["signed"]);
    await speech.edit((tr) => tr.addMark(5, 6, tr.doc.type.schema.mark("bold")));
    const formatted = await speech.signOffs.read(speech.chief, speech.speechId);
    expect(formatted.request?.asked[0]).toMatchObject({ state: "broken", changedCharacters: 0 });
    await speech.sign(leader);
    expect(await speech.states()).toEqual(["signed"]);
    await speech.edit((tr) => {
      const [range, type] = [tr.doc.resolve(5).blockRange(), tr.doc.type.schema.nodes.quotation];
      return range && type ? tr.wrap(range, [{ type }]) : tr;
    });
    const quoted = await speech.signOffs.read(speech.chief, speech.speechId);
    expect(quoted.request?.asked[0]).toMatchObject({ state: "broken", changedCharacters: 0 });
  });

  it("SG-21 other numbers for all headings break it too, and the old ones make it good", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    await speech.sign(leader);
    const number = (numberingStyle: "flat" | "nested") =>
      speech.speeches.change(speech.editor, speech.speechId, { numberingStyle });
    const read = await speech.signOffs.text(leader, speech.speechId);
    expect(read.numberingStyle).toBe("nested");
    await number("flat");
    // LV-44: whoever reads it is shown the numbers that the hash stands for.
    expect((await speech.signOffs.text(leader, speech.speechId)).numberingStyle).toBe("flat");
    const { request } = await speech.signOffs.read(speech.chief, speech.speechId);
    expect(request?.asked[0]).toMatchObject({ state: "broken", changedCharacters: 0 });
    await expect(speech.toFinal()).rejects.toMatchObject({ code: "not-ready" });
    await number("nested");
    expect(await speech.states()).toEqual(["signed"]);
    await number("flat");
    await speech.sign(leader);
    expect(await speech.states()).toEqual(["signed"]);
    await expect(speech.toFinal()).resolves.toMatchObject({ kind: "stage" });
  });

  it("SG-22 what is signed is the text with all suggestions accepted: accepting keeps it, rejecting breaks it", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    const { writer } = speech;
    const tablet = speech.page(leader, "suggester");
    await until(() => tablet.fragment.length > 0);
    suggestShared(tablet.doc, leader.id, (tr) => tr.insertText("大力", 4));
    await until(() => tablet.allSaved && listSuggestions(textOf(writer.doc)).length === 1);
    await speech.sign(leader, "agreed-with-changes");
    expect(await speech.states()).toEqual(["signed"]);
    const proposed = textOf(writer.doc);
    writeText(writer.doc, acceptAll(proposed));
    await until(() => writer.allSaved);
    expect(await speech.states()).toEqual(["signed"]);
    writeText(writer.doc, rejectAll(proposed));
    await until(() => writer.allSaved);
    expect(await speech.states()).toEqual(["broken"]);
  });

  it("SG-23 another text than the one that was read isn't signed", async () => {
    const speech = await openSpeech(database, "commenter");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    const { textHash } = await speech.signOffs.text(leader, speech.speechId);
    await speech.edit((tr) => tr.insertText("又", 1));
    const answer = { answer: "agreed", opinion: "", textHash } as const;
    await expect(speech.signOffs.sign(leader, speech.speechId, answer)).rejects.toMatchObject({
      code: "text-changed",
    });
    expect(await speech.states()).toEqual(["asked"]);
    await speech.sign(leader);
    expect(await speech.states()).toEqual(["signed"]);
  });

  it("SG-24 in order, each is asked once those before have signed; a change asks the first again", async () => {
    const speech = await openSpeech(database, "commenter", "suggester");
    const [deputy, leader] = speech.asked as [Person, Person];
    await speech.request([deputy, leader], true);
    expect(await speech.states()).toEqual(["asked", "waiting"]);
    await expect(speech.sign(leader)).rejects.toMatchObject({ code: "not-your-turn" });
    await speech.sign(deputy);
    expect(await speech.states()).toEqual(["signed", "asked"]);
    await speech.sign(leader);
    await speech.edit((tr) => tr.insertText("又", 1));
    expect(await speech.states()).toEqual(["broken", "waiting"]);
    await speech.sign(deputy);
    await speech.sign(leader);
    expect(await speech.states()).toEqual(["signed", "signed"]);
  });

  it("SG-25 returning needs an opinion and ends the request; asking anew begins the next draft", async () => {
    const speech = await openSpeech(database, "commenter");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    await expect(speech.sign(leader, "returned")).rejects.toMatchObject({
      code: "invalid-input",
      fields: { opinion: "required" },
    });
    const returned = await speech.sign(leader, "returned", "数据要核实");
    expect(returned.request).toMatchObject({ ended: "returned", asked: [{ state: "returned" }] });
    await expect(speech.sign(leader)).rejects.toMatchObject({ code: "conflict" });
    await expect(speech.toFinal()).rejects.toMatchObject({ code: "not-ready" });
    await speech.edit((tr) => tr.insertText("又", 1));
    const again = await speech.request([leader]);
    expect(again.request).toMatchObject({ ended: null, stage: { draft: 2 }, asked: [{ state: "asked" }] });
  });

  it("SG-26 only who is asked signs, only the chief asks, and only people who may sign are asked", async () => {
    const speech = await openSpeech(database, "commenter", "viewer");
    const [leader, viewer] = speech.asked as [Person, Person];
    const outsider = await speech.addPerson();
    const { signOffs, speechId, editor } = speech;
    for (const person of [viewer, outsider]) {
      await expect(speech.request([leader, person])).rejects.toMatchObject({ code: "invalid-input" });
    }
    const wanted = { people: [leader.id], inOrder: false, dueOn: null, note: "" };
    await expect(signOffs.request(editor, speechId, wanted)).rejects.toMatchObject({ code: "forbidden" });
    const { request } = await speech.request([leader]);
    await expect(speech.sign(editor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(speech.sign(viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(signOffs.read(viewer, speechId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(signOffs.read(outsider, speechId)).rejects.toMatchObject({ code: "not-found" });
    if (request === null) throw new Error("nobody is asked");
    await expect(signOffs.withdraw(editor, speechId, request.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await signOffs.withdraw(speech.chief, speechId, request.id)).request?.ended).toBe("withdrawn");
    await expect(speech.sign(leader)).rejects.toMatchObject({ code: "conflict" });
    await speech.request([leader]);
    await speech.sign(leader);
    expect(await speech.states()).toEqual(["signed"]);
  });

  it("SG-27 final is refused while something is open, and the chief's reasons stay on the record", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    const { writer, threads, speeches } = speech;
    suggestShared(writer.doc, speech.editor.id, (tr) => tr.insertText("大力", 4));
    await until(() => writer.allSaved);
    const comment = { id: "c".repeat(20) as never, body: "请核实", mentions: [] };
    const thread = { id: "t".repeat(20) as never, place: null, comment };
    await threads.create(leader, speech.speechId, thread);
    const { blockers } = await speech.signOffs.read(speech.chief, speech.speechId);
    expect(blockers).toEqual({ "sign-offs": 1, suggestions: 1, threads: 1 });
    for (const overrides of [{}, { threads: "会上再说" }, { threads: "会上再说", suggestions: "已定" }]) {
      await expect(speech.toFinal(overrides)).rejects.toMatchObject({ code: "not-ready" });
    }
    expect((await speeches.get(speech.chief, speech.speechId)).stage).toBe("review");
    const reasons = { threads: "会上再说", suggestions: "已口头同意", "sign-offs": "领导电话同意" };
    await speech.toFinal(reasons);
    expect((await speech.record()).at(-1)?.facts).toMatchObject({
      to: "final",
      overrides: {
        threads: { count: 1, reason: "会上再说" },
        suggestions: { count: 1, reason: "已口头同意" },
        "sign-offs": { count: 1, reason: "领导电话同意" },
      },
    });
  });

  it("SG-27 a request taken back leaves its signatures missing; asked and signed anew they aren't", async () => {
    const speech = await openSpeech(database, "suggester");
    const { signOffs, chief, speechId, asked } = speech;
    const [leader] = asked as [Person];
    const { request } = await speech.request([leader]);
    if (request === null) throw new Error("nobody is asked");
    const { blockers } = await signOffs.withdraw(chief, speechId, request.id);
    expect(blockers).toEqual({ "sign-offs": 1 });
    await expect(speech.toFinal()).rejects.toMatchObject({ code: "not-ready" });
    await speech.request([leader]);
    await speech.sign(leader);
    await expect(speech.toFinal()).resolves.toMatchObject({ kind: "stage" });
  });

  it("SG-26 a text that is final isn't answered for any more, until it is opened again", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    await speech.sign(leader);
    await speech.toFinal();
    await expect(speech.sign(leader, "returned", "数字有误")).rejects.toMatchObject({ code: "forbidden" });
    await speech.stages.move(speech.chief, speech.speechId, { stage: "review", note: "再核一遍" });
    await expect(speech.sign(leader, "returned", "数字有误")).resolves.toMatchObject({
      request: { ended: "returned" },
    });
  });

  it("SG-27 signed, worked in and answered, it becomes final without a reason", async () => {
    const speech = await openSpeech(database, "suggester");
    const [leader] = speech.asked as [Person];
    await speech.request([leader]);
    await speech.sign(leader);
    expect(await speech.toFinal()).toMatchObject({ stage: { name: "final", draft: 1 } });
    expect(await speech.states()).toEqual(["signed"]);
  });
});
