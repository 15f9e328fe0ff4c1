/** How somebody likes to read a speech: the size of its type, and page by page or in one. */
import * as z from "zod";
import { FIRST_READING_SIZE, READING_SIZES } from "./paper/reading-copy";

/** 翻页、连续. */
export const READING_LAYOUTS = ["pages", "continuous"] as const;
export type ReadingLayout = (typeof READING_LAYOUTS)[number];

export const readingSettingsSchema = z.object({
  /** As on the reading copy. */
  size: z.literal(READING_SIZES),
  layout: z.enum(READING_LAYOUTS),
});
export type ReadingSettings = z.infer<typeof readingSettingsSchema>;

/** What everybody begins with. */
export const FIRST_READING_SETTINGS: ReadingSettings = { size: FIRST_READING_SIZE, layout: "continuous" };
