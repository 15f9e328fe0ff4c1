/** Opens the storage that the settings ask for: SQLite in a folder of our own, or PostgreSQL. */
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import type { UpdateLog } from "../sync/ports";
import { lockDataFolder } from "./data-folder";
import { createDatabase, type Database } from "./database";
import { migrate } from "./migrate";
import { createPostgresLog } from "./postgres-log";
import { openPostgresPool } from "./postgres-pool";
import { LecternSqliteDialect } from "./sqlite-dialect";
import { openSqliteFile } from "./sqlite-file";
import { createSqliteLog } from "./sqlite-log";
import type { Tables } from "./tables";

export interface Storage {
  readonly database: Database;
  readonly log: UpdateLog;
  /** Answers what the log was asked before, then closes every connection and frees the folder. */
  close(): Promise<void>;
}

export interface StorageOptions {
  /** Locked against other processes while SQLite is in it. Unused with `databaseUrl`. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Told when an idle connection to PostgreSQL breaks; the pool replaces it by itself. */
  readonly onConnectionLost: (error: Error) => void;
}

/** Opens, locks and migrates. Throws DataFolderInUseError when another process has the folder. */
export function openStorage(options: StorageOptions): Promise<Storage> {
  return options.databaseUrl === undefined
    ? openSqliteStorage(options.dataDir)
    : openPostgresStorage(options.databaseUrl, options.onConnectionLost);
}

async function openSqliteStorage(dataDir: string): Promise<Storage> {
  const lock = lockDataFolder(dataDir);
  try {
    const path = join(dataDir, "lectern.db");
    const kysely = new Kysely<Tables>({ dialect: new LecternSqliteDialect(openSqliteFile(path)) });
    const database = createDatabase("sqlite", kysely);
    await migrateOrClose(kysely, database);
    const log = createSqliteLog(path);
    return {
      database,
      log,
      async close() {
        await log.close();
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openPostgresStorage(url: string, onConnectionLost: (error: Error) => void): Promise<Storage> {
  const pool = openPostgresPool(url, onConnectionLost);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const database = createDatabase("postgres", kysely);
  await migrateOrClose(kysely, database);
  return { database, log: createPostgresLog(pool), close: () => database.close() };
}

async function migrateOrClose(kysely: Kysely<Tables>, database: Database): Promise<void> {
  try {
    await migrate(kysely, database.kind);
  } catch (error) {
    await database.close();
    throw error;
  }
}
