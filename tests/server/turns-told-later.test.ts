/** Whose turn to sign came when they couldn't and the text was closed by the time they could; and who was told already. */
import { afterEach, expect, it } from "vitest";
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
  const sign = async (person: typeof first) => {
    office.clock.time += 60_000;
    const { textHash } = await signOffs.text(person, speechId);
    await signOffs.sign(person, speechId, { answer: "agreed", opinion: "", textHash });
  };
  const disable = (disabled: boolean) => people.change(administrator, second.id, { disabled });
  const setRole = (role: "viewer" | "commenter") => speeches.setMember(chief, speechId, second.id, role);
  const told = async () =>
    (await notices.inbox(second)).notices.flatMap(({ kind }) => (kind === "access" ? [] : [kind]));
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
  return { ...office, first, second, sign, disable, setRole, told, closings };
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
});
