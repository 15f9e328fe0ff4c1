/**
 * The layouts that every office has. The figures of `gbt9704` are those of GB/T 9704-2012 (5.1 paper,
 * 5.2 margins and grid, 7.3 title, text and page number); those of `meeting` are the common house rule
 * for speeches at meetings.
 */
import type { PaperFonts, PaperStyle } from "./paper-style";

export const PAPER_PRESETS = ["gbt9704", "meeting"] as const;
export type PaperPresetId = (typeof PAPER_PRESETS)[number];

const A4 = { width: 210, height: 297 } as const;
const FONTS: PaperFonts = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  kai: "楷体_GB2312",
  hei: "黑体",
  song: "宋体",
  latin: "Times New Roman",
};
const HEADINGS: PaperStyle["headings"] = [
  { font: "hei", bold: false },
  { font: "kai", bold: false },
  { font: "body", bold: false },
  { font: "body", bold: false },
];

const PRESETS: Readonly<Record<PaperPresetId, PaperStyle>> = {
  gbt9704: {
    page: A4,
    margins: { top: 37, right: 26, bottom: 35, left: 28 },
    // 225 mm of text height are 637.8 pt: 22 lines and 0.9 pt left; at 29 pt only 21 fit.
    linePitch: 28.95,
    // 156 mm are 442.2 pt: at −0.25 pt 28 characters take 441 pt; at −0.2 pt they'd take 442.4.
    characterSpacing: -0.25,
    fonts: FONTS,
    titleSize: 22,
    bodySize: 16,
    tableSize: 14,
    headings: HEADINGS,
    pageNumber: { place: "outer", size: 14, gap: 7 },
  },
  meeting: {
    page: A4,
    margins: { top: 25, right: 28, bottom: 25, left: 28 },
    linePitch: 29,
    characterSpacing: 0,
    fonts: FONTS,
    titleSize: 20,
    bodySize: 16,
    tableSize: 14,
    headings: HEADINGS,
    pageNumber: { place: "centre", size: 14, gap: 7 },
  },
};

export const paperPreset = (id: PaperPresetId): PaperStyle => PRESETS[id];
