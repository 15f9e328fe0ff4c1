/** What the numbered drafts of a stage are called. */
import { expect, it } from "vitest";
import { messagesFor } from "@/core/messages/messages";
import { draftName } from "@/core/office-stages";
import type { RecordEntryOf, RecordFacts } from "@/core/record";
import { entryText } from "@/core/record-text";
import type { Stage } from "@/core/speech";
import type { VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";

const zhCN = messagesFor("zh-CN");
const en = messagesFor("en");

const version = (draft: number, name = "") =>
  ({ name, kind: "stage", stage: { name: "consultation", draft } }) as VersionSummary;

function move(from: Stage, to: Stage, draft: number) {
  const facts = { from, to, draft, note: "", contentHash: "abc" } as RecordFacts["stage"];
  return { kind: "stage", facts } as RecordEntryOf<"stage">;
}

it("SG-43 a version of a stage is called 一稿, 二稿 and on, or draft 2 in English, beside a name of its own", () => {
  expect([1, 2, 12].map((draft) => versionName(version(draft), zhCN))).toEqual([
    "征求意见稿·一稿",
    "征求意见稿·二稿",
    "征求意见稿·十二稿",
  ]);
  expect(versionName(version(2), en)).toMatch(/, draft 2$/);
  expect(versionName(version(2, "给张主任看"), zhCN)).toBe("征求意见稿·二稿　给张主任看");
  expect(zhCN.stages.moved("送审稿", 3)).toBe("已转到送审稿，留存为三稿");
});

it("SG-43 a speech is named by its stage and draft, a final one without a number at first", () => {
  expect(draftName(zhCN, { stage: "review", drafts: 0 })).toBe("送审稿");
  expect(draftName(zhCN, { stage: "review", drafts: 2 })).toBe("送审稿·二稿");
  expect(draftName(en, { stage: "review", drafts: 2 })).toMatch(/, draft 2$/);
  expect([1, 2].map((drafts) => draftName(zhCN, { stage: "final", drafts }))).toEqual(["定稿", "定稿·二稿"]);
});

it("SG-43 the record says which draft of the stage it was", () => {
  expect(entryText(move("draft", "consultation", 1), zhCN, String).what).toBe("由初稿转到征求意见稿（一稿）");
  expect(entryText(move("consultation", "consultation", 2), zhCN, String).what).toBe("征求意见稿出二稿");
  expect(entryText(move("consultation", "consultation", 2), en, String).what).toMatch(/^Made draft 2 of /);
});
