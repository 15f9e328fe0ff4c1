/** Whose turn to sign came when they couldn't and the text was closed by the time they could; and who was told already. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { SignOffAnswer } from "@/core/sign-off";
import { reopenUnfinished } from "@/server/services/unfinished-closings";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech that two people are asked to sign in order. */
async function open(database: TestDatabase) {
  const office = await openVersionOffice(await database.open());
  opened.push(office);
  const { chief, speechId, signOffs, speeches, stages, people, administrator, notices, parts } = office;
  const first = await office.addMember(chief, speechId, "commenter");
  const second = await office.addMember(chief, speechId, "commenter");
  await typeLine(office, chief, "要抓好落实。");
  const asking = { people: [first.id, second.id], inOrder: true, dueOn: null, note: "" };
  await signOffs.request(chief, speechId, asking);
  const sign = async (person: typeof first, answer: SignOffAnswer = "agreed") => {
    office.clock.time += 60_000;
    const { textHash } = await signOffs.text(person, speechId);
    const opinion = answer === "agreed" ? "" : "语气再重些";
    await signOffs.sign(person, speechId, { answer, opinion, textHash });
  };
  const disable = (disabled: boolean) => people.change(administrator, second.id, { disabled });
  const setRole = (role: "viewer" | "commenter" | "editor") =>
    speeches.setMember(chief, speechId, second.id, role);
  const toldTo = async (person: Person) =>
    (await notices.inbox(person)).notices.flatMap(({ kind }) => (kind === "access" ? [] : [kind]));
  const told = () => toldTo(second);
  const closings = {
    archived: {
      close: () => speeches.change(chief, speechId, { archived: true }),
      open: () => speeches.change(chief, speechId, { archived: false }),
    },
    final: {
      async close() {
        const overrides = await reasonsNow(stages, chief, speechId, { "sign-offs": "先定" });
        await stages.move(chief, speechId, { stage: "final", note: "", overrides });
      },
      open: () => stages.move(chief, speechId, { stage: "review", note: "再改" }),
    },
    "half closed": {
      close: () =>
        database.execute(`update speeches set stage = 'final', updated_at = 1 where id = '${speechId}'`),
      open: () => reopenUnfinished(parts),
    },
  };
  return { ...office, first, second, sign, disable, setRole, told, toldTo, closings };
}

