/** Opens the storage that the settings ask for: SQLite in a folder of our own, or PostgreSQL. */
import { join } from "node:path";
import { Kysely } from "kysely";
import type { UpdateLog } from "../sync/ports";
import { createDatabase, type Database } from "./database";
import { migrate } from "./migrate";
import { LecternPostgresDialect } from "./postgres-dialect";
import { createPostgresLog } from "./postgres-log";
import { openPostgresPool } from "./postgres-pool";
import { PostgresPulse } from "./postgres-pulse";
import { LecternSqliteDialect } from "./sqlite-dialect";
import { openSqliteFile } from "./sqlite-file";
import { createSqliteLog } from "./sqlite-log";
import type { Tables } from "./tables";
import { WaitingWriters } from "./waiting-writers";

export interface Storage {
  readonly database: Database;
  readonly log: UpdateLog;
  /** Answers what the log was asked before, then closes every connection. */
  close(): Promise<void>;
}

export interface StorageOptions {
  /** Where the SQLite file is. The caller holds this folder: see server/data-folder.ts. */
  readonly dataDir: string;
  /** PostgreSQL instead of SQLite. */
  readonly databaseUrl: string | undefined;
  /** Told when an idle connection to PostgreSQL breaks or all fall silent; the pool replaces them by itself. */
  readonly onConnectionLost: (error: Error) => void;
}

/**
 * A node that stands still (its machine paused, its process stopped) keeps its connections, and with a
 * transaction that it had begun the lock on a speech, which nobody on the other nodes could save into until it
 * goes on. Ours await nothing but their own queries; this is long for a pause between two of them.
 */
const LONGEST_IDLE_MS = 10_000;

/** Opens and migrates. */
export function openStorage(options: StorageOptions): Promise<Storage> {
  return options.databaseUrl === undefined
    ? openSqliteStorage(join(options.dataDir, "lectern.db"))
    : openPostgresStorage(options.databaseUrl, options.onConnectionLost);
}

async function openSqliteStorage(path: string): Promise<Storage> {
  const connection = openSqliteFile(path);
  const waiting = new WaitingWriters();
  const kysely = new Kysely<Tables>({ dialect: new LecternSqliteDialect(connection, waiting) });
  const database = createDatabase("sqlite", kysely);
  await migrateOrClose(kysely, database);
  // Refreshes the statistics that plans are chosen by, where tables have grown: SQLite's documented
  // call for a connection that stays open. PostgreSQL does this by itself.
  connection.pragma("optimize = 0x10002");
  // From here on in this thread only by pauses: see patient-connection.ts.
  connection.pragma("busy_timeout = 0");
  const log = createSqliteLog(path, waiting);
  return {
    database,
    log,
    async close() {
      await log.close();
      await database.close();
    },
  };
}

async function openPostgresStorage(url: string, onConnectionLost: (error: Error) => void): Promise<Storage> {
  const pulse = new PostgresPulse(url, () => onConnectionLost(new Error("the database is silent")));
  const pool = await openPostgresPool(url, onConnectionLost, {
    stream: pulse.stream,
    longestIdleMs: LONGEST_IDLE_MS,
  });
  const kysely = new Kysely<Tables>({ dialect: new LecternPostgresDialect({ pool }) });
  const database = createDatabase("postgres", kysely);
  await migrateOrClose(kysely, database);
  pulse.watch(pool);
  return {
    database,
    log: createPostgresLog(pool),
    close() {
      pulse.stop();
      return database.close();
    },
  };
}

async function migrateOrClose(kysely: Kysely<Tables>, database: Database): Promise<void> {
  try {
    await migrate(kysely, database.kind);
  } catch (error) {
    await database.close();
    throw error;
  }
}
