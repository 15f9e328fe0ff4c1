/** Speeches and their members: what each role may do, and what follows from a change. */
import { describe, expect, it } from "vitest";
import { can, ROLES, type Role, type SpeechAction } from "@/core/access";
import { newPersonId, newSpeechId, type PersonId, type SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { describeOnBoth, describeOnSqlite } from "../helpers/databases";
import { type Office, openOffice } from "../helpers/offices";

/** A speech with one person in every role, and the chief who made it. */
async function openSpeech(office: Office) {
  const chief = await office.addPerson({ name: "主笔" });
  const { id } = await office.addSpeech(chief);
  const people = new Map<Role | null, Person>([[null, await office.addPerson({ name: "外人" })]]);
  for (const role of ROLES) people.set(role, await office.addMember(chief, id, role));
  office.rooms.revoked.length = 0;
  office.rooms.changed.length = 0;
  return { chief, id, as: (role: Role | null) => people.get(role) ?? chief };
}

interface Attempt {
  readonly action: SpeechAction;
  run(office: Office, actor: Person, speechId: SpeechId): Promise<unknown>;
}

/** Every method that touches one speech, with the action of the access table that it stands for. */
const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  get: { action: "read", run: ({ speeches }, actor, id) => speeches.get(actor, id) },
  members: { action: "read", run: ({ speeches }, actor, id) => speeches.members(actor, id) },
  "change title": {
    action: "rename",
    run: ({ speeches }, actor, id) => speeches.change(actor, id, { title: "新题" }),
  },
  "change speaker, occasion and date": {
    action: "rename",
    run: ({ speeches }, actor, id) =>
      speeches.change(actor, id, { speaker: "李娜", occasion: "年会", dueOn: "2026-12-01" }),
  },
  "change numbering": {
    action: "change-settings",
    run: ({ speeches }, actor, id) => speeches.change(actor, id, { numberingStyle: "flat" }),
  },
  "change speed": {
    action: "change-settings",
    run: ({ speeches }, actor, id) => speeches.change(actor, id, { charactersPerMinute: 180 }),
  },
  archive: {
    action: "archive",
    run: ({ speeches }, actor, id) => speeches.change(actor, id, { archived: true }),
  },
  "archive with a new title": {
    action: "archive",
    run: ({ speeches }, actor, id) => speeches.change(actor, id, { archived: true, title: "旧题" }),
  },
  setMember: {
    action: "manage-members",
    run: async (office, actor, id) =>
      office.speeches.setMember(actor, id, (await office.addPerson()).id, "viewer"),
  },
  removeMember: {
    action: "manage-members",
    run: async (office, actor, id) => {
      const members = await office.speeches.members(actor, id);
      return office.speeches.removeMember(actor, id, members.at(-1)?.personId ?? newPersonId());
    },
  },
};
const CASES = Object.keys(ATTEMPTS).flatMap((method) => [...ROLES, null].map((role) => ({ method, role })));

