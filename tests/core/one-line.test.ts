/** Titles and names are one line, whatever is sent. */
import { expect, it } from "vitest";
import { speechImportSchema } from "@/core/import-requests";
import { LIMITS } from "@/core/limits";
import { newPersonSchema, personChangeSchema, setUpSchema } from "@/core/person";
import { newSpeechSchema, speechChangeSchema } from "@/core/speech-requests";

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
