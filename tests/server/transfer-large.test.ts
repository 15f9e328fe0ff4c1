/** Archives with large rows, and archives that come slowly through a pipe. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Kysely } from "kysely";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createDatabase, type Database } from "@/server/db/database";
import { LecternPostgresDialect } from "@/server/db/postgres-dialect";
import { openPostgresPool } from "@/server/db/postgres-pool";
import { LecternSqliteDialect } from "@/server/db/sqlite-dialect";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { openStorage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { exportArchive } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { sqliteSource } from "../helpers/sqlite-source";

const MEGABYTE = 1024 * 1024;
const nothing = () => {};
let postgres: PostgresServer | null = null;
let folder = "";
const opened: Database[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-large-"));
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Any key will do. */
const keyOf = (at: number) => `text-${at}` as "set-up";

/** An archive with texts of these lengths. */
async function archiveOf(lengths: readonly number[]): Promise<string> {
  const from = await emptyFolder("from");
  const source = sqliteSource(from);
  const rows = lengths.map((length, at) => ({ key: keyOf(at), value: "a".repeat(length) }));
  for (const row of rows) await source.kysely.insertInto("installation").values(row).execute();
  const file = path.join(folder, "large.lectern");
  await exportArchive(source, file, nothing);
  await source.kysely.destroy();
  return file;
}

/** A data folder with a database that is up to date. */
async function emptyFolder(name: string): Promise<string> {
  const dataDir = path.join(folder, name);
  await mkdir(dataDir);
  await (await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: nothing })).close();
  return dataDir;
}

/** The same on SQLite; `onInsert` is told how many characters each inserting statement carries. */
async function openTarget(onInsert: (characters: number) => void = nothing): Promise<Database> {
  const connection = openSqliteFile(path.join(await emptyFolder("to"), "lectern.db"));
  const kysely = new Kysely<Tables>({
    dialect: new LecternSqliteDialect(connection),
    log: ({ query: { sql, parameters } }) => {
      if (!sql.startsWith('insert into "installation"')) return;
      onInsert(parameters.reduce<number>((sum, value) => sum + String(value).length, 0));
    },
  });
  const database = createDatabase("sqlite", kysely);
  opened.push(database);
  return database;
}

it("OP-20 a row of many megabytes is read in whole", async () => {
  const file = await archiveOf([24 * MEGABYTE]);
  const target = await openTarget();
  await importArchive(target, file, nothing);
  const row = target.query((queries) =>
    queries.selectFrom("installation").where("key", "=", keyOf(0)).select("value").executeTakeFirstOrThrow(),
  );
  expect((await row).value).toHaveLength(24 * MEGABYTE);
});

it("OP-20 large rows are read in a few at a time", async () => {
  const file = await archiveOf(Array.from({ length: 10 }, () => 3 * MEGABYTE));
  const inserted: number[] = [];
  await importArchive(await openTarget((characters) => inserted.push(characters)), file, nothing);
  expect(inserted.reduce((sum, characters) => sum + characters, 0)).toBeGreaterThan(30 * MEGABYTE);
  expect(Math.max(...inserted)).toBeLessThan(12 * MEGABYTE);
});

async function newPipe(): Promise<string> {
  const pipe = path.join(folder, "pipe.lectern");
  await promisify(execFile)("mkfifo", [pipe]);
  return pipe;
}

it("OP-41 of an archive that comes through a pipe, of which nobody knows the length, the bar moves as it is verified", async () => {
  const file = await archiveOf([1000, 2000]);
  const [database, pipe] = [await openTarget(), await newPipe()];
  const parts: number[] = [];
  const imported = importArchive(database, pipe, (done, total) => parts.push(done / total));
  await writeFile(pipe, await readFile(file));
  await imported;
  expect(parts).toEqual([...parts].sort((one, other) => one - other));
  expect([parts.at(0), parts.at(-1)]).toEqual([0, 1]);
});

/** Resolves once PostgreSQL has ended a transaction that stands still, which it does after so long. */
async function untilIdleIsEnded(url: string, limitMs: number): Promise<void> {
  const client = new Client({ connectionString: url, idle_in_transaction_session_timeout: limitMs });
  await client.connect();
  const ended = new Promise((resolve) => client.once("error", resolve));
  await client.query("begin");
  await ended;
  await client.end().catch(nothing);
}

it("OP-20 an archive whose pipe stands still for longer than a transaction of the nodes may is read in whole", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  const databaseUrl = await postgres.createDatabase();
  await (await openStorage({ dataDir: folder, databaseUrl, onConnectionLost: nothing })).close();
  const limitMs = 200;
  const pool = await openPostgresPool(databaseUrl, nothing, { longestIdleMs: limitMs });
  const kysely = new Kysely<Tables>({ dialect: new LecternPostgresDialect({ pool }) });
  const database = createDatabase("postgres", kysely);
  opened.push(database);

  const bytes = await readFile(await archiveOf([1000, 2000]));
  const pipe = await newPipe();
  let imported: ReturnType<typeof importArchive> | undefined;
  const reading = new Promise<void>((resolve) => {
    imported = importArchive(database, pipe, () => resolve());
  });
  const writing = await open(pipe, "w");
  await writing.write(bytes.subarray(0, 50));
  await Promise.race([reading, imported]);
  await untilIdleIsEnded(databaseUrl, 3 * limitMs);
  await writing.writeFile(bytes.subarray(50));
  await writing.close();
  expect((await imported)?.counts.installation).toBeGreaterThanOrEqual(2);
});
