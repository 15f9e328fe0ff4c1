/** The same answer sent twice, and two chiefs who ask at once. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { NewSignOff } from "@/core/sign-off-requests";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("sign-off, twice", (database) => {
  async function open(from: TestDatabase) {
    const office = await openVersionOffice(await from.open());
    opened.push(office);
    const { chief, speechId, signOffs, records, addMember } = office;
    const leader = await addMember(chief, speechId, "commenter");
    await typeLine(office, chief, "要抓好落实。");
    const ask = async (actor: Person, more: { note?: string; latest?: null } = {}) =>
      signOffs.request(actor, speechId, {
        people: [leader.id],
        inOrder: false,
        dueOn: null,
        note: "",
        latest: await office.latestAsked(),
        ...more,
      });
    const answer = async (said: Partial<NewSignOff>) => {
      const { textHash } = await signOffs.text(leader, speechId);
      return signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash, ...said });
    };
    const recorded = async (kind: string) =>
      (await records.read(chief, speechId)).entries.filter((entry) => entry.kind === kind).length;
    return { ...office, leader, ask, answer, recorded };
  }

  it("SG-30 the same answer to the same text is given and recorded once, another one counts anew", async () => {
    const { chief, ask, answer, recorded, notices } = await open(database);
    await ask(chief);
    await answer({});
    await answer({});
    expect(await recorded("sign-off")).toBe(1);
    const heard = (await notices.inbox(chief)).notices.filter(({ kind }) => kind === "decision");
    expect(heard).toHaveLength(1);
    await answer({ opinion: "请再核一遍数字" });
    expect(await recorded("sign-off")).toBe(2);
    const { request } = await answer({ answer: "returned", opinion: "退回再改" });
    expect(request?.ended).toBe("returned");
    expect(await recorded("sign-off")).toBe(3);
  });

  it("SG-30 of an answer that is sent twice at once one is recorded", async () => {
    const { chief, ask, answer, recorded } = await open(database);
    await ask(chief);
    await Promise.all([answer({}), answer({})]);
    expect(await recorded("sign-off")).toBe(1);
    const returned = { answer: "returned", opinion: "数字要核实" } as const;
    await Promise.all([answer(returned), answer(returned)]);
    await answer(returned);
    expect(await recorded("sign-off")).toBe(2);
  });

  it("SG-23 SG-30 the same answer is no answer to a text that is another by now", async () => {
    const { chief, speechId, signOffs, leader, ask, answer, recorded, ...office } = await open(database);
    await ask(chief);
    const { textHash } = await signOffs.text(leader, speechId);
    await answer({});
    await typeLine({ ...office, chief, speechId, signOffs }, chief, "还要督查。");
    await expect(answer({ textHash })).rejects.toMatchObject({ code: "text-changed" });
    expect(await recorded("sign-off")).toBe(1);
    await answer({});
    expect(await recorded("sign-off")).toBe(2);
  });

  it("SG-31 of two chiefs who ask at the same moment for the next round only one makes a draft", async () => {
    const { chief, speechId, ask, addMember, versions, signOffs, ...office } = await open(database);
    const other = await addMember(chief, speechId, "chief");
    const first = await ask(chief);
    await typeLine({ ...office, chief, speechId, versions, signOffs, addMember }, chief, "还要督查。");
    const request = (actor: Person) =>
      signOffs.request(actor, speechId, {
        people: [other.id],
        inOrder: false,
        dueOn: null,
        note: "",
        latest: first.request?.id ?? null,
      });
    const outcomes = await Promise.allSettled([request(chief), request(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const drafts = (await versions.list(chief, speechId)).flatMap(({ stage }) => stage?.draft ?? []);
    expect(drafts).toEqual([2, 1]);
    expect((await signOffs.read(chief, speechId)).request?.stage?.draft).toBe(2);
  });

  it("SG-34 taking a request back, sent again by who didn't hear that it had arrived, is done and recorded once", async () => {
    const { chief, speechId, ask, recorded, signOffs } = await open(database);
    const { request } = await ask(chief);
    if (request === null) throw new Error("nobody was asked");
    const withdraw = () => signOffs.withdraw(chief, speechId, request.id);
    await withdraw();
    expect((await withdraw()).request?.ended).toBe("withdrawn");
    expect(await recorded("sign-off-withdrawal")).toBe(1);
    await ask(chief);
    await expect(withdraw()).rejects.toMatchObject({ code: "conflict" });
  });

  it("SG-31 the same request sent once more, after an answer that got lost, is done once; another one isn't", async () => {
    const { chief, speechId, addMember, recorded, signOffs } = await open(database);
    const signer = await addMember(chief, speechId, "commenter");
    const asking = { people: [signer.id], inOrder: false, dueOn: null, note: "请阅", latest: null };
    const first = await signOffs.request(chief, speechId, asking);
    const again = await signOffs.request(chief, speechId, asking);
    expect(again.request?.id).toBe(first.request?.id);
    expect(await recorded("sign-off-request")).toBe(1);
    const changed = { ...asking, note: "请速阅" };
    await expect(signOffs.request(chief, speechId, changed)).rejects.toMatchObject({ code: "conflict" });
    await signOffs.request(chief, speechId, { ...changed, latest: first.request?.id ?? null });
    expect(await recorded("sign-off-request")).toBe(2);
  });

  it("SG-31 of two chiefs who ask without knowing of each other the second hears of the first", async () => {
    const { chief, speechId, ask, addMember, recorded, versions, signOffs } = await open(database);
    const other = await addMember(chief, speechId, "chief");
    const first = await ask(chief, { latest: null });
    const before = await versions.list(chief, speechId);
    await expect(ask(other, { latest: null })).rejects.toMatchObject({ code: "conflict" });
    expect(await recorded("sign-off-request")).toBe(1);
    expect(await versions.list(chief, speechId)).toEqual(before);
    expect((await signOffs.read(chief, speechId)).request?.id).toBe(first.request?.id);
    // Nor is it replaced by who says nothing of what is known.
    const blind = { people: [other.id], inOrder: false, dueOn: null, note: "" };
    await expect(signOffs.request(other, speechId, blind)).rejects.toMatchObject({ code: "conflict" });
    // Who knows of it takes its place.
    const people = [other.id];
    const latest = first.request?.id ?? null;
    await signOffs.request(other, speechId, { people, inOrder: false, dueOn: null, note: "", latest });
    expect(await recorded("sign-off-request")).toBe(2);
  });
});
