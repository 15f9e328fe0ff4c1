/** What a file is called where it is saved: the title, and what of the speech it is. */
import type { ExportRequest } from "@/core/export";
import { fileName } from "@/core/file-names";
import type { Messages } from "@/core/messages/messages";

/**
 * 讲话（征求意见稿、带修订）.docx: an office passes on many files of one speech, and tells them apart by
 * their names.
 * @param stage as the office calls it
 */
export function downloadName(
  title: string,
  stage: string,
  request: ExportRequest,
  { exports: words, general }: Messages,
): string {
  return `${fileName(title, words.nameEnd(whatItIs(request, stage, words).join(general.between)))}.${request.format}`;
}

function whatItIs(
  request: ExportRequest,
  stage: string,
  { contents, comments }: Messages["exports"],
): string[] {
  if (!("content" in request)) return [stage];
  if (request.content === "comparison" || request.content === "reading") return [contents[request.content]];
  const marked = request.content === "marked" ? [contents.marked] : [];
  return [stage, ...marked, ...(request.comments ? [comments] : [])];
}
