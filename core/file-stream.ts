/**
 * A file that is told about while it is made: lines of JSON, one message each, then the file's bytes.
 * For who asks for it by its media type; everybody else gets the file as usual.
 */
import type { ErrorCode } from "./errors";
import type { ExportProgress } from "./export";
import type { SpeechId } from "./ids";

export const FILE_STREAM_TYPE = "application/vnd.lectern.file-stream";

export type FileStreamMessage =
  | { readonly kind: "progress"; readonly progress: ExportProgress }
  /** The last line of one that failed. */
  | {
      readonly kind: "error";
      readonly error: { readonly code: ErrorCode; readonly fields?: Readonly<Record<string, string>> };
    }
  /** The last line before the bytes. `leftOut`: of several, those that aren't in it. */
  | { readonly kind: "file"; readonly size: number; readonly leftOut: readonly SpeechId[] };
