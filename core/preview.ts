/** The pages of a speech as they'd print now: 预览. What the server tells of them, as every layer sees it. */
import * as z from "zod";
import { type PaperStyleId, paperStyleIdSchema } from "./house-style";
import { speechIdSchema } from "./ids";
import { READING_SIZES, type ReadingSize } from "./paper/reading-copy";
import type { ReplacedFont } from "./paper/replaced-font";

/** Of a page's content: equal hashes are equal pages, wherever they stand. */
const pageHashSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** The clean copy in one of the office's layouts, or 领导阅读稿 in a size of type. */
export const previewLayoutSchema = z.union([
  paperStyleIdSchema,
  z.templateLiteral(["reading-", z.literal(READING_SIZES)]),
]);
export type PreviewLayout = z.infer<typeof previewLayoutSchema>;

export const readingLayout = (size: ReadingSize): PreviewLayout => `reading-${size}`;

/** What a layout names; sizes in points. */
export function layoutOf(
  layout: PreviewLayout,
):
  | { readonly kind: "paper"; readonly style: PaperStyleId }
  | { readonly kind: "reading"; readonly size: ReadingSize } {
  const size = READING_SIZES.find((each) => readingLayout(each) === layout);
  if (size !== undefined) return { kind: "reading", size };
  return { kind: "paper", style: layout as PaperStyleId }; // no other is left
}

/** Pages by their numbers, from 0; both ends are among them. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** Some pages more or less than somebody's screen shows. */
const pageRangeSchema = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/)
  .transform((text): PageRange => {
    const [from = 0, to = 0] = text.split("-").map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from <= to);

export const writtenRange = ({ from, to }: PageRange): string => `${from}-${to}`;

export const previewSchema = z.strictObject({ layout: previewLayoutSchema });
/** `near`: the pages that whoever asks has before them; all when left out. */
export const previewListSchema = previewSchema.extend({ near: pageRangeSchema.optional() });
export const previewPageRefSchema = z.object({ speechId: speechIdSchema, hash: pageHashSchema });

export interface Preview {
  /**
   * A hash for each page, in order; its picture is asked for by it. Null for a page that wasn't drawn, since nobody who
   * asked is near it: it may show something else than before.
   */
  readonly pages: readonly (string | null)[];
  /** Millimetres. */
  readonly page: { readonly width: number; readonly height: number };
  /**
   * Lines of text on the last page, its number not counted; 0 for a speech without text. Null for a reading
   * copy, whose pages are full of sentences, not of lines.
   */
  readonly lastPageLines: number | null;
  /**
   * Letters and digits of the last paragraph that run over into the speech's last line, marks not counted;
   * null for a paragraph of one line, where a table ends the speech, and for a reading copy.
   */
  readonly lastLineCharacters: number | null;
  /** The layout's fonts that aren't on this server. */
  readonly replaced: readonly ReplacedFont[];
  /** Characters of the text that no font of this server has: they print as boxes. */
  readonly missing: readonly string[];
  /** Where the blocks of text begin, in order; empty when that isn't known. */
  readonly places: readonly PreviewPlace[];
}

/** A position in the document, and where it stands on paper. */
export interface PreviewPlace {
  readonly position: number;
  /** From 0. */
  readonly page: number;
  /** From the page's upper edge, as a part of its height. */
  readonly top: number;
}

/** What runs over with so few characters looks forgotten: offices bring it in. */
const SHORT_LAST_LINE = 2;

/** Whether the last line wants a warning. */
export function endsShort({ lastLineCharacters }: Preview): boolean {
  return lastLineCharacters !== null && lastLineCharacters <= SHORT_LAST_LINE;
}

/**
 * Where a position stands on paper, as pages from the speech's beginning: 2.5 is the middle of the third.
 * Between two known places it is reckoned by its share of the letters. Null when nothing is known.
 */
export function placeOnPaper(places: readonly PreviewPlace[], position: number): number | null {
  const next = places.findIndex((place) => place.position > position);
  const before = places[next === -1 ? places.length - 1 : Math.max(0, next - 1)];
  if (before === undefined) return null;
  const after = next === -1 ? undefined : places[next];
  const from = before.page + before.top;
  if (after === undefined || after === before || position <= before.position) return from;
  const share = (position - before.position) / (after.position - before.position);
  return from + share * (after.page + after.top - from);
}
