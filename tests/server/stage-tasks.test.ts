/** 分工: who is expected to do what by when, when a speech comes to its next draft. */
import { afterEach, expect, it } from "vitest";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { stageMoveSchema } from "@/core/speech-requests";
import { writeDigest } from "@/server/mail/digest";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase) {
  const office = await openVersionOffice(await database.open());
  opened.push(office);
  const { chief, speechId, notices } = office;
  const [one, other] = [
    await office.addMember(chief, speechId, "editor"),
    await office.addMember(chief, speechId, "commenter"),
  ];
  const told = async (person: VersionOffice["chief"]) =>
    (await notices.inbox(person)).notices.filter(({ kind }) => kind === "task");
  return { ...office, one, other, told };
}

const task = (personId: PersonId, what: string, dueOn: string | null = null) => ({ personId, what, dueOn });

describeOnBoth("tasks of a stage", (database) => {
  it("SG-48 moving says who does what by when: shown, on the record, told to whoever is named", async () => {
    const { chief, one, other, speechId, stages, signOffs, records, told } = await open(database);
    const tasks = [
      task(other.id, "征求各处意见", "2026-12-01"),
      task(one.id, "核对数据"),
      task(chief.id, "统稿", "2026-12-03"),
    ];
    await stages.move(chief, speechId, { stage: "consultation", note: "抓紧", tasks });
    const named = [
      { person: { id: other.id, name: other.name }, what: "征求各处意见", dueOn: "2026-12-01" },
      { person: { id: one.id, name: one.name }, what: "核对数据", dueOn: null },
      { person: { id: chief.id, name: chief.name }, what: "统稿", dueOn: "2026-12-03" },
    ];
    const { stageNote } = await signOffs.read(other, speechId);
    expect(stageNote).toMatchObject({ note: "抓紧", by: chief.name, tasks: named });
    const { entries, brokenAt } = await records.read(chief, speechId);
    expect(brokenAt).toBeNull();
    expect(entries.at(-1)).toMatchObject({ kind: "stage", facts: { note: "抓紧", tasks: named } });
    expect(await told(other)).toMatchObject([
      { facts: { dueOn: "2026-12-01" }, actor: { id: chief.id }, excerpt: "征求各处意见", read: false },
    ]);
    expect(await told(one)).toMatchObject([{ facts: { dueOn: null }, excerpt: "核对数据" }]);
    expect(await told(chief)).toEqual([]);
  });

  it("NT-05 the notice itself holds no words, and tells nothing to who may not see them any more", async () => {
    const { chief, one, speechId, stages, speeches, told } = await open(database);
    await stages.move(chief, speechId, {
      stage: "consultation",
      note: "",
      tasks: [task(one.id, "核对数据")],
    });
    expect(await told(one)).toMatchObject([{ excerpt: "核对数据" }]);
    await speeches.setMember(chief, speechId, one.id, "viewer");
    expect(JSON.stringify(await told(one))).not.toContain("核对数据");
    await speeches.removeMember(chief, speechId, one.id);
    expect(await told(one)).toMatchObject([{ speech: null, excerpt: null }]);
    expect(JSON.stringify(await told(one))).not.toContain("核对数据");
  });

  it("SG-48 they go with the draft: the next one has its own, or none", async () => {
    const { chief, one, speechId, stages, signOffs } = await open(database);
    await stages.move(chief, speechId, {
      stage: "consultation",
      note: "",
      tasks: [task(one.id, "核对数据")],
    });
    expect((await signOffs.read(one, speechId)).stageNote).toMatchObject({ note: "", tasks: [{}] });
    await stages.move(chief, speechId, { stage: "consultation", note: "" });
    expect((await signOffs.read(one, speechId)).stageNote).toBeNull();
  });

  it("SG-48 nobody is named who isn't on the speech, and then nothing is moved", async () => {
    const { chief, one, speechId, stages, speeches, records, told, ...office } = await open(database);
    const outsider = await office.addPerson();
    const before = await records.read(chief, speechId);
    const tasks = [task(one.id, "核对数据"), task(outsider.id, "看一看")];
    const refused = { code: "invalid-input", fields: { tasks: "invalid" } };
    const move = () => stages.move(chief, speechId, { stage: "consultation", note: "", tasks });
    await expect(move()).rejects.toMatchObject(refused);
    expect(await speeches.get(chief, speechId)).toMatchObject({ stage: "draft" });
    expect(await records.read(chief, speechId)).toEqual(before);
    expect(await told(one)).toEqual([]);
    // Who only reads isn't shown what is expected.
    await speeches.setMember(chief, speechId, outsider.id, "viewer");
    await expect(move()).rejects.toMatchObject(refused);
    await speeches.setMember(chief, speechId, outsider.id, "commenter");
    await move();
    expect(await told(outsider)).toHaveLength(1);
  });

  it("NT-35 a mail says that there is a task, and what only where the office lets it", async () => {
    const { chief, one, speechId, stages, told } = await open(database);
    const tasks = [task(one.id, "核对数据", "2026-12-01")];
    await stages.move(chief, speechId, { stage: "consultation", note: "", tasks });
    const notices = await told(one);
    const mail = { notices, name: one.name, locale: "zh-CN", publicUrl: "https://lectern.example" } as const;
    const discreet = writeDigest({ ...mail, speechText: false }).text;
    expect(discreet).toContain("给您安排了分工，请在2026年12月1日前完成");
    expect(discreet).not.toContain("核对数据");
    expect(writeDigest({ ...mail, speechText: true }).text).toContain("核对数据");
  });
});

it("SG-48 a task names a person and what; at most twenty, in a line each", () => {
  const id = "p".repeat(24) as PersonId;
  const move = (tasks: readonly unknown[]) =>
    stageMoveSchema.safeParse({ stage: "review", note: "", tasks }).success;
  expect(move([task(id, "核对", "2026-12-01")])).toBe(true);
  expect(move([task(id, " ")])).toBe(false);
  const twoLines = { stage: "review", note: "", tasks: [task(id, "核对\n朱文静：同意")] };
  expect(stageMoveSchema.parse(twoLines).tasks).toMatchObject([{ what: "核对 朱文静：同意" }]);
  expect(move([task(id, "核对", "周五")])).toBe(false);
  expect(move([{ ...task(id, "核对"), personId: "somebody" }])).toBe(false);
  const long = "字".repeat(LIMITS.taskCharacters);
  expect(move([task(id, long)])).toBe(true);
  expect(move([task(id, `${long}字`)])).toBe(false);
  const many = Array.from({ length: LIMITS.tasksPerMove }, () => task(id, "核对"));
  expect(move(many)).toBe(true);
  expect(move([...many, task(id, "核对")])).toBe(false);
});
