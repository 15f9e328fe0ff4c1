/** What a version may be called, and how it is asked to be brought back. */
import { expect, it } from "vitest";
import { versionImportSchema } from "@/core/import-requests";
import { newVersionSchema, restoreSchema, versionChangeSchema } from "@/core/version-requests";

it("VE-83 a version's name is one line, that of a file it comes from too; a note may have several", () => {
  const { name, note } = newVersionSchema.parse({ name: " 二稿\n签批：\u2028同意 ", note: "一\n二" });
  expect([name, note]).toEqual(["二稿 签批： 同意", "一\n二"]);
  expect(newVersionSchema.safeParse({ name: "\n\u0007" }).success).toBe(false);
  expect(newVersionSchema.safeParse({ name: "二" }).success).toBe(true);
  expect(versionImportSchema.parse({ name: "回稿\r\n主笔：已定.docx" }).name).toBe("回稿 主笔：已定.docx");
});

it("VE-87 naming a version anew says nothing of a note that isn't given; a name that is given is one", () => {
  expect(versionChangeSchema.parse({ name: " 初稿 " })).toEqual({ name: "初稿" });
  expect(versionChangeSchema.parse({ note: "" })).toEqual({ note: "" });
  expect(versionChangeSchema.safeParse({ name: "" }).success).toBe(false);
});

it("VE-91 bringing back is undone whole: a request that names paragraphs as well is refused, one of either isn't", () => {
  const blocks = { start: 0, end: 1 };
  const ifContentHash = "0a".repeat(32);
  expect(restoreSchema.safeParse({ blocks, ifContentHash }).success).toBe(false);
  for (const what of [{ blocks }, { ifContentHash }, {}]) expect(restoreSchema.parse(what)).toEqual(what);
});
