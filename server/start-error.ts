/** Reasons not to start that the person at the terminal can mend. */
import type { Config } from "./config";

/** Printed as it is, without a stack. `cause` is what was thrown first. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StartError";
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Why the port couldn't be had; anything unknown is passed through. */
export function listenFailure(error: unknown, { port, host }: Config): unknown {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} is in use. Stop the other program or choose another port with PORT.`,
        error,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartError(`HOST=${host} is no address of this machine. 0.0.0.0 means all of them.`, error);
    case "EACCES":
      return new StartError(`No permission to open port ${port}. Choose one above 1023 with PORT.`, error);
    default:
      return error;
  }
}

const FOLDER_CODES = /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_(CANTOPEN|READONLY|PERM))/;

/** Why the data folder can't be used; anything unknown is passed through. */
export function dataFolderFailure(error: unknown, { dataDir }: Config): unknown {
  const code = codeOf(error);
  if (!FOLDER_CODES.test(code)) return error;
  const advice = "Make it writable, or choose another folder with DATA_DIR.";
  return new StartError(`The data folder ${dataDir} can't be used (${code}). ${advice}`, error);
}
