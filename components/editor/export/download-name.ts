/** What a file is called where it is saved: the title, and what of the speech it is. */
import type { ExportRequest } from "@/core/export";
import { fileName } from "@/core/file-names";
import type { Messages } from "@/core/messages/messages";

/**
 * 讲话（征求意见稿·二稿、带修订）.docx: an office passes on many files of one speech, and tells them apart by
 * their names.
 * @param draft as draftName() words it
 */
export function downloadName(
  title: string,
  draft: string,
  request: ExportRequest,
  messages: Messages,
): string {
  return `${fileName(title, nameEnd(draft, request, messages))}.${request.format}`;
}

/** What of a speech a file is, as it stands behind the title: （征求意见稿·二稿、带修订）. */
export const nameEnd = (
  draft: string,
  request: ExportRequest,
  { exports: words, general }: Messages,
): string => words.nameEnd(whatItIs(request, draft, words).join(general.between));

function whatItIs(
  request: ExportRequest,
  draft: string,
  { contents, comments }: Messages["exports"],
): string[] {
  if (!("content" in request)) return [draft];
  if (request.content === "comparison" || request.content === "reading") return [contents[request.content]];
  const marked = request.content === "marked" ? [contents.marked] : [];
  return [draft, ...marked, ...(request.comments ? [comments] : [])];
}
