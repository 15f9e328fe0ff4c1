/** Opens the storage that the settings ask for: SQLite in a folder of our own, or PostgreSQL. */
import { join } from "node:path";
import { Kysely } from "kysely";
import type pg from "pg";
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
  /** How long PostgreSQL may take for a query once its tables are up to date; shorter in tests only. */
  readonly queryLimitMs?: number;
}

/**
 * A node that stands still (its machine paused, its process stopped) keeps its connections, and with a
 * transaction that it had begun the lock on a speech, which nobody on the other nodes could save into until it
 * goes on. Ours await nothing but their own queries; this is long for a pause between two of them.
 */
const LONGEST_IDLE_MS = 10_000;

/**
 * Large tables may take long to bring up to date, and a node that starts meanwhile waits for that. With the limit of
 * other queries the one would never get to its end, and the other would give up.
 */
const MIGRATION_LIMIT_MS = 10 * 60_000;

/** Opens and migrates. */
export function openStorage(options: StorageOptions): Promise<Storage> {
  return options.databaseUrl === undefined
    ? openSqliteStorage(join(options.dataDir, "lectern.db"))
    : openPostgresStorage(options.databaseUrl, options);
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

async function openPostgresStorage(
  url: string,
  { onConnectionLost, queryLimitMs }: StorageOptions,
): Promise<Storage> {
  await migratePostgres(url);
  const pulse = new PostgresPulse(url, () => onConnectionLost(new Error("the database is silent")));
  const pool = await openPostgresPool(url, onConnectionLost, {
    stream: pulse.stream,
    longestIdleMs: LONGEST_IDLE_MS,
    queryLimitMs,
  });
  pulse.watch(pool);
  const database = createDatabase("postgres", postgresKysely(pool));
  return {
    database,
    log: createPostgresLog(pool),
    close() {
      pulse.stop();
      return database.close();
    },
  };
}

async function migratePostgres(url: string): Promise<void> {
  const limits = { longestIdleMs: LONGEST_IDLE_MS, queryLimitMs: MIGRATION_LIMIT_MS };
  // Whoever waits for an answer hears by it of a connection that breaks.
  const kysely = postgresKysely(await openPostgresPool(url, () => undefined, limits));
  try {
    await migrate(kysely, "postgres");
  } finally {
    await kysely.destroy();
  }
}

const postgresKysely = (pool: pg.Pool) =>
  new Kysely<Tables>({ dialect: new LecternPostgresDialect({ pool }) });

async function migrateOrClose(kysely: Kysely<Tables>, database: Database): Promise<void> {
  try {
    await migrate(kysely, database.kind);
  } catch (error) {
    await database.close();
    throw error;
  }
}
