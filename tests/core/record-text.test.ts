/** What the record's sheet says of the texts that its entries are about. */
import { expect, it } from "vitest";
import { messagesFor } from "@/core/messages/messages";
import type { RecordEntry, RecordEntryOf, RecordFacts } from "@/core/record";
import { recordSheet } from "@/core/record-sheet";

const zhCN = messagesFor("zh-CN");
const en = messagesFor("en");
const CONTENT = "c0".repeat(32);
const SIGNED = "51".repeat(32);
const AT = Date.UTC(2026, 10, 27, 1, 30);

/** The one row of a sheet with this entry. */
function rowOf<Kind extends "sign-off" | "restore" | "export" | "member">(
  kind: Kind,
  facts: Partial<RecordFacts[Kind]>,
  locale: "zh-CN" | "en" = "zh-CN",
) {
  const entry = { number: 1, kind, facts, person: { name: "王芳" }, at: AT, hash: "ab".repeat(32) };
  const entries = [entry as unknown as RecordEntryOf<Kind> as RecordEntry];
  const messages = locale === "en" ? en : zhCN;
  const sheet = recordSheet("讲话", { entries, brokenAt: null }, { messages, locale, timeZone: "UTC" });
  return sheet.rows[0];
}

it("EX-94 a sign-off names the text of the version kept and the words as signed, each by its hash", () => {
  const facts = { answer: "agreed", opinion: "", contentHash: CONTENT, textHash: SIGNED } as const;
  expect(rowOf("sign-off", facts)?.hashes).toEqual([
    { shown: "所存版本正文校验码 c0c0c0c0c0c0", whole: CONTENT },
    { shown: "所签文字校验码 515151515151", whole: SIGNED },
  ]);
  expect(rowOf("sign-off", facts, "en")?.hashes.map(({ shown }) => shown)).toEqual([
    "Hash of the text of the version kept c0c0c0c0c0c0",
    "Hash of the words as signed 515151515151",
  ]);
});

it("EX-94 SG-20 a sign-off names the draft that was signed as it was called then, where that was kept", () => {
  const facts = { answer: "agreed", opinion: "可以印发", contentHash: CONTENT, textHash: SIGNED } as const;
  const draft = { kind: "stage", name: "", stage: { name: "review", draft: 2 }, createdAt: AT } as const;
  const sent = { draft, isChanged: false };
  expect(rowOf("sign-off", { ...facts, sent })).toMatchObject({
    what: "签批：同意",
    note: "所签：送审稿·二稿\n意见：可以印发",
  });
  expect(
    rowOf("sign-off", { ...facts, sent: { draft: { ...draft, stageName: "送签稿" }, isChanged: true } })
      ?.note,
  ).toBe("所签：送签稿·二稿修改后\n意见：可以印发");
  expect(rowOf("sign-off", { ...facts, sent }, "en")?.note).toMatch(/^Signed: .+2\n/);
  expect(rowOf("sign-off", facts)?.note).toBe("意见：可以印发");
});

it("EX-94 a version that was brought back is named as it was called then, by its number where that wasn't kept", () => {
  const facts = { whole: true, contentHash: CONTENT };
  const restored = {
    kind: "stage",
    name: "",
    stage: { name: "consultation", draft: 2 },
    createdAt: AT,
  } as const;
  expect(rowOf("restore", { ...facts, restored })).toMatchObject({
    what: "恢复以前的版本（全文）",
    note: "所恢复的版本：征求意见稿·二稿（2026年11月27日 01:30）",
    hashes: [{ shown: "正文校验码 c0c0c0c0c0c0" }],
  });
  expect(rowOf("restore", { ...facts, restored: { ...restored, stageName: "会签稿" } })?.note).toContain(
    "会签稿·二稿",
  );
  expect(
    rowOf("restore", { ...facts, restored: { ...restored, stage: null, name: "一稿" } }, "en")?.note,
  ).toMatch(/^The version: 一稿 \(Nov 27, 2026, 1:30\sAM\)$/);
  const version = "V1StGXR8Z5jdHi6BmyT0" as RecordFacts["restore"]["version"];
  expect(rowOf("restore", { ...facts, version })?.note).toBe("所恢复的版本：编号 V1StGXR8Z5jdHi6BmyT0");
});

it("EX-94 an exported comparison names the two texts as they were called then, where that was kept", () => {
  const facts = {
    format: "pdf",
    style: "meeting",
    watermark: false,
    content: "comparison",
    from: "V1StGXR8Z5jdHi6BmyT0",
    to: "now",
    contentHash: CONTENT,
  } as unknown as RecordFacts["export"];
  const from = { kind: "stage", name: "", stage: { name: "review", draft: 2 }, createdAt: AT } as const;
  const compared = { from: { ...from, stageName: "送签稿" }, to: null };
  expect(rowOf("export", { ...facts, compared })?.note).toBe(
    "旧稿：送签稿·二稿（2026年11月27日 01:30）；新稿：导出时的文字",
  );
  expect(rowOf("export", facts)?.note).toBe("");
});

it("EX-64 a reading copy's watermark is told, and nothing where it had none or none could be had", () => {
  const facts = { format: "pdf", content: "reading", size: 26, contentHash: CONTENT } as const;
  expect(rowOf("export", { ...facts, watermark: true })?.what).toMatch(/领导阅读稿、26 磅、加水印/);
  for (const none of [facts, { ...facts, watermark: false }]) {
    expect(rowOf("export", none)?.what).not.toContain("水印");
  }
});

it("EX-13 a role is told in words that hold for who was on the speech already too", () => {
  const facts = { name: "林晓舟", role: "editor" } as const;
  expect(rowOf("member", facts)?.what).toBe("把林晓舟的权限设为“编辑”");
  expect(rowOf("member", facts, "en")?.what).toBe("Set the role of 林晓舟 to “Editor”");
  expect(rowOf("member", { ...facts, role: null })?.what).toBe("移出成员林晓舟");
});
