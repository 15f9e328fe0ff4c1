/** Runs one suite on SQLite and on PostgreSQL; where PostgreSQL is missing its tests say so. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import type { DatabaseKind } from "@/server/db/database";
import { openStorage, type Storage } from "@/server/db/storage";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "./postgres";

/** A database of the test's own, empty at first. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** Opens it as the server does; a second call sees what the first one left. Closed by itself. */
  open(): Promise<Storage>;
  /** Runs SQL past the program, on a connection of its own. */
  execute(statement: string): Promise<void>;
}

export function describeOnSqlite(title: string, suite: (database: TestDatabase) => void): void {
  describe(`${title} (SQLite)`, () => {
    let folder = "";
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "lectern-storage-"));
    });
    suite({
      kind: "sqlite",
      open: closedAfterwards(() => ({ dataDir: folder, databaseUrl: undefined })),
      async execute(statement) {
        const connection = new Sqlite(join(folder, "lectern.db"));
        connection.exec(statement);
        connection.close();
      },
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
  });
}

export function describeOnPostgres(title: string, suite: (database: TestDatabase) => void): void {
  describe(`${title} (PostgreSQL)`, () => {
    let server: PostgresServer | null = null;
    let url = "";
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    beforeEach(async (context) => {
      if (server === null) context.skip(NO_POSTGRES);
      else url = await server.createDatabase();
    });
    suite({
      kind: "postgres",
      open: closedAfterwards(() => ({ dataDir: "", databaseUrl: url })),
      async execute(statement) {
        const client = new Client({ connectionString: url });
        await client.connect();
        await client.query(statement);
        await client.end();
      },
    });
    afterAll(() => server?.stop());
  });
}

export function describeOnBoth(title: string, suite: (database: TestDatabase) => void): void {
  describeOnSqlite(title, suite);
  describeOnPostgres(title, suite);
}

/** Hooks run last first, so what is opened here is closed before the database goes. */
function closedAfterwards(
  where: () => { dataDir: string; databaseUrl: string | undefined },
): () => Promise<Storage> {
  const opened: Storage[] = [];
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close();
  });
  return async () => {
    const storage = await openStorage({ ...where(), onConnectionLost: () => undefined });
    opened.push(storage);
    return storage;
  };
}
