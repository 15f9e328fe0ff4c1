/** Exports of a speech: what can be asked for, as every layer sees it. */
import * as z from "zod";
import { PAPER_PRESETS } from "./paper/preset";

/**
 * 清稿: the text as it would be with everything proposed accepted, and nothing in the draft decided.
 * 带修订: what is proposed stands as Word's own revisions.
 */
export const EXPORT_CONTENTS = ["clean", "marked"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];

export const exportSchema = z.strictObject({
  preset: z.enum(PAPER_PRESETS),
  content: z.enum(EXPORT_CONTENTS),
  /** Threads as Word's comments. */
  comments: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportSchema>;

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
