import { expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import { facesFor } from "@/server/export/pdf/faces";
import { replacedNote } from "@/server/export/pdf/write-pdf";

const { fonts } = paperPreset("gbt9704");

it("EX-37 the named fonts are used where they are at hand, under the names that their files have", () => {
  const there = new Set(["FZXiaoBiaoSong-B05S", "FangSong_GB2312", "楷体_GB2312", "SimHei", "SimSun"]);
  const { faces, replaced } = facesFor(fonts, (family) => there.has(family));
  expect([faces.title, faces.body, faces.kai, faces.hei].map(({ family }) => family)).toEqual([
    "FZXiaoBiaoSong-B05S",
    "FangSong_GB2312",
    "楷体_GB2312",
    "SimHei",
  ]);
  expect(replaced).toEqual([{ named: "Times New Roman", by: "Tinos" }]);
});

it("EX-37 without them free ones stand in their place, each named once in the file's properties", () => {
  const { replaced } = facesFor(fonts, () => false);
  expect(replaced.map(({ named }) => named).sort()).toEqual([...new Set(Object.values(fonts))].sort());
  expect(replacedNote(replaced)).toContain("仿宋_GB2312以 Noto Serif SC 代替");
  expect(replacedNote(facesFor(fonts, () => true).replaced)).toBe("");
});
