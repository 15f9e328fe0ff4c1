/** Exports of a speech: what can be asked for, as every layer sees it. */
import * as z from "zod";
import { PAPER_PRESETS } from "./paper/preset";
import { versionRefSchema } from "./version";

/**
 * 清稿: the text as it would be with everything proposed accepted, and nothing in the draft decided.
 * 带修订: what is proposed stands as Word's own revisions.
 */
export const EXPORT_CONTENTS = ["clean", "marked"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];

const preset = z.enum(PAPER_PRESETS);

/** The text as it is now. */
const exportNowSchema = z.strictObject({
  preset,
  content: z.enum(EXPORT_CONTENTS),
  /** Threads as Word's comments. */
  comments: z.boolean(),
});

/** 花脸稿: what leads from one version to another, as Word's own revisions. */
const exportComparisonSchema = z.strictObject({
  preset,
  content: z.literal("comparison"),
  from: versionRefSchema,
  to: versionRefSchema,
});

export const exportSchema = z.discriminatedUnion("content", [exportNowSchema, exportComparisonSchema]);
export type ExportRequest = z.infer<typeof exportSchema>;
export type ExportNow = z.infer<typeof exportNowSchema>;
export type ExportComparison = z.infer<typeof exportComparisonSchema>;

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
