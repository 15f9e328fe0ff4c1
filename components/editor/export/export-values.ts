/** What the export dialog holds while it is filled in, and the request that it becomes. */
import * as z from "zod";
import {
  type ExportContent,
  type ExportFormat,
  exportSchema,
  PAPER_FORMATS,
  type PaperFormat,
} from "@/core/export";
import type { PaperStyleId } from "@/core/house-style";
import { FIRST_READING_SIZE, type ReadingSize } from "@/core/paper/reading-copy";

export type ExportValues = {
  /** `reading` stands for the reading copy in either of its formats. */
  format: ExportFormat | "reading";
  style: PaperStyleId;
  watermark: boolean;
  content: ExportContent;
  comments: boolean;
  size: ReadingSize;
  readingFormat: PaperFormat;
};

export const FIRST_CHOICE: ExportValues = {
  format: "docx",
  style: "gbt9704",
  watermark: false,
  content: "clean",
  comments: false,
  size: FIRST_READING_SIZE,
  readingFormat: "pdf",
};

export function requestOf({
  format,
  style,
  watermark,
  content,
  comments,
  size,
  readingFormat,
}: ExportValues): z.input<typeof exportSchema> {
  if (format === "reading") return { format: readingFormat, content: "reading", size, watermark };
  return isPaper(format) ? { format, style, watermark, content, comments } : { format };
}

export const isPaper = (format: ExportValues["format"]): format is PaperFormat =>
  PAPER_FORMATS.some((paper) => paper === format);

/** Whether the file has the text as it reads with all suggestions accepted, and shows nothing of them. */
export const takesAccepted = ({ format, content }: Pick<ExportValues, "format" | "content">): boolean =>
  format !== "json" && !(isPaper(format) && content === "marked");

/** Refuses what the server refuses. */
export const exportFormSchema = z.custom<ExportValues>().transform(requestOf).pipe(exportSchema);
