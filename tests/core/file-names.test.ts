import { describe, expect, it } from "vitest";
import { downloadName } from "@/components/editor/export/download-name";
import type { ExportRequest } from "@/core/export";
import { fileName, fileNames } from "@/core/file-names";
import { messagesFor } from "@/core/messages/messages";

describe("names of files", () => {
  it("EX-72 are what Windows takes, and as near to the title as can be", () => {
    for (const [title, name] of [
      ["在会上的讲话", "在会上的讲话"],
      ['a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"],
      ["结尾有点。. . ", "结尾有点。"],
      ["..隐藏", "_隐藏"],
      ["CON", "_CON"],
      ["nul.稿", "_nul.稿"],
      ["lpt1", "_lpt1"],
      ["console", "console"],
      ["../../etc", "__.._etc"],
      ["\u0000\u0007", "__"],
      ["  ", "_"],
      ["字".repeat(300), "字".repeat(73)],
      ["a".repeat(300), "a".repeat(100)],
    ]) {
      expect(fileName(title ?? ""), title).toBe(name);
    }
  });

  it("EX-72 no two are alike, whatever the case of letters or the form of accents", () => {
    expect(
      fileNames(["讲话", "讲话", "讲话（2）", "Plan", "PLAN", "caf\u00e9", "cafe\u0301"], "txt"),
    ).toEqual([
      "讲话.txt",
      "讲话（2）.txt",
      "讲话（2）（2）.txt",
      "Plan.txt",
      "PLAN（2）.txt",
      "caf\u00e9.txt",
      "cafe\u0301（2）.txt",
    ]);
    const long = "字".repeat(300);
    expect(
      fileNames(["讲话", "讲话", "讲话", long], "txt", ["（初稿）", "（定稿）", "（初稿）", "（a/b）"]),
    ).toEqual([
      "讲话（初稿）.txt",
      "讲话（定稿）.txt",
      "讲话（初稿）（2）.txt",
      `${"字".repeat(70)}（a_b）.txt`,
    ]);
  });

  it("EX-72 Linux takes them too, with their ends and numbers, and no character is cut", () => {
    const bytes = (name: string) => new TextEncoder().encode(name).length;
    const end = "（征求意见稿·二稿、带修订、带批注）";
    for (const sign of ["字", "a", "é", "e\u0301", "😀", "👨‍👩‍👧", "𠮷"]) {
      for (const before of ["", "a", "ab"]) {
        const titles = Array.from({ length: 12 }, () => before + sign.repeat(200));
        const names = fileNames(
          titles,
          "docx",
          titles.map(() => end),
        );
        expect(new Set(names).size).toBe(titles.length);
        for (const name of names) {
          expect(bytes(name), name).toBeLessThanOrEqual(240);
          const [title = ""] = name.split("（");
          expect(title.slice(before.length).replaceAll(sign, ""), name).toBe("");
          expect(name).toContain(end);
        }
      }
    }
    expect(bytes(fileName("讲话", "稿".repeat(200)))).toBeLessThanOrEqual(220);
  });

  it("EX-84 a file that is saved says which stage and what of the speech it is, however long the title", () => {
    const paper = { format: "docx", style: "gbt9704", watermark: false } as const;
    const name = (request: ExportRequest, title = "讲话", locale: "zh-CN" | "en" = "zh-CN") =>
      downloadName(title, locale === "en" ? "For comments" : "征求意见稿", request, messagesFor(locale));
    const clean = { ...paper, content: "clean", comments: false } as const;
    expect(name(clean)).toBe("讲话（征求意见稿）.docx");
    expect(name({ ...clean, content: "marked", comments: true })).toBe(
      "讲话（征求意见稿、带修订、带批注）.docx",
    );
    expect(name({ ...paper, content: "comparison", from: "now", to: "now" })).toBe("讲话（花脸稿）.docx");
    expect(name({ format: "pdf", content: "reading", size: 22 })).toBe("讲话（领导阅读稿）.pdf");
    expect(name({ format: "txt" })).toBe("讲话（征求意见稿）.txt");
    expect(name(clean, "Speech", "en")).toBe("Speech (For comments).docx");
    expect(name(clean, "字".repeat(300))).toBe(`${"字".repeat(66)}（征求意见稿）.docx`);
  });
});
