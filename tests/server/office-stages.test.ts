/** What the office calls its stages. */
import { expect, it } from "vitest";
import { zhCN } from "@/core/messages/zh-CN";
import { DEFAULT_STAGES, type OfficeStages, officeStagesSchema, stageNames } from "@/core/office-stages";
import { createOfficeStageService } from "@/server/services/office-stages";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice } from "../helpers/version-office";

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
});

it("SG-41 each stage stays, once, the final one last, and no two share a name", () => {
  const fits = (stages: OfficeStages) => officeStagesSchema.safeParse({ stages }).success;
  expect(fits(OWN)).toBe(true);
  expect(fits([OUTLINE, DRAFT, CONSULTATION, REVIEW])).toBe(false);
  expect(fits([OUTLINE, DRAFT, DRAFT, REVIEW, FINAL])).toBe(false);
  expect(fits([OUTLINE, DRAFT, CONSULTATION, FINAL, REVIEW])).toBe(false);
  expect(fits([{ ...OUTLINE, name: "稿" }, { ...DRAFT, name: "稿" }, CONSULTATION, REVIEW, FINAL])).toBe(
    false,
  );
  expect(stageNames(zhCN.speech.stages, OWN)).toMatchObject({ consultation: "讨论稿", draft: "初稿" });
});
