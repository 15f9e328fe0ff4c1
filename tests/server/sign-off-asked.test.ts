/** On whose list of speeches a request to sign stands: of who can answer it now. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import { describeOnBoth } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("asked to sign", (database) => {
  const open = async (inOrder: boolean) => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { chief, speechId, signOffs, speeches, addMember } = office;
    const first = await addMember(chief, speechId, "commenter");
    const second = await addMember(chief, speechId, "commenter");
    await typeLine(office, chief, "要抓好落实。");
    const people = [first.id, second.id];
    await signOffs.request(chief, speechId, { people, inOrder, dueOn: null, note: "" });
    const asks = async (person: Person) => (await speeches.get(person, speechId)).asksToSign;
    const sign = async (person: Person) => {
      office.clock.time += 60_000;
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer: "agreed", opinion: "", textHash });
    };
    return { ...office, first, second, asks, sign };
  };

  it("SG-24 in order, the next one is when those before have signed", async () => {
    const { first, second, asks, sign } = await open(true);
    expect([await asks(first), await asks(second)]).toEqual([true, false]);
    await sign(first);
    expect([await asks(first), await asks(second)]).toEqual([false, true]);
    await sign(second);
    expect([await asks(first), await asks(second)]).toEqual([false, false]);
  });

  it("SG-21 who signed is asked again when the text is another, until it is what was signed", async () => {
    const { first, second, asks, sign, chief, speechId, speeches } = await open(true);
    await sign(first);
    await sign(second);
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    expect([await asks(first), await asks(second)]).toEqual([true, false]);
    await sign(first);
    expect([await asks(first), await asks(second)]).toEqual([false, true]);
    // Its numbers are those that the second signed, but not the first any more.
    await speeches.change(chief, speechId, { numberingStyle: "nested" });
    expect([await asks(first), await asks(second)]).toEqual([true, false]);
    await sign(first);
    expect([await asks(first), await asks(second)]).toEqual([false, false]);
  });

  it("SG-21 who signed is asked again after the next pause in the writing", async () => {
    const office = await open(false);
    const { first, second, asks, sign, chief, signOffs, speechId } = office;
    await sign(first);
    await typeLine(office, chief, "还要督查。");
    await signOffs.tellBroken(speechId);
    expect([await asks(first), await asks(second)]).toEqual([true, true]);
    await sign(first);
    await signOffs.tellBroken(speechId);
    expect([await asks(first), await asks(second)]).toEqual([false, true]);
  });

  it("SG-26 nobody whose account is disabled is asked, nor given anything to do", async () => {
    const { first, second, chief, speechId, signOffs, stages, speeches, latestAsked } = await open(false);
    const request = async (...people: Person[]) =>
      signOffs.request(chief, speechId, {
        people: people.map(({ id }) => id),
        inOrder: true,
        dueOn: null,
        note: "再看",
        latest: await latestAsked(),
      });
    const task = (person: Person) => [{ personId: person.id, what: "核数", dueOn: null }];
    await database.execute(`update people set disabled = 1 where id = '${second.id}'`);
    const members = await speeches.members(chief, speechId);
    expect(members.filter(({ disabled }) => disabled).map(({ personId }) => personId)).toEqual([second.id]);
    const refused = { code: "invalid-input" };
    await expect(request(first, second)).rejects.toMatchObject(refused);
    const move = { stage: "consultation", note: "" } as const;
    await expect(stages.move(chief, speechId, { ...move, tasks: task(second) })).rejects.toMatchObject(
      refused,
    );
    await expect(request(first)).resolves.toBeDefined();
    await expect(stages.move(chief, speechId, { ...move, tasks: task(first) })).resolves.toBeDefined();
  });

  it("SG-26 who left, only reads or has no account any more can't answer, and isn't asked on the list", async () => {
    const { first, second, asks, chief, speechId, signOffs, speeches, ...office } = await open(false);
    const third = await office.addMember(chief, speechId, "commenter");
    const asking = { people: [first.id, second.id, third.id], latest: await office.latestAsked() };
    await signOffs.request(chief, speechId, { ...asking, inOrder: false, dueOn: null, note: "" });
    const away = async () =>
      (await signOffs.read(chief, speechId)).request?.asked.map(({ isAway }) => isAway);
    expect(await away()).toEqual([false, false, false]);
    expect(await asks(first)).toBe(true);
    await speeches.setMember(chief, speechId, first.id, "viewer");
    await speeches.removeMember(chief, speechId, second.id);
    await database.execute(`update people set disabled = 1 where id = '${third.id}'`);
    expect(await away()).toEqual([true, true, true]);
    expect(await asks(first)).toBe(false);
    await speeches.setMember(chief, speechId, first.id, "editor");
    expect(await away()).toEqual([false, true, true]);
    expect(await asks(first)).toBe(true);
  });

  it("SG-26 who can't sign any more isn't told that it is their turn, nor asked again after a change", async () => {
    const office = await open(true);
    const { first, second, sign, chief, speechId, signOffs, speeches, notices } = office;
    const told = async (person: Person) =>
      (await notices.inbox(person)).notices.flatMap(({ kind }) => (kind === "access" ? [] : [kind]));
    await speeches.setMember(chief, speechId, second.id, "viewer");
    await sign(first);
    expect(await told(second)).toEqual([]);
    await speeches.setMember(chief, speechId, second.id, "commenter");
    expect(await told(second)).toEqual(["review"]);
    await sign(second);
    await speeches.setMember(chief, speechId, second.id, "viewer");
    await typeLine(office, chief, "还要督查。");
    await signOffs.tellBroken(speechId);
    expect(await told(first)).toEqual(["broken", "review"]);
    expect(await told(second)).toEqual(["review"]);
  });

  const ways = {
    "a viewer": (office: VersionOffice, person: Person) =>
      office.speeches.setMember(office.chief, office.speechId, person.id, "viewer"),
    "off the speech": (office: VersionOffice, person: Person) =>
      office.speeches.removeMember(office.chief, office.speechId, person.id),
    disabled: (office: VersionOffice, person: Person) =>
      office.people.change(office.administrator, person.id, { disabled: true }),
  };
  for (const [was, leave] of Object.entries(ways)) {
    it(`NT-03 whose turn came while they were ${was} is told once they can sign again`, async () => {
      const office = await open(true);
      const { first, second, sign, chief, speechId, signOffs, speeches, people, administrator } = office;
      const comeBack = () =>
        was === "disabled"
          ? people.change(administrator, second.id, { disabled: false })
          : speeches.setMember(chief, speechId, second.id, "commenter");
      const told = async () =>
        (await office.notices.inbox(second)).notices.flatMap(({ kind, actor }) =>
          kind === "access" ? [] : [[kind, actor.id]],
        );
      // Before it is their turn there is nothing to tell.
      await leave(office, second);
      await comeBack();
      expect(await told()).toEqual([]);
      await leave(office, second);
      await sign(first);
      expect(await told()).toEqual([]);
      office.bell.rung.length = 0;
      await comeBack();
      expect(await told()).toEqual([["review", chief.id]]);
      expect(office.bell.rung).toContain(second.id);
      // Once, until it is read.
      await leave(office, second);
      await comeBack();
      expect(await told()).toHaveLength(1);
      await office.notices.markRead(second, {});
      await sign(second);
      await leave(office, second);
      await comeBack();
      expect(await told()).toHaveLength(1);
      await leave(office, second);
      await typeLine(office, chief, "还要督查。");
      await signOffs.tellBroken(speechId);
      await sign(first);
      await comeBack();
      expect(await told()).toEqual([
        ["review", chief.id],
        ["review", chief.id],
      ]);
    });
  }

  it("SG-26 at once, everybody is, until the text is closed", async () => {
    const { first, second, asks, sign, speeches, stages, chief, speechId } = await open(false);
    expect([await asks(first), await asks(second)]).toEqual([true, true]);
    await sign(first);
    await speeches.change(chief, speechId, { archived: true });
    expect(await asks(second)).toBe(false);
    await speeches.change(chief, speechId, { archived: false });
    expect(await asks(second)).toBe(true);
    const overrides = await reasonsNow(stages, chief, speechId, { "sign-offs": "先发" });
    await stages.move(chief, speechId, { stage: "final", note: "", overrides });
    expect(await asks(second)).toBe(false);
  });
});
