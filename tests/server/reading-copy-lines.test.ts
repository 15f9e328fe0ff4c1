/** How lines of the reading copy break at stressed words, pinyin and cues. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { Typesetter } from "@/server/export/pdf/typesetter";
import { typesetReading } from "@/server/export/reading/typeset-reading";
import { createTypesetting } from "../helpers/checked-exports";
import { paragraph, speech, text } from "../helpers/document-nodes";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const STRESS = { type: "stress" };
const PINYIN = { type: "pinyin", attrs: { reading: "zhuàng" } };

/** Lines of text, without feet and readings. */
async function linesOf(document: DocumentNode): Promise<string[]> {
  const order = {
    format: "pdf",
    document,
    size: 26,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
  } as const;
  const { pages } = await readPdf((await typesetting.reading(order)).bytes);
  return pages.flatMap(({ lines }) =>
    lines.filter(({ size, y }) => size === 26 && y > 290).map((line) => line.text),
  );
}

/** The words behind more and more others, so that each of their places comes at a line's end once. */
const shifted = (...content: DocumentNode[]): DocumentNode =>
  speech(
    ...Array.from({ length: 18 }, (_, index) =>
      paragraph(text("字".repeat(index + 6)), ...content, text("字")),
    ),
  );

describe("lines of a reading copy", { timeout: 120_000 }, () => {
  it("RC-16 a stressed number or word stays whole, and no line begins with a mark", async () => {
    const number = shifted(text("12345.67", STRESS), text("亿元"), text("8.5", STRESS), text("%，"));
    const lines = await linesOf(number);
    for (const part of ["12345.67", "8.5%"]) {
      expect(lines.join("\n").split(part), part).toHaveLength(18 + 1);
    }
    for (const line of lines) expect(line).not.toMatch(/^[\p{P}%]/u);
    const word = await linesOf(shifted(text("Innovation中心，", STRESS)));
    expect(word.join("\n").match(/Innovation/g)).toHaveLength(18);
    for (const line of word) expect(line).not.toMatch(/^\p{P}/u);
  });

  it("RC-16 nor does one behind pinyin or a cue, and the text is as it was written", async () => {
    const cue = { type: "cue", attrs: { kind: "pause" } };
    for (const behind of ["：", "；", "，", "”、", "……", "》。"]) {
      const lines = await linesOf(shifted(text("壮", PINYIN), text(behind), text("事"), cue, text(behind)));
      for (const line of lines) expect(line, behind).not.toMatch(/^[\p{Pe}\p{Pf}：；，、…。]/u);
      const words = lines.join("").replaceAll(/[ 字]/g, "");
      expect(words).toBe(`壮${behind}事／${behind}`.repeat(18));
    }
  });

  it("RC-16 a dot stands under each stressed letter, and under no mark", () => {
    const { document } = typesetReading(new Typesetter(undefined), {
      document: speech(paragraph(text("“抓8.5”，", STRESS), text("落实。"))),
      numberingStyle: "nested",
      title: "",
      size: 22,
      spareLines: 0,
      watermark: null,
    });
    expect(new Typesetter(undefined).svg(document).match(/stroke-dasharray/g)).toHaveLength(3);
  });
});
