/** What the office calls its stages. */
import { expect, it } from "vitest";
import { zhCN } from "@/core/messages/zh-CN";
import {
  currentStages,
  DEFAULT_STAGES,
  firstStage,
  newOwnStage,
  type OfficeStages,
  stageNames,
} from "@/core/office-stages";
import { officeStagesSchema } from "@/core/office-stages-request";
import type { Stage } from "@/core/speech";
import { createOfficeStageService } from "@/server/services/office-stages";
import { describeOnBoth } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { openVersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const [OUTLINE, DRAFT, CONSULTATION, REVIEW, FINAL] = DEFAULT_STAGES as [...OfficeStages] as [
  OfficeStages[number],
  OfficeStages[number],
  OfficeStages[number],
  OfficeStages[number],
  OfficeStages[number],
];
const OWN: OfficeStages = [
  OUTLINE,
  DRAFT,
  REVIEW,
  { ...CONSULTATION, name: "讨论稿", expects: "请各处周五前反馈" },
  FINAL,
];

const ownStage = (name: string): OfficeStages[number] => ({
  stage: newOwnStage(),
  name,
  expects: "",
  removed: false,
  needsSignOff: false,
});

describeOnBoth("the office's stages", (database) => {
  it("SG-41 an administrator names them, orders them and says what is expected; nobody else does", async () => {
    const storage = await database.open();
    const { chief, addPerson, liveRooms } = await openVersionOffice(storage);
    const service = createOfficeStageService(storage.database);
    expect(await service.read()).toEqual(DEFAULT_STAGES);
    await expect(service.change(chief, OWN)).rejects.toMatchObject({ code: "forbidden" });
    expect(await service.read()).toEqual(DEFAULT_STAGES);
    const administrator = await addPerson({ administrator: true });
    expect(await service.change(administrator, OWN)).toEqual(OWN);
    expect(await service.read()).toEqual(OWN);
    expect(await service.change(administrator, DEFAULT_STAGES)).toEqual(DEFAULT_STAGES);
    await liveRooms.close();
  });

  it("SG-42 a draft is counted by its stage whatever that is called, and the record keeps the name it had", async () => {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    const { chief, speechId, stages, records, liveRooms } = office;
    const service = createOfficeStageService(storage.database);
    const administrator = await office.addPerson({ administrator: true });
    await stages.move(chief, speechId, { stage: "consultation", note: "" });
    await service.change(administrator, OWN);
    const second = await stages.move(chief, speechId, { stage: "consultation", note: "" });
    expect(second.stage).toEqual({ name: "consultation", draft: 2 });
    await service.change(administrator, DEFAULT_STAGES);
    const { entries, brokenAt } = await records.read(chief, speechId);
    const moves = entries.filter(({ kind }) => kind === "stage").map(({ facts }) => facts);
    expect(brokenAt).toBeNull();
    expect(moves[0]).not.toHaveProperty("names");
    expect(moves[1]).toMatchObject({ names: { consultation: "讨论稿" } });
    await liveRooms.close();
  });

  it("SG-32 where the office wants a signature, final without asking for one takes a reason on the record", async () => {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    const { chief, speechId, stages, signOffs, records, liveRooms } = office;
    const service = createOfficeStageService(storage.database);
    const administrator = await office.addPerson({ administrator: true });
    const toFinal = async (reasons = {}) => {
      const overrides = await reasonsNow(stages, chief, speechId, reasons);
      return stages.move(chief, speechId, { stage: "final", note: "", overrides });
    };
    const wanted = DEFAULT_STAGES.map((each) => ({ ...each, needsSignOff: each.stage === "final" }));
    expect(await service.change(administrator, wanted)).toEqual(wanted);
    expect((await signOffs.read(chief, speechId)).blockers).toEqual({ "nobody-asked": 1 });
    await expect(toFinal()).rejects.toMatchObject({ code: "not-ready" });
    await toFinal({ "nobody-asked": "例行简报，不送审" });
    const reasons = { "nobody-asked": { count: 1, reason: "例行简报，不送审" } };
    expect((await records.read(chief, speechId)).entries.at(-1)?.facts).toMatchObject({ overrides: reasons });
    await stages.move(chief, speechId, { stage: "review", note: "还是送审" });

    const leader = await office.addMember(chief, speechId, "commenter");
    await signOffs.request(chief, speechId, { people: [leader.id], inOrder: false, dueOn: null, note: "" });
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
    await expect(toFinal()).resolves.toMatchObject({ kind: "stage" });
    await liveRooms.close();
  });

  it("SG-33 a text with figures still to be put in is made final only with a reason, one without at once", async () => {
    const office = await openVersionOffice(await database.open());
    const { chief, speechId, stages, signOffs, records, liveRooms } = office;
    await typeLine(office, chief, "全市完成投资××亿元，受益【待补】户。");
    expect((await signOffs.read(chief, speechId)).blockers).toEqual({ placeholders: 2 });
    const toFinal = async (reasons = {}) => {
      const overrides = await reasonsNow(stages, chief, speechId, reasons);
      return stages.move(chief, speechId, { stage: "final", note: "", overrides });
    };
    await expect(toFinal()).rejects.toMatchObject({ code: "not-ready" });
    await toFinal({ placeholders: "会上口头补" });
    expect((await records.read(chief, speechId)).entries.at(-1)?.facts).toMatchObject({
      overrides: { placeholders: { count: 2, reason: "会上口头补" } },
    });
    await liveRooms.close();
  });

  it("SG-32 where it doesn't, nothing is asked", async () => {
    const { chief, speechId, stages, liveRooms } = await openVersionOffice(await database.open());
    await expect(stages.move(chief, speechId, { stage: "final", note: "" })).resolves.toMatchObject({
      kind: "stage",
    });
    await liveRooms.close();
  });
});

it("SG-41 送审稿 and 定稿 stay, each stage comes once, the final one last, and no two share a name", () => {
  const fits = (stages: OfficeStages) => officeStagesSchema.safeParse({ stages }).success;
  const removed = (stage: OfficeStages[number]) => ({ ...stage, removed: true });
  expect(fits(OWN)).toBe(true);
  expect(fits([OUTLINE, DRAFT, REVIEW, FINAL])).toBe(true);
  expect(fits([OUTLINE, DRAFT, CONSULTATION, REVIEW])).toBe(false);
  expect(fits([OUTLINE, DRAFT, removed(REVIEW), FINAL])).toBe(false);
  expect(fits([removed(OUTLINE), removed(DRAFT), REVIEW, FINAL])).toBe(false);
  expect(fits([OUTLINE, DRAFT, DRAFT, REVIEW, FINAL])).toBe(false);
  expect(fits([OUTLINE, DRAFT, CONSULTATION, FINAL, REVIEW])).toBe(false);
  expect(fits([{ ...OUTLINE, name: "稿" }, { ...DRAFT, name: "稿" }, CONSULTATION, REVIEW, FINAL])).toBe(
    false,
  );
  // Also not like one that goes by the program's name, in either language.
  for (const name of ["初稿", "First draft"]) {
    expect(fits([DRAFT, ownStage(name), REVIEW, FINAL])).toBe(false);
    expect(fits([removed(DRAFT), ownStage(name), REVIEW, FINAL])).toBe(true);
  }
  expect(stageNames(zhCN.speech.stages, OWN)).toMatchObject({ consultation: "讨论稿", draft: "初稿" });
});

it("SG-44 one of the office's own has a name of at most ten characters, and there are at most ten stages", () => {
  const fits = (stages: OfficeStages) => officeStagesSchema.safeParse({ stages }).success;
  const withOwn = (...own: OfficeStages) => [OUTLINE, DRAFT, ...own, REVIEW, FINAL];
  expect(fits(withOwn(ownStage("一二三四五六七八九十")))).toBe(true);
  expect(fits(withOwn(ownStage("一二三四五六七八九十一")))).toBe(false);
  expect(fits(withOwn(ownStage("For the legal office")))).toBe(true);
  expect(fits(withOwn(ownStage(" ")))).toBe(false);
  const many = (count: number) => Array.from({ length: count }, (_, at) => ownStage(`第${at}道`));
  expect(fits(withOwn(...many(6)))).toBe(true);
  expect(fits(withOwn(...many(7)))).toBe(false);
  const forged = { ...ownStage("会签稿"), stage: "own'; drop" } as OfficeStages[number];
  expect(fits(withOwn(forged))).toBe(false);
});

it("SG-45 a new speech begins as a draft, or in the first stage that the office has", () => {
  expect(firstStage(DEFAULT_STAGES)).toBe("draft");
  const own = ownStage("起草稿");
  expect(firstStage([{ ...DRAFT, removed: true }, own, OUTLINE, REVIEW, FINAL])).toBe(own.stage);
});

describeOnBoth("stages of the office's own", (database) => {
  async function open() {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    const administrator = await office.addPerson({ administrator: true });
    const service = createOfficeStageService(storage.database);
    const change = (stages: OfficeStages) => service.change(administrator, stages);
    const move = (stage: Stage) => office.stages.move(office.chief, office.speechId, { stage, note: "" });
    return { ...office, service, change, move };
  }

  it("SG-44 a speech goes through one that the office added, and new ones begin in the first", async () => {
    const { addSpeech, chief, speechId, speeches, change, move, records, liveRooms } = await open();
    const own = ownStage("会签稿");
    await expect(move(own.stage)).rejects.toMatchObject({ code: "invalid-input" });
    await change([OUTLINE, own, REVIEW, FINAL, { ...DRAFT, removed: true }]).then(
      () => expect.unreachable("the speech is in its draft"),
      (error: unknown) => expect(error).toMatchObject({ code: "stage-in-use", fields: { draft: "invalid" } }),
    );
    await change([OUTLINE, DRAFT, own, REVIEW, FINAL]);
    expect(await move(own.stage)).toMatchObject({ stage: { name: own.stage, draft: 1 } });
    expect((await speeches.get(chief, speechId)).stage).toBe(own.stage);
    const { entries, brokenAt } = await records.read(chief, speechId);
    expect(brokenAt).toBeNull();
    expect(entries.at(-1)?.facts).toMatchObject({ to: own.stage, names: { [own.stage]: "会签稿" } });
    await change([OUTLINE, own, REVIEW, FINAL, { ...DRAFT, removed: true }]);
    expect((await addSpeech(chief)).stage).toBe("outline");
    await liveRooms.close();
  });

  it("SG-45 none is removed while a speech is in it; with drafts it keeps its name, without it is gone", async () => {
    const { change, move, service, liveRooms } = await open();
    const [used, unused] = [ownStage("会签稿"), ownStage("试讲稿")];
    await change([DRAFT, used, unused, REVIEW, FINAL]);
    await move(used.stage);
    const refused = { code: "stage-in-use", fields: { [used.stage]: "invalid" } };
    const before = await service.read();
    // Removed, or only left out of the list: neither takes the stage from under the speech.
    const without = [DRAFT, unused, REVIEW, FINAL];
    await expect(change([...without, { ...used, removed: true }])).rejects.toMatchObject(refused);
    await expect(change(without)).rejects.toMatchObject(refused);
    expect(await service.read()).toEqual(before);
    await move("review");
    const after = await change([
      DRAFT,
      REVIEW,
      FINAL,
      { ...used, removed: true },
      { ...unused, removed: true },
    ]);
    expect(after.filter(({ removed }) => removed).map(({ stage, name }) => [stage, name])).toEqual([
      [used.stage, "会签稿"],
      ["outline", ""],
      ["consultation", ""],
    ]);
    await expect(move(used.stage)).rejects.toMatchObject({ code: "invalid-input" });
    // Put back, it counts its drafts on.
    await change([DRAFT, used, REVIEW, FINAL]);
    expect(await move(used.stage)).toMatchObject({ stage: { draft: 2 } });
    await liveRooms.close();
  });

  it("SG-45 a speech that is moved while its new stage is removed is in a stage that the office has", async () => {
    const { chief, speechId, speeches, change, move, service, liveRooms } = await open();
    const own = ownStage("会签稿");
    await change([DRAFT, own, REVIEW, FINAL]);
    const done = await Promise.allSettled([
      move(own.stage),
      change([DRAFT, REVIEW, FINAL, { ...own, removed: true }]),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { stage } = await speeches.get(chief, speechId);
    expect(currentStages(await service.read()).map((each) => each.stage)).toContain(stage);
    await liveRooms.close();
  });
});
