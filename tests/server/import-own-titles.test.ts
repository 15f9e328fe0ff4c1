/** Titles that our own Word file breaks by their shape, read again. */
import { expect, it } from "vitest";
import type { PaperStyle } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { seededRandom } from "../helpers/random";
import { savedAgain } from "../helpers/resaved-docx";

const gb = paperPreset("gbt9704");
const narrow: PaperStyle = { ...gb, margins: { ...gb.margins, left: 45, right: 45 } };

function written(title: string, paper: PaperStyle): Uint8Array {
  const content = [
    ...title
      .split("\n")
      .flatMap((text, index) => [...(index === 0 ? [] : [{ type: "hardBreak" }]), { type: "text", text }]),
  ];
  return writeDocx({
    document: { type: "doc", content: [{ type: "title", content }] },
    paper,
    numberingStyle: "nested",
    title: "",
    names: new Map(),
    threads: [],
    madeAt: 0,
    watermark: null,
    words: { deletedComment: "（已删除）" },
  });
}

function titleOf(bytes: Uint8Array): string {
  const [title] = readDocx(bytes).document.content ?? [];
  return (title?.content ?? []).map(({ text }) => text ?? "\n").join("");
}

for (const [name, title, paper] of [
  ["in English", "Remarks at the Annual Conference on Water Conservancy of Qinghe City", gb],
  ["in a layout with wide margins", "在全市水库除险加固工作推进会上的讲话", narrow],
  ["that begins with a blank", "　在全市优化营商环境暨民营经济高质量发展大会上的讲话", gb],
] as const) {
  it(`IM-10 a long title ${name} comes back in one line, also when another program saved the file since`, () => {
    const bytes = written(title, paper);
    expect(titleOf(bytes)).toBe(title);
    expect(titleOf(savedAgain(bytes, seededRandom(1)))).toBe(title);
  });
}

it("IM-10 lines that its writer made of a title come back as lines", () => {
  const title = "Remarks at the Annual Conference\non Water Conservancy";
  expect(titleOf(written(title, narrow))).toBe(title);
});
