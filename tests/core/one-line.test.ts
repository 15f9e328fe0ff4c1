/** Titles and names are one line, whatever is sent. */
import { expect, it } from "vitest";
import { houseStyleChangeSchema } from "@/core/house-style";
import { newPersonId } from "@/core/ids";
import { speechImportSchema } from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import { DEFAULT_STAGES, newOwnStage, type OfficeStages } from "@/core/office-stages";
import { fitsName, officeStagesSchema, takenNames } from "@/core/office-stages-request";
import { newPersonSchema, personChangeSchema, setUpSchema } from "@/core/person";
import { newSpeechSchema, speechChangeSchema } from "@/core/speech-requests";
import { newStageTasksSchema } from "@/core/stage-task";

const SENT = " 在会议上\r\nBcc: a@b.example\u2028的\u0007讲话\u0085\n";
const KEPT = "在会议上 Bcc: a@b.example 的 讲话";
const account = { signInName: "someone", initialPassword: "a long enough password" };

it("ST-33 line breaks and control characters in titles and names become blanks", () => {
  const speech = { title: SENT, speaker: SENT, occasion: SENT };
  const kept = { title: KEPT, speaker: KEPT, occasion: KEPT };
  expect(newSpeechSchema.parse(speech)).toMatchObject(kept);
  expect(speechChangeSchema.parse(speech)).toEqual(kept);
  expect(speechImportSchema.parse({ name: "a.txt", title: SENT }).title).toBe(KEPT);
  const person = { name: SENT, department: SENT, title: SENT };
  const keptPerson = { name: KEPT, department: KEPT, title: KEPT };
  expect(newPersonSchema.parse({ ...account, ...person })).toMatchObject(keptPerson);
  expect(personChangeSchema.parse(person)).toEqual(keptPerson);
  const first = { name: SENT, signInName: "admin", password: account.initialPassword };
  expect(setUpSchema.parse(first).name).toBe(KEPT);
});

it("ST-33 what is nothing else is empty; a title in one line stays as it was typed", () => {
  expect(newSpeechSchema.safeParse({ title: "\r\n\u0001" }).success).toBe(false);
  const title = "“十五五”规划　开局 ‘2026’ 👨‍👩‍👧 — Ἑλλάς";
  expect(newSpeechSchema.parse({ title }).title).toBe(title);
  expect(newSpeechSchema.safeParse({ title: "甲".repeat(LIMITS.titleCharacters) }).success).toBe(true);
  expect(newSpeechSchema.safeParse({ title: "甲".repeat(LIMITS.titleCharacters + 1) }).success).toBe(false);
  expect(newPersonSchema.safeParse({ ...account, name: " \n" }).success).toBe(false);
});

it("UI-58 signs without width and those that turn the direction go; what Arabic names and joined signs need stays", () => {
  const title = "\ufeff关于\u200b调研的讲话\u202excod.exe\u2066\u2060";
  expect(newSpeechSchema.parse({ title }).title).toBe("关于调研的讲话xcod.exe");
  expect(newSpeechSchema.safeParse({ title: "\u200b\u202e" }).success).toBe(false);
  const name = "محمد\u200e 👨\u200d👩\u200d👧";
  expect(newPersonSchema.parse({ ...account, name }).name).toBe(name);
});

/** The program's stages, with one of the office's own of each of these names in front. */
const withOwn = (...names: readonly string[]): OfficeStages => [
  ...names.map((name) => ({ stage: newOwnStage(), name, expects: "", removed: false, needsSignOff: false })),
  ...DEFAULT_STAGES,
];

it("ST-33 UI-58 layouts, stages and tasks are named in one line that shows all it holds", () => {
  expect(houseStyleChangeSchema.parse({ name: "版\n式\u202e" }).name).toBe("版 式");
  expect(houseStyleChangeSchema.safeParse({ name: "\u200b\n" }).success).toBe(false);
  expect(officeStagesSchema.parse({ stages: withOwn("会\n签\u200b") }).stages[0]?.name).toBe("会 签");
  expect(officeStagesSchema.safeParse({ stages: withOwn("\u200b\u2028") }).success).toBe(false);
  const tasks = [{ personId: newPersonId(), what: SENT }];
  expect(newStageTasksSchema.parse(tasks)[0]?.what).toBe(KEPT);
  expect(newStageTasksSchema.parse([{ ...tasks[0], what: "核\u2028数\u0007字\u202e" }])[0]?.what).toBe(
    "核 数 字",
  );
  expect(newStageTasksSchema.safeParse([{ ...tasks[0], what: "\u202e" }]).success).toBe(false);
});

it.each<[what: string, ...names: string[]]>([
  ["a sign without width apart", "会签", "会签\u200b"],
  ["a turn of direction apart", "会签", "\u202e会签"],
  ["a line break instead of a blank apart", "会 签", "会\n签"],
  ["separators of lines around it apart", "会 签", " 会\u2028签\u0007"],
  ["like the program's name for one", "初稿\u2060"],
  ["like the program's name for one in the other language", "First\u200b draft"],
])("SG-44 stages that look alike, %s, are of one name", (_, ...names) => {
  expect(takenNames(withOwn(...names)).size).toBe(2);
  expect(officeStagesSchema.safeParse({ stages: withOwn(...names) }).success).toBe(false);
});

it("SG-44 the ten characters of a stage's name are those that are seen", () => {
  expect(fitsName(" 一二三四五六七八九十\u200b\n")).toBe(true);
  expect(fitsName("一二三四五\u200b六七八九十一")).toBe(false);
});

it("SG-44 stages that were named otherwise before are known by their names as they are kept", () => {
  const kept = withOwn("会签\u200b");
  const { stages, known } = officeStagesSchema.parse({ stages: kept, known: kept });
  expect(known).toEqual(kept);
  expect(stages[0]?.name).toBe("会签");
});
