/** Layouts as data: the presets' own figures, and what can't be printed. */
import { describe, expect, it } from "vitest";
import {
  charactersPerLine,
  linesPerPage,
  type PaperStyle,
  paperStyleSchema,
  underNumber,
} from "@/core/paper/paper-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";

const STANDARD = paperPreset("gbt9704");

/** The paths of what is refused. */
const problems = (style: unknown): string[] =>
  paperStyleSchema.safeParse(style).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a layout as data", () => {
  it("EX-60 every preset is a layout that could be typed in, with the standard's grid", () => {
    for (const preset of PAPER_PRESETS) expect(problems(paperPreset(preset)), preset).toEqual([]);
    expect([linesPerPage(STANDARD), charactersPerLine(STANDARD, STANDARD.bodySize)]).toEqual([22, 28]);
    // 7 mm below the text and off the paper's edge.
    expect(Math.round(underNumber(STANDARD))).toBe(22);
  });

  it("EX-60 what can't be printed is refused where it is wrong", () => {
    const refused: readonly [Partial<PaperStyle>, string][] = [
      [{ margins: { ...STANDARD.margins, left: 9.9 } }, "margins.left"],
      [{ margins: { ...STANDARD.margins, top: 61 } }, "margins.top"],
      [{ margins: { ...STANDARD.margins, bottom: 15 } }, "margins.bottom"],
      [{ linePitch: 15.9 }, "linePitch"],
      [{ bodySize: 16.25 }, "bodySize"],
      [{ titleSize: Number.NaN }, "titleSize"],
      [{ fonts: { ...STANDARD.fonts, kai: 'x"; } body { display: none' } }, "fonts.kai"],
      [{ fonts: { ...STANDARD.fonts, body: " " } }, "fonts.body"],
      [{ characterSpacing: -3 }, "characterSpacing"],
    ];
    for (const [change, path] of refused) expect(problems({ ...STANDARD, ...change })).toEqual([path]);
    expect(problems({ ...STANDARD, margins: { ...STANDARD.margins, left: 10, bottom: 20 } })).toEqual([]);
    expect(problems({ ...STANDARD, colour: "red" })).toEqual([""]);
  });
});
