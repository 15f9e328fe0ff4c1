/** Asked in order, whoever's turn it is keeps it through their own changes. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll } from "@/core/review/settle";
import { createSignOffService } from "@/server/services/sign-offs";
import { describeOnBoth } from "../helpers/databases";
import { rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { editShared, textOf, writeText } from "../helpers/shared-edit";
import { COMPARER, openVersionOffice, type VersionOffice } from "../helpers/version-office";

const TEXT = "我们要推动工作再上新台阶。";
const NEVER = { quietMs: 3_600_000, longestMs: 3_600_000 };

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("turns to sign", (database) => {
  /** A reviewer, a leader and an assistant are asked in this order, and the reviewer has signed. */
  async function open() {
    const office = await openVersionOffice(await database.open(), { pauseMs: NEVER });
    opened.push(office);
    const { chief, speechId, signOffs, speeches, directives, notices } = office;
    const add = (role: "suggester" | "editor") => office.addMember(chief, speechId, role);
    const [reviewer, leader, last] = [await add("suggester"), await add("suggester"), await add("suggester")];
    const writer = office.page(await add("editor"));
    await until(() => writer.allSaved);
    writer.write(TEXT);
    await until(() => writer.allSaved);
    const people = [reviewer, leader, last].map(({ id }) => id);
    await signOffs.request(chief, speechId, { people, inOrder: true, dueOn: null, note: "" });
    const sign = async (person: Person) => {
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer: "agreed", opinion: "", textHash });
    };
    await sign(reviewer);
    const states = async () =>
      (await signOffs.read(chief, speechId)).request?.asked.map(({ state }) => state) ?? [];
    /** Whose lists of speeches say that they are asked to sign, and who may. */
    const asked = async () => {
      const marks = [reviewer, leader, last].map(async (person) => speeches.get(person, speechId));
      return (await Promise.all(marks)).map(({ asksToSign }) => asksToSign);
    };
    const reword = (person: Person, from: string, to: string, text = TEXT) =>
      directives.create(person, speechId, rewording(text, from, to));
    const write = async (text: string, at: number) => {
      editShared(writer.doc, (tr) => tr.insertText(text, at));
      await until(() => writer.allSaved);
    };
    const turns = async (person: Person) =>
      (await notices.inbox(person)).notices.filter(({ kind }) => kind === "review").length;
    return { ...office, writer, reviewer, leader, last, sign, states, asked, reword, write, turns };
  }

  it("SG-91 a leader who rewords a sentence still signs; those before are asked again, then those after", async () => {
    const { reviewer, leader, last, sign, states, asked, reword, turns, signOffs, speechId } = await open();
    await reword(leader, "推动", "推进");
    expect(await states()).toEqual(["broken", "asked", "waiting"]);
    expect(await asked()).toEqual([false, true, false]);
    await signOffs.tellBroken(speechId);
    expect(await asked()).toEqual([true, true, false]);
    expect(await turns(leader)).toBe(1);
    await expect(sign(last)).rejects.toMatchObject({ code: "not-your-turn" });
    await sign(leader);
    expect(await states()).toEqual(["broken", "signed", "waiting"]);
    expect(await asked()).toEqual([true, false, false]);
    await sign(reviewer);
    expect(await states()).toEqual(["signed", "signed", "asked"]);
    expect(await asked()).toEqual([false, false, true]);
    // Told when it was their turn, and not again.
    expect([await turns(leader), await turns(last)]).toEqual([1, 1]);
  });

  it("SG-91 once the changed text is signed, those before are asked again on their lists without a pause", async () => {
    const { leader, sign, asked, reword } = await open();
    await reword(leader, "推动", "推进");
    await sign(leader);
    expect(await asked()).toEqual([true, false, false]);
  });

  it("SG-91 a writer who works in what the leader reworded takes no turn from the leader", async () => {
    const { writer, leader, sign, states, asked, reword, signOffs, speechId } = await open();
    await reword(leader, "推动", "推进");
    await until(() => listSuggestions(textOf(writer.doc)).length > 0);
    writeText(writer.doc, acceptAll(textOf(writer.doc)));
    await until(() => writer.allSaved && listSuggestions(textOf(writer.doc)).length === 0);
    expect(await states()).toEqual(["broken", "asked", "waiting"]);
    await signOffs.tellBroken(speechId);
    expect(await asked()).toEqual([true, true, false]);
    await sign(leader);
    expect(await states()).toEqual(["broken", "signed", "waiting"]);
  });

  it("SG-91 who is asked again first leaves the turn where it is, and tells nobody of it twice", async () => {
    const { reviewer, leader, sign, states, reword, turns } = await open();
    await reword(leader, "推动", "推进");
    await sign(reviewer);
    expect(await states()).toEqual(["signed", "asked", "waiting"]);
    expect(await turns(leader)).toBe(1);
  });

  it("SG-24 what a writer changed as well is for those before to sign first", async () => {
    const { reviewer, leader, sign, states, asked, reword, write, signOffs, speechId } = await open();
    await reword(leader, "推动", "推进");
    await signOffs.tellBroken(speechId);
    await write("大力", 1);
    expect(await states()).toEqual(["broken", "waiting", "waiting"]);
    await expect(sign(leader)).rejects.toMatchObject({ code: "not-your-turn" });
    await signOffs.tellBroken(speechId);
    expect(await asked()).toEqual([true, false, false]);
    await sign(reviewer);
    expect(await asked()).toEqual([false, true, false]);
    await sign(leader);
    expect(await states()).toEqual(["signed", "signed", "asked"]);
  });

  it("SG-24 SG-91 only what still differs from what those before signed counts, whoever had changed what meanwhile", async () => {
    const { leader, sign, states, reword, write } = await open();
    await write("大力", 4);
    expect(await states()).toEqual(["broken", "waiting", "waiting"]);
    await reword(leader, "大力推动", "推进", TEXT.replace("推动", "大力推动"));
    expect(await states()).toEqual(["broken", "asked", "waiting"]);
    await sign(leader);
    expect(await states()).toEqual(["broken", "signed", "waiting"]);
  });

  it("SG-91 marks for reading aloud, set since those before signed, take no turn", async () => {
    const { writer, leader, sign, states, asked, reword } = await open();
    const mark = async (edit: Parameters<typeof editShared>[1]) => {
      editShared(writer.doc, edit);
      await until(() => writer.allSaved);
    };
    await mark((tr) => tr.insert(6, tr.doc.type.schema.node("cue", { kind: "pause" })));
    await mark((tr) => tr.addMark(8, 10, tr.doc.type.schema.mark("stress")));
    await mark((tr) => tr.addMark(4, 5, tr.doc.type.schema.mark("pinyin", { reading: "tuī" })));
    expect(await states()).toEqual(["signed", "asked", "waiting"]);
    await reword(leader, "工作", "各项工作");
    expect(await states()).toEqual(["broken", "asked", "waiting"]);
    expect(await asked()).toEqual([false, true, false]);
    await sign(leader);
    expect(await states()).toEqual(["broken", "signed", "waiting"]);
  });

  it("SG-91 one's own change opens no turn that hadn't come, and what is taken back closes none", async () => {
    const { leader, last, sign, states, reword, directives, signOffs, speechId } = await open();
    await reword(last, "工作", "各项工作");
    expect(await states()).toEqual(["broken", "waiting", "waiting"]);
    const [made] = (await directives.list(last, speechId)).filter(({ author }) => author.id === last.id);
    if (made === undefined) throw new Error("nothing was reworded");
    await directives.answer(last, speechId, made.id, { state: "withdrawn" });
    await reword(leader, "推动", "推进");
    await signOffs.tellBroken(speechId);
    await sign(leader);
    expect(await states()).toEqual(["broken", "signed", "waiting"]);
  });

  it("SG-91 returning it ends the request for all", async () => {
    const { leader, last, sign, reword, signOffs, speechId } = await open();
    await reword(leader, "推动", "推进");
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "returned", opinion: "再改", textHash });
    await expect(sign(last)).rejects.toMatchObject({ code: "conflict" });
  });

  it("SG-24 whoever is asked anew in the middle of signing waits for those ahead in the new request", async () => {
    const { chief, reviewer, leader, writer, sign, states, reword, write, ...office } = await open();
    const { parts, signOffs, speechId, latestAsked } = office;
    await reword(leader, "推动", "推进");
    const { textHash } = await signOffs.text(leader, speechId);
    const askAnew = async () => {
      await write("大力", 1);
      const people = [reviewer.id, leader.id];
      const asking = { people, inOrder: true, dueOn: null, note: "", latest: await latestAsked() };
      await signOffs.request(chief, speechId, asking);
      await sign(reviewer);
      editShared(writer.doc, (tr) => tr.delete(1, 3));
      await until(() => writer.allSaved);
    };
    let isAskedAnew = false;
    const compare: typeof COMPARER.compare = async (...texts) => {
      const compared = await COMPARER.compare(...texts);
      if (!isAskedAnew) {
        isAskedAnew = true;
        await askAnew();
      }
      return compared;
    };
    const crossing = createSignOffService({ ...parts, comparer: { ...COMPARER, compare } });
    const answer = { answer: "agreed", opinion: "", textHash } as const;
    await expect(crossing.sign(leader, speechId, answer)).rejects.toMatchObject({ code: "not-your-turn" });
    expect(await states()).toEqual(["broken", "waiting"]);
  });

  it("SG-91 whoever types while a page asks whose turn it is takes no turn in its answer", async () => {
    const { parts, chief, leader, reword, write, speechId } = await open();
    await reword(leader, "推动", "推进");
    const { texts } = parts;
    const snapshot: typeof texts.snapshot = async (...asked) => {
      const taken = await texts.snapshot(...asked);
      await write("大力", 1);
      return taken;
    };
    const crossed = createSignOffService({ ...parts, texts: { ...texts, snapshot } });
    const { request } = await crossed.read(chief, speechId);
    expect(request?.asked.map(({ state }) => state)).toEqual(["broken", "asked", "waiting"]);
  });
});
