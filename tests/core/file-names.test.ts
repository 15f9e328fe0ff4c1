import { describe, expect, it } from "vitest";
import { fileName, fileNames } from "@/core/file-names";

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
      ["字".repeat(300), "字".repeat(100)],
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
  });
});
