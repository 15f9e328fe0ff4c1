import { StartError } from "../start-error";

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder",
  ENOTDIR: "There is no such folder",
  EISDIR: "That is a folder",
  ENOSPC: "The disk is full",
  EDQUOT: "The disk is full for this account",
  EACCES: "This account may not write or read there",
  EPERM: "This account may not write or read there",
  EROFS: "That disk is read-only",
};

/** What the system says of a file, as a sentence for the person at the command line; other errors as they are. */
export function fileProblem(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error || "syscall" in error))
    return error;
  const sentence = SENTENCES[String(error.code)];
  if (sentence === undefined) return error;
  const place = "path" in error && error.path !== undefined ? `: ${error.path}` : "";
  return new StartError(`${sentence}${place}.`, error);
}
