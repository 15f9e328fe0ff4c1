/** How somebody likes to read a speech: the size of its type, and page by page or in one. */
import * as z from "zod";

/** Points, as offices print copies for reading aloud. */
export const READING_SIZES = [18, 22, 24, 26] as const;
export type ReadingSize = (typeof READING_SIZES)[number];

/** 翻页、连续. */
export const READING_LAYOUTS = ["pages", "continuous"] as const;
export type ReadingLayout = (typeof READING_LAYOUTS)[number];

export const readingSettingsSchema = z.object({
  size: z.literal(READING_SIZES),
  layout: z.enum(READING_LAYOUTS),
});
export type ReadingSettings = z.infer<typeof readingSettingsSchema>;

/** What everybody begins with. */
export const FIRST_READING_SETTINGS: ReadingSettings = { size: 22, layout: "continuous" };
