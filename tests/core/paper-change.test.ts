/** What of a layout was changed, and what becomes of it beside another's change. */
import { expect, it } from "vitest";
import { changePaper, paperChange, paperChangeSchema } from "@/core/paper/paper-change";
import type { PaperStyle } from "@/core/paper/paper-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";

const STANDARD = paperPreset("gbt9704");

it("EX-100 what was changed is named figure by figure, and makes the one layout the other", () => {
  expect(paperChange(STANDARD, structuredClone(STANDARD))).toBeNull();
  const changed: PaperStyle = {
    ...STANDARD,
    margins: { ...STANDARD.margins, top: 20 },
    bodySize: 15,
    fonts: { ...STANDARD.fonts, hei: "华文中宋" },
  };
  const change = { margins: { top: 20 }, bodySize: 15, fonts: { hei: "华文中宋" } };
  expect(paperChange(changed, STANDARD)).toEqual(change);
  for (const from of PAPER_PRESETS.map(paperPreset)) {
    for (const to of [...PAPER_PRESETS.map(paperPreset), changed]) {
      expect(changePaper(from, paperChange(to, from) ?? {})).toEqual(to);
    }
  }
});

it("EX-100 a change that can't be any layout's is refused", () => {
  expect(paperChangeSchema.safeParse({ margins: { top: 20 } }).success).toBe(true);
  const refused = [
    { margins: { top: 5 } },
    { page: STANDARD.page },
    { fonts: { hei: "\\evil{}" } },
    { other: 1 },
  ];
  for (const change of refused) expect(paperChangeSchema.safeParse(change).success).toBe(false);
});
