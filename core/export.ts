/** Exports of a speech: what can be asked for, as every layer sees it. */
import * as z from "zod";
import { paperStyleIdSchema } from "./house-style";
import { speechIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { READING_SIZES } from "./paper/reading-copy";
import { versionRefSchema } from "./version-requests";

/**
 * 清稿: the text as it would be with everything proposed accepted, and nothing in the draft decided.
 * 带修订: what is proposed stands as Word's own revisions.
 */
export const EXPORT_CONTENTS = ["clean", "marked"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];

export const TEXT_FORMATS = ["txt", "md", "html"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
/** With a layout. */
export const PAPER_FORMATS = ["docx", "pdf"] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
export const EXPORT_FORMATS = [...PAPER_FORMATS, ...TEXT_FORMATS, "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Who made the file and when, pale across every page. */
const watermark = z.boolean();

const paper = { format: z.enum(PAPER_FORMATS), style: paperStyleIdSchema, watermark };

/** The text as it is now. */
const exportNowSchema = z.strictObject({
  ...paper,
  content: z.enum(EXPORT_CONTENTS),
  /** Threads as Word's comments, or beside the text of a PDF. */
  comments: z.boolean(),
});

/** 花脸稿: what leads from one version to another, as Word's own revisions or struck and underlined. */
export const exportComparisonSchema = z
  .strictObject({
    ...paper,
    content: z.literal("comparison"),
    from: versionRefSchema,
    to: versionRefSchema,
    /** A PDF for copying, without colours; Word shows revisions in the reader's own. */
    blackAndWhite: z.boolean().optional(),
  })
  .refine(({ format, blackAndWhite }) => format === "pdf" || blackAndWhite === undefined);

/** 领导阅读稿: everything proposed accepted, with what is marked for reading aloud. */
const exportReadingSchema = z.strictObject({
  format: z.enum(PAPER_FORMATS),
  content: z.literal("reading"),
  size: z.literal(READING_SIZES),
  /** Left out on records from before it could be had, and by pages that were opened then. */
  watermark: watermark.optional(),
});

/** The clean copy without any layout. */
const exportTextSchema = z.object({ format: z.enum(TEXT_FORMATS) });

/** Everything, to be imported again. */
const exportWholeSchema = z.object({ format: z.literal("json") });

export const exportSchema = z.union([
  exportNowSchema,
  exportComparisonSchema,
  exportReadingSchema,
  exportTextSchema,
  exportWholeSchema,
]);
export type ExportRequest = z.infer<typeof exportSchema>;
export type ExportNow = z.infer<typeof exportNowSchema>;
export type ExportReading = z.infer<typeof exportReadingSchema>;
export type ExportComparison = z.infer<typeof exportComparisonSchema>;

/** Several speeches, each as it is now, in one ZIP. */
export const exportSeveralSchema = z.strictObject({
  speeches: z
    .array(speechIdSchema)
    .min(1)
    .max(LIMITS.exportsAtOnce)
    .refine((ids) => new Set(ids).size === ids.length),
  request: z.union([exportNowSchema, exportTextSchema]),
  /** What stands behind a title in its file's name, in the words of whoever asks; none: the title alone. */
  nameEnds: z.record(speechIdSchema, z.string().max(LIMITS.nameEndCharacters)).optional(),
});
export type ExportSeveral = z.infer<typeof exportSeveralSchema>;

/** What is being done to a file; `part`: of several, how many are done. */
export type ExportProgress = (
  | { readonly stage: "reading" | "making" | "recording" }
  /** `ahead`: how many files are made before it. */
  | { readonly stage: "waiting"; readonly ahead: number }
) & { readonly part?: { readonly done: number; readonly all: number } };

/** Media types; RFC 7763 for Markdown. */
export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json",
  html: "text/html; charset=utf-8",
};
