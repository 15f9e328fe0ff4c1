/**
 * How a speech stands on paper, as data that every paged format reads: Word, PDF, the preview. Lengths
 * in mm, type and line pitch in points. Presets are in preset.ts.
 */
import * as z from "zod";

/** What may be a font's name: it goes into Word files, PDF sources and style sheets. */
const FONT_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.()-]*$/u;
const font = z.string().trim().max(60).regex(FONT_NAME);
/** Word counts type in halves of a point. */
const size = (min: number, max: number) => z.number().min(min).max(max).multipleOf(0.5);
const margin = z.number().min(10).max(60);

/** Names that offices' machines have; 小标宋 and the GB2312 faces may not be shipped. */
const fontsSchema = z.strictObject({
  title: font,
  body: font,
  kai: font,
  hei: font,
  song: font,
  /** For Latin letters and digits. */
  latin: font,
});

export const HEADING_FONTS = ["hei", "kai", "body", "song"] as const;
const headingSchema = z.strictObject({ font: z.enum(HEADING_FONTS), bold: z.boolean() });

export const PAGE_NUMBER_PLACES = ["outer", "centre"] as const;

/** What a line of the page number's type takes. */
const LINE_OF_TYPE = 1.2;
/** Between the page number and the paper's edge; nearer no printer prints. */
const LEAST_UNDER_NUMBER = 5;

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** Every figure by itself; paperStyleSchema also sees whether they go together. */
export const PAPER_FIELDS = {
  /** A4. */
  page: z.strictObject({ width: z.literal(210), height: z.literal(297) }),
  margins: z.strictObject({ top: margin, right: margin, bottom: margin, left: margin }),
  /** From one baseline to the next, exact. */
  linePitch: z.number().min(12).max(72),
  /** Added to every character of the body's size, so that a whole number of them fills a line. */
  characterSpacing: z.number().min(-1).max(4),
  fonts: fontsSchema,
  titleSize: size(12, 48),
  bodySize: size(9, 36),
  tableSize: size(8, 24),
  /** Levels 1 to 4. */
  headings: z.tuple([headingSchema, headingSchema, headingSchema, headingSchema]),
  pageNumber: z.strictObject({
    /** `outer`: — 1 —, right on odd pages and left on even ones, one character in. */
    place: z.enum(PAGE_NUMBER_PLACES),
    size: size(8, 20),
    /** From the text's lower edge to the number's upper one. */
    gap: z.number().min(0).max(30),
  }),
} as const;

export const paperStyleSchema = z
  .strictObject(PAPER_FIELDS)
  .superRefine((style, { addIssue }) => {
    // At an exact pitch below the type's size the lines cut into each other.
    if (style.linePitch < style.bodySize) {
      addIssue({ code: "custom", path: ["linePitch"], message: "below the size of the type" });
    }
    if (underNumber(style) < LEAST_UNDER_NUMBER) {
      addIssue({ code: "custom", path: ["margins", "bottom"], message: "no room for the page number" });
    }
  })
  .readonly();

export type PaperStyle = z.infer<typeof paperStyleSchema>;
export type PaperFonts = PaperStyle["fonts"];

/** What is left between the page number and the paper's lower edge, in mm. */
export function underNumber({ margins, pageNumber }: Pick<PaperStyle, "margins" | "pageNumber">): number {
  return margins.bottom - pageNumber.gap - (pageNumber.size * LINE_OF_TYPE) / POINTS_PER_MM;
}

/** Points added to every character of this size: type of the body's size stands in its grid, whatever line it is in. */
export function trackingOf(
  { bodySize, characterSpacing }: Pick<PaperStyle, "bodySize" | "characterSpacing">,
  size: number,
): number {
  return size === bodySize ? characterSpacing : 0;
}

/** How many characters of this size a line holds. */
export function charactersPerLine(paper: PaperStyle, size: number): number {
  const { page, margins } = paper;
  const width = (page.width - margins.left - margins.right) * POINTS_PER_MM;
  return Math.floor(width / (size + trackingOf(paper, size)));
}

/** How many lines a full page holds. */
export function linesPerPage({ page, margins, linePitch }: PaperStyle): number {
  return Math.floor(((page.height - margins.top - margins.bottom) * POINTS_PER_MM) / linePitch);
}
