/**
 * How a speech stands on paper. Lengths in mm, type and line pitch in points. The figures of `gbt9704`
 * are those of GB/T 9704-2012 (5.1 paper, 5.2 margins and grid, 7.3 title, text and page number); those
 * of `meeting` are the common house rule for speeches at meetings.
 */

export const PAPER_PRESETS = ["gbt9704", "meeting"] as const;
export type PaperPresetId = (typeof PAPER_PRESETS)[number];

/** Names that offices' machines have; 小标宋 and the GB2312 faces may not be shipped. */
export interface PaperFonts {
  readonly title: string;
  readonly body: string;
  readonly kai: string;
  readonly hei: string;
  readonly song: string;
  /** For Latin letters and digits. */
  readonly latin: string;
}

export interface HeadingLook {
  readonly font: keyof PaperFonts;
  readonly bold: boolean;
}

export interface PaperPreset {
  readonly id: PaperPresetId;
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** From one baseline to the next, exact. */
  readonly linePitch: number;
  /** Added to every character of the text, so that a whole number of them fills a line. */
  readonly characterSpacing: number;
  readonly fonts: PaperFonts;
  readonly titleSize: number;
  readonly bodySize: number;
  readonly tableSize: number;
  /** Levels 1 to 4. */
  readonly headings: readonly [HeadingLook, HeadingLook, HeadingLook, HeadingLook];
  readonly pageNumber: {
    /** `outer`: — 1 —, right on odd pages and left on even ones, one character in. */
    readonly place: "outer" | "centre";
    readonly size: number;
    /** From the text's lower edge to the number's upper one. */
    readonly gap: number;
  };
}

const A4 = { width: 210, height: 297 };
const FONTS: PaperFonts = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  kai: "楷体_GB2312",
  hei: "黑体",
  song: "宋体",
  latin: "Times New Roman",
};
const HEADINGS = [
  { font: "hei", bold: false },
  { font: "kai", bold: false },
  { font: "body", bold: false },
  { font: "body", bold: false },
] as const;

const PRESETS: Readonly<Record<PaperPresetId, PaperPreset>> = {
  gbt9704: {
    id: "gbt9704",
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
    id: "meeting",
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

export const paperPreset = (id: PaperPresetId): PaperPreset => PRESETS[id];

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** How many characters of this size a line holds. */
export function charactersPerLine({ page, margins, characterSpacing }: PaperPreset, size: number): number {
  const width = (page.width - margins.left - margins.right) * POINTS_PER_MM;
  return Math.floor(width / (size + characterSpacing));
}
