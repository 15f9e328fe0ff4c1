/** What a database says when it can't be opened or used, as a sentence for the person at the terminal. */
import { StartError } from "./start-error";

const DAMAGED = "The data folder's lectern.db is damaged, or no database.";

const FULL = "The disk with the data folder is full.";

const SENTENCES: Readonly<Record<string, string>> = {
  SQLITE_FULL: FULL,
  ENOSPC: FULL,
  SQLITE_IOERR: "The disk with the data folder can't be read or written: it is full, or broken.",
  SQLITE_NOTADB: `${DAMAGED} Restore a backup into another folder.`,
  SQLITE_CORRUPT: `${DAMAGED} Restore a backup into another folder.`,
  // PostgreSQL: longer than a query may take.
  "57014":
    "The database took too long. Another node may be bringing it up to date; try again when that has ended.",
  "53100": "The disk of the database of DATABASE_URL is full.",
  SQLITE_BUSY: "Another program holds the database locked. Try again when it has ended.",
};

/** Nobody answered at the address; pg gives its own timeout without a code. */
const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET)/;
const TIMED_OUT = /timeout exceeded|connection timeout|query read timeout/i;
/** A connection that stood and ended: by PostgreSQL (SQLSTATE 57P01, 57P02, 25P03), or without a word (pg's own, no code). */
const ENDED = /^(57P0[12]|25P03)$/;
const ENDED_SILENTLY = /^(Connection terminated|Client has encountered a connection error)/;
/** SQLSTATE: 28 wrong name or password, 3D no such database, 53300 too many connections, 57P03 starting up. */
const REFUSED = /^(28...|3D...|53300|57P03)$/;

/** StartError for what the operator can mend; any other error as it is. Wrapped ones are known by their cause. */
export function databaseProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const code = "code" in error ? String(error.code) : "";
  const sentence = SENTENCES[code.replace(/^(SQLITE_(?:CORRUPT|BUSY|IOERR))_.*/, "$1")];
  if (sentence !== undefined) return new StartError(sentence, error);
  // Of several addresses that were tried in vain the message is empty.
  const reason = error.message || code;
  if (UNREACHABLE.test(code) || TIMED_OUT.test(error.message)) {
    return new StartError(`The database of DATABASE_URL can't be reached (${reason}).`, error);
  }
  if (ENDED.test(code) || ENDED_SILENTLY.test(error.message)) {
    return new StartError(`The database of DATABASE_URL ended the connection (${reason}).`, error);
  }
  if (REFUSED.test(code)) return new StartError(`The database of DATABASE_URL refuses: ${reason}.`, error);
  const inner = databaseProblem(error.cause);
  return inner instanceof StartError ? inner : error;
}
