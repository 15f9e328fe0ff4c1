/** Which generation of the data a database holds, and what makes it another one. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Kysely } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { LecternSqliteDialect } from "@/server/db/sqlite-dialect";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { openStorage, type Storage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { dataGeneration } from "@/server/services/data-generation";
import { exportArchive } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";

const nothing = () => {};
let folder = "";
const open: Storage[] = [];
let postgres: PostgresServer | null = null;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-generation-"));
});
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
  await rm(folder, { recursive: true, force: true });
});

async function openIn(name: string, databaseUrl?: string): Promise<Storage> {
  const dataDir = path.join(folder, name);
  await mkdir(dataDir, { recursive: true });
  const storage = await openStorage({ dataDir, databaseUrl, onConnectionLost: nothing });
  open.push(storage);
  return storage;
}

async function archiveOf(name: string): Promise<string> {
  const file = path.join(folder, `${name}.lectern`);
  const connection = openSqliteFile(path.join(folder, name, "lectern.db"));
  const kysely = new Kysely<Tables>({ dialect: new LecternSqliteDialect(connection) });
  await exportArchive({ kind: "sqlite", kysely }, file, nothing);
  await kysely.destroy();
  return file;
}

const installation = (storage: Storage) =>
  storage.database.query((queries) =>
    queries.selectFrom("installation").select(["key", "value"]).orderBy("key").execute(),
  );

it("OP-62 a database that has no generation gets one, and has it after a restart", async () => {
  const before = await openIn("one");
  expect(await installation(before)).toEqual([]);
  const given = await dataGeneration(before.database);
  expect(given).toMatch(/^[0-9a-z]{20}$/);
  await open.pop()?.close();
  const after = await openIn("one");
  expect(await dataGeneration(after.database)).toBe(given);
  expect(await installation(after)).toEqual([{ key: "data-generation", value: given }]);
  expect(await dataGeneration((await openIn("another")).database)).not.toBe(given);
});

it("OP-62 an archive says nothing of the generation, and what is read in from one is another each time", async () => {
  const source = await openIn("source");
  const of = { key: "set-up", value: "1790000000000" } as const;
  await source.database.query((queries) => queries.insertInto("installation").values(of).execute());
  const own = await dataGeneration(source.database);
  const file = await archiveOf("source");

  const seen = new Set([own]);
  for (const name of ["restored", "restored-again"]) {
    const { database } = await openIn(name);
    // A server that nobody set up may have run on it.
    if (name === "restored-again") seen.add(await dataGeneration(database));
    expect((await importArchive(database, file, nothing)).counts).toEqual({ installation: 1 });
    const generation = await dataGeneration(database);
    expect(seen.has(generation)).toBe(false);
    seen.add(generation);
    await expect(importArchive(database, file, nothing)).rejects.toThrow(/isn't empty/);
    expect(await dataGeneration(database)).toBe(generation);
  }
  expect(await dataGeneration(source.database)).toBe(own);
});

it("OP-62 nodes that start at once on one database agree on its generation", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  const databaseUrl = await postgres.createDatabase();
  const one = await openIn("node", databaseUrl);
  const other = await openIn("node", databaseUrl);
  const told = await Promise.all([one, other, one, other].map(({ database }) => dataGeneration(database)));
  expect(new Set(told).size).toBe(1);
  const source = await openIn("empty");
  await source.database.query((q) =>
    q.insertInto("installation").values({ key: "set-up", value: "1" }).execute(),
  );
  await importArchive(one.database, await archiveOf("empty"), nothing);
  // The other one was left running.
  expect(await dataGeneration(other.database)).not.toBe(told[0]);
});