describeOnSqlite("access to speeches", (database) => {
  it.each(CASES)("AC-01 $role: $method", async ({ method, role }) => {
    const attempt = ATTEMPTS[method];
    if (attempt === undefined) throw new Error(`no attempt ${method}`);
    const office = await openOffice(await database.open());
    const { chief, id, as } = await openSpeech(office);
    const before = await office.speeches.get(chief, id);
    const outcome = attempt.run(office, as(role), id);
    if (can(role, attempt.action)) {
      await outcome;
      return;
    }
    await expect(outcome).rejects.toMatchObject({ code: role === null ? "not-found" : "forbidden" });
    expect(await office.speeches.get(chief, id)).toEqual(before);
    expect([office.rooms.revoked, office.rooms.changed]).toEqual([[], []]);
  });

  it("AC-02 a speech that isn't there and one that isn't mine are told apart by nobody", async () => {
    const office = await openOffice(await database.open());
    const { id, as } = await openSpeech(office);
    const stranger = as(null);
    const missing = await office.speeches.get(stranger, newSpeechId()).catch((error: unknown) => error);
    const foreign = await office.speeches.get(stranger, id).catch((error: unknown) => error);
    expect(foreign).toEqual(missing);
    expect(await office.speeches.roleOf(stranger.id, id)).toBeNull();
    expect((await office.speeches.list(stranger, { q: "", archived: false })).speeches).toEqual([]);
  });

  it("AC-02 an administrator opens no speech by being one", async () => {
    const office = await openOffice(await database.open());
    const { id, chief } = await openSpeech(office);
    await expect(office.speeches.get(office.administrator, id)).rejects.toMatchObject({ code: "not-found" });
    await office.speeches.setMember(chief, id, office.administrator.id, "viewer");
    expect((await office.speeches.get(office.administrator, id)).role).toBe("viewer");
  });

  it("AC-04 a role that changes or goes closes that person's sockets on that speech", async () => {
    const { speeches, rooms, ...office } = await openOffice(await database.open());
    const { id, chief, as } = await openSpeech({ speeches, rooms, ...office });
    const { id: personId } = as("editor");
    await speeches.setMember(chief, id, personId, "commenter");
    expect(await speeches.roleOf(personId, id)).toBe("commenter");
    expect(rooms.revoked).toEqual([{ personId, speechId: id }]);
    expect(rooms.changed).toEqual([id]);
    await speeches.setMember(chief, id, personId, "commenter");
    expect(rooms.revoked).toHaveLength(1);
    await speeches.removeMember(chief, id, personId);
    expect(await speeches.roleOf(personId, id)).toBeNull();
    expect(rooms.revoked).toHaveLength(2);
    const changed = rooms.changed.length;
    // Sent again since its answer was lost, it is done, and the sockets close at the latest now.
    expect(await speeches.removeMember(chief, id, personId)).toEqual(await speeches.members(chief, id));
    expect([rooms.revoked.length, rooms.changed.length]).toEqual([3, changed]);
    const refused = speeches.removeMember(as("editor"), id, as("viewer").id);
    await expect(refused).rejects.toMatchObject({ code: "not-found" });
    const forbidden = speeches.removeMember(as("commenter"), id, as("viewer").id);
    await expect(forbidden).rejects.toMatchObject({ code: "forbidden" });
    expect(rooms.revoked).toHaveLength(3);
  });

  it("AC-04 whoever is disabled has no role, neither on a socket nor in a request, and can't become a member", async () => {
    const office = await openOffice(await database.open());
    const { id, chief, as } = await openSpeech(office);
    const { id: personId } = as("editor");
    const listed = async () =>
      (await office.speeches.list(as("editor"), { q: "", archived: false })).speeches.map((each) => each.id);
    expect(await office.speeches.roleOf(personId, id)).toBe("editor");
    expect(await listed()).toEqual([id]);
    await office.people.change(office.administrator, personId, { disabled: true });
    expect(await office.speeches.roleOf(personId, id)).toBeNull();
    expect(await listed()).toEqual([]);
    await expect(office.speeches.get(as("editor"), id)).rejects.toMatchObject({ code: "not-found" });
    expect((await office.speeches.get(as("viewer"), id)).id).toBe(id);
    for (const nobody of [personId, newPersonId()]) {
      await expect(office.speeches.setMember(chief, id, nobody, "viewer")).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  it("AC-05 an archived speech is read by everybody on it and written by nobody", async () => {
    const office = await openOffice(await database.open());
    const { id, chief, as } = await openSpeech(office);
    await office.speeches.change(chief, id, { archived: true });
    for (const role of ROLES) {
      expect(await office.speeches.roleOf(as(role).id, id)).toBe("viewer");
      expect(await office.speeches.get(as(role), id)).toMatchObject({ archived: true, role });
    }
    for (const change of [{ title: "新题" }, { charactersPerMinute: 180 }]) {
      await expect(office.speeches.change(chief, id, change)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(office.speeches.change(as("editor"), id, { archived: false })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await office.speeches.change(chief, id, { archived: false, title: "新题" })).toMatchObject({
      archived: false,
      title: "新题",
    });
    expect(await office.speeches.roleOf(as("editor").id, id)).toBe("editor");
  });

  it("AC-05 archiving and restoring let every socket come back to be judged anew", async () => {
    const office = await openOffice(await database.open());
    const { id, chief } = await openSpeech(office);
    const everybody = (await office.speeches.members(chief, id)).map(({ personId }) => personId).sort();
    for (const archived of [true, false]) {
      office.rooms.revoked.length = 0;
      await office.speeches.change(chief, id, { archived });
      expect(office.rooms.revoked.map(({ personId }) => personId).sort()).toEqual(everybody);
      expect(new Set(office.rooms.revoked.map(({ speechId }) => speechId))).toEqual(new Set([id]));
    }
  });

  it("AC-07 a change is told to the room once it is stored, and ends no socket by itself", async () => {
    const office = await openOffice(await database.open());
    const { id, chief } = await openSpeech(office);
    await office.speeches.change(chief, id, { title: "新题" });
    expect(office.rooms.changed).toEqual([id]);
    expect(office.rooms.revoked).toEqual([]);
  });
});

describeOnBoth("the last chief", (database) => {
  const open = async () => {
    const office = await openOffice(await database.open());
    const chief = await office.addPerson();
    const { id } = await office.addSpeech(chief);
    return { ...office, chief, id };
  };
  const chiefsOf = async (office: Office, actor: Person, id: SpeechId): Promise<PersonId[]> =>
    (await office.speeches.members(actor, id))
      .filter(({ role }) => role === "chief")
      .map(({ personId }) => personId);

  it("AC-03 neither steps down nor goes; with a second one the first may", async () => {
    const { chief, id, ...office } = await open();
    const { speeches } = office;
    await expect(speeches.setMember(chief, id, chief.id, "editor")).rejects.toMatchObject({
      code: "last-chief",
    });
    await expect(speeches.removeMember(chief, id, chief.id)).rejects.toMatchObject({ code: "last-chief" });
    expect(await chiefsOf(office, chief, id)).toEqual([chief.id]);
    expect(office.rooms.revoked).toEqual([]);
    const second = await office.addMember(chief, id, "chief");
    await speeches.setMember(chief, id, chief.id, "editor");
    expect(await chiefsOf(office, chief, id)).toEqual([second.id]);
  });

  it("AC-03 two chiefs who demote each other at once leave one", async () => {
    const { chief, id, ...office } = await open();
    const second = await office.addMember(chief, id, "chief");
    const attempts = await Promise.allSettled([
      office.speeches.setMember(chief, id, second.id, "viewer"),
      office.speeches.setMember(second, id, chief.id, "viewer"),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await chiefsOf(office, chief, id)).toHaveLength(1);
  });

  it("AC-03 a chief whose account is disabled doesn't count", async () => {
    const { chief, id, ...office } = await open();
    const second = await office.addMember(chief, id, "chief");
    await office.people.change(office.administrator, second.id, { disabled: true });
    await expect(office.speeches.removeMember(chief, id, chief.id)).rejects.toMatchObject({
      code: "last-chief",
    });
    await office.people.change(office.administrator, second.id, { disabled: false });
    await office.speeches.removeMember(chief, id, chief.id);
    expect(await chiefsOf(office, second, id)).toEqual([second.id]);
  });

  it("AC-03 the account of a speech's only chief isn't disabled before there is another", async () => {
    const { chief, id, people, administrator, ...office } = await open();
    const disable = () => people.change(administrator, chief.id, { disabled: true });
    const disabled = await office.addMember(chief, id, "chief");
    await people.change(administrator, disabled.id, { disabled: true });
    await office.addMember(chief, id, "editor");
    await expect(disable()).rejects.toMatchObject({ code: "sole-chief" });
    expect(await office.speeches.roleOf(chief.id, id)).toBe("chief");
    await people.change(administrator, chief.id, { name: "改名不受影响" });
    await office.addMember(chief, id, "chief");
    expect(await disable()).toMatchObject({ disabled: true });
  });
});

describeOnBoth("a new speech", (database) => {
  it("ST-20 is its maker's, blank or with its text in the log from the start", async () => {
    const storage = await database.open();
    const office = await openOffice(storage);
    const person = await office.addPerson({ name: "起草人" });
    const blank = await office.addSpeech(person, { title: "空白稿", dueOn: "2026-12-01", text: " \n" });
    expect(blank).toMatchObject({
      title: "空白稿",
      dueOn: "2026-12-01",
      role: "chief",
      stage: "draft",
      characters: 0,
    });
    expect(await storage.log.load(blank.id)).toMatchObject({ updates: [], lastSeq: 0 });

    const pasted = await office.addSpeech(person, { text: "同志们：" });
    expect(pasted).toMatchObject({ characters: 4, spokenUnits: 5, numberingStyle: "flat" });
    const { updates, bindings } = await storage.log.load(pasted.id);
    expect(bindings).toEqual([{ clientId: 4_000_000_000, personId: person.id }]);
    expect(updates.map((update) => new TextDecoder().decode(update))).toEqual(["同志们："]);
    expect(await storage.log.append({ speechId: pasted.id, update: Uint8Array.of(1), bindings: [] })).toBe(2);
    expect(await office.speeches.members(person, pasted.id)).toEqual([
      { personId: person.id, name: "起草人", department: "", title: "", role: "chief", disabled: false },
    ]);
  });
});

describe("the table of attempts", () => {
  it("AC-01 covers every action that a service decides", () => {
    const covered = new Set(Object.values(ATTEMPTS).map(({ action }) => action));
    expect([...covered].sort()).toEqual(["archive", "change-settings", "manage-members", "read", "rename"]);
  });
});
