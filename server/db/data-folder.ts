/**
 * The lock that keeps a second process out of a data folder: two would each have their own live
 * documents over the same rows.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** Thrown at start; its message is meant for whoever started the process. */
export class DataFolderInUseError extends Error {
  constructor(folder: string) {
    super(
      `Another Lectern process is using the data folder ${folder}. ` +
        "Stop that process, or give this one another folder with DATA_DIR.",
    );
    this.name = "DataFolderInUseError";
  }
}

export interface DataFolderLock {
  release(): void;
}

/**
 * Creates the folder when it's missing and locks it; throws DataFolderInUseError when that can't be.
 * The lock is SQLite's own on a database of its own: the kernel frees it with the process, however
 * that ends, so nothing stale is ever left behind.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new Sqlite(join(folder, "lectern.lock"), { timeout: 0 });
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new DataFolderInUseError(folder);
    }
    throw error;
  }
  return { release: () => lock.close() };
}
