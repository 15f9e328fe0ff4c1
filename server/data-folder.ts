/** The data folder: made on first start, and held by one process at a time. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StartError } from "./start-error";

/** Gives the folder free for another process. */
export type ReleaseFolder = () => void;

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/**
 * Makes the folder if needed and locks it. Two processes with rooms of their own over one database
 * would each broadcast to half of the writers. The lock is SQLite's on an otherwise empty file,
 * because the system drops it with the process, `kill -9` included; a file with a process id stays.
 */
export async function holdDataFolder(folder: string): Promise<ReleaseFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(`The data folder ${folder} can't be made (${reasonOf(error)}).`, error);
  }
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, "lock.db"), { timeout: 0 });
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    if (reasonOf(error).startsWith("SQLITE_BUSY")) {
      throw new StartError(`Another Lectern process is using the data folder ${folder}.`, error);
    }
    throw new StartError(`The data folder ${folder} can't be written (${reasonOf(error)}).`, error);
  }
  const held = lock;
  return () => {
    held.close();
  };
}
