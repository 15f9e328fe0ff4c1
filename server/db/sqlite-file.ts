/** Opens the SQLite file. Every connection in every thread comes from here. */
import { closeSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";

/**
 * How long one waits for another connection's transaction. Ours are short: the log's group commits and
 * single rows of the services.
 */
export const LOCK_WAIT_MS = 5_000;

/**
 * The WAL goes into the database file once it is this long (16 MB). SQLite's own 1000 pages would be
 * reached several times a second under load, and each time commits stand still.
 */
const CHECKPOINT_PAGES = 4000;

/** Opens one connection; `synchronous` and `foreign_keys` are the connection's own, not the file's. */
export function openSqliteFile(path: string): Sqlite.Database {
  createPrivate(path);
  const connection = new Sqlite(path, { timeout: LOCK_WAIT_MS });
  connection.pragma("journal_mode = WAL");
  // FULL makes each commit sync the WAL; with NORMAL a power cut takes back what was told "saved".
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return connection;
}

/**
 * A folder that was there before may be open to every account of the machine; the speeches aren't. SQLite
 * gives the files beside it the same permissions. A file that is there already isn't touched: closing any
 * descriptor of it would drop the locks of this process's other connections, and a program that looks into
 * it then (SQLite before 3.51) takes it to be nobody's, and the log with the newest text away.
 */
function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