describeOnBoth("turns to sign that are told later", (database) => {
  for (const how of ["archived", "final", "half closed"] as const) {
    it(`NT-03 who could sign again while the text was ${how} is told once it is open, and once`, async () => {
      const office = await open(database);
      const { first, second, sign, disable, told, bell, notices } = office;
      const closing = office.closings[how];
      await disable(true);
      await sign(first);
      await closing.close();
      await disable(false);
      expect(await told()).toEqual([]);
      bell.rung.length = 0;
      await closing.open();
      expect(await told()).toEqual(["review"]);
      expect(bell.rung).toContain(second.id);
      await notices.markRead(second, {});
      await closing.close();
      await closing.open();
      expect(await told()).toEqual(["review"]);
    });
  }

  it("NT-03 whoever read that it is their turn isn't told anew for being a viewer in between", async () => {
    const { first, second, sign, setRole, told, notices } = await open(database);
    await sign(first);
    await notices.markRead(second, {});
    await setRole("viewer");
    await setRole("commenter");
    expect(await told()).toEqual(["review"]);
  });

  it("NT-03 nor is who was told that their signature broke, but who wasn't is", async () => {
    const office = await open(database);
    const { chief, first, second, sign, setRole, told, notices, signOffs, speechId } = office;
    await sign(first);
    await sign(second);
    const change = async (line: string) => {
      await typeLine(office, chief, line);
      office.clock.time += 60_000;
      await signOffs.tellBroken(speechId);
    };
    await change("还要督查。");
    await sign(first);
    expect(await told()).toEqual(["review", "broken", "review"]);
    await notices.markRead(second, {});
    await setRole("viewer");
    await setRole("commenter");
    expect(await told()).toHaveLength(3);
    await sign(second);
    await setRole("viewer");
    await change("再次督查。");
    await sign(first);
    expect(await told()).toHaveLength(3);
    await setRole("commenter");
    expect(await told()).toHaveLength(4);
  });

  it("NT-03 what was told while the clock was ahead says nothing of a later turn", async () => {
    const office = await open(database);
    const { chief, first, second, sign, setRole, told, notices, signOffs, speechId } = office;
    office.clock.time += 100 * 86_400_000;
    await sign(first);
    await notices.markRead(second, {});
    office.clock.time -= 100 * 86_400_000;
    await setRole("viewer");
    await typeLine(office, chief, "还要督查。");
    await signOffs.tellBroken(speechId);
    await sign(first);
    expect(await told()).toEqual(["review"]);
    await setRole("commenter");
    expect(await told()).toEqual(["review", "review"]);
  });

  for (const how of ["archived", "final", "half closed"] as const) {
    it(`NT-01 who asks for signatures and signs isn't told so by themselves once a text that was ${how} is open`, async () => {
      const office = await open(database);
      const { chief, first, speechId, signOffs, latestAsked, toldTo } = office;
      const { close, open: reopen } = office.closings[how];
      const latest = await latestAsked();
      const people = [chief.id, first.id];
      await signOffs.request(chief, speechId, { people, inOrder: false, dueOn: null, note: "", latest });
      await close();
      await reopen();
      expect(await toldTo(chief)).toEqual([]);
    });

    it(`NT-33 who alone changed what they signed isn't asked anew once a text that was ${how} is open`, async () => {
      const office = await open(database);
      const { chief, first, second, sign, setRole, told, toldTo, speechId, signOffs, notices } = office;
      const { close, open: reopen } = office.closings[how];
      await sign(first);
      await setRole("editor");
      await sign(second);
      await typeLine(office, second, "还要督查。");
      await signOffs.tellBroken(speechId);
      expect(await toldTo(chief)).toContain("broken");
      await notices.markRead(second, {});
      await close();
      await reopen();
      expect(await told()).toEqual(["review"]);
    });
  }

  it("NT-33 nor where several are asked at once, and another one signed since", async () => {
    const office = await open(database);
    const { chief, first, second, sign, setRole, told, speechId, signOffs, latestAsked, closings } = office;
    await setRole("editor");
    const people = [first.id, second.id];
    const latest = await latestAsked();
    await signOffs.request(chief, speechId, { people, inOrder: false, dueOn: null, note: "", latest });
    await sign(second);
    await typeLine(office, second, "还要督查。");
    await signOffs.tellBroken(speechId);
    await sign(first);
    await office.notices.markRead(second, {});
    await closings.archived.close();
    await closings.archived.open();
    expect(await told()).toEqual(["review"]);
  });

  it("NT-03 who alone changed what they signed is asked once a turn came that they couldn't be told of", async () => {
    const office = await open(database);
    const { chief, first, second, sign, setRole, told, speechId, signOffs } = office;
    const { archived } = office.closings;
    await sign(first);
    await setRole("editor");
    await sign(second);
    await typeLine(office, second, "还要督查。");
    await signOffs.tellBroken(speechId);
    await setRole("viewer");
    await typeLine(office, chief, "再次督查。");
    await signOffs.tellBroken(speechId);
    office.clock.time += 60_000;
    await office.notices.markRead(second, {});
    await sign(first);
    expect(await told()).toEqual(["review"]);
    await archived.close();
    await setRole("commenter");
    await archived.open();
    expect(await told()).toEqual(["review", "review"]);
  });

  it("NT-33 whose signature broke just before the text was closed is told of that only", async () => {
    const office = await open(database);
    const { chief, first, second, sign, told, toldTo, speechId, signOffs, latestAsked, speeches } = office;
    await speeches.setMember(chief, speechId, first.id, "editor");
    const latest = await latestAsked();
    const people = [first.id, second.id];
    await signOffs.request(chief, speechId, { people, inOrder: false, dueOn: null, note: "", latest });
    await sign(second);
    await typeLine(office, first, "还要督查。");
    await sign(first);
    await office.notices.markRead(second, {});
    await office.closings.archived.close();
    await office.closings.archived.open();
    expect(await told()).toEqual(["broken", "review"]);
    expect(await toldTo(chief)).toContain("broken");
  });

  it("NT-03 whoever keeps the turn while those before sign anew isn't told once more", async () => {
    const office = await open(database);
    const { first, second, sign, setRole, told, speechId, signOffs, notices } = office;
    const { archived } = office.closings;
    await setRole("editor");
    await sign(first);
    await notices.markRead(second, {});
    await typeLine(office, second, "还要督查。");
    await signOffs.tellBroken(speechId);
    await sign(first);
    await sign(first, "agreed-with-changes");
    await archived.close();
    await archived.open();
    expect(await told()).toEqual(["review"]);
  });

  it("SG-21 what the next one changed before somebody signed anew gives no turn after another change", async () => {
    const office = await open(database);
    const { chief, first, second, sign, setRole, speechId, signOffs, speeches } = office;
    await setRole("editor");
    await sign(first);
    await typeLine(office, second, "还要督查。");
    await signOffs.tellBroken(speechId);
    await sign(first);
    await typeLine(office, chief, "再次督查。");
    await signOffs.tellBroken(speechId);
    expect((await speeches.get(second, speechId)).asksToSign).toBe(false);
  });
});
