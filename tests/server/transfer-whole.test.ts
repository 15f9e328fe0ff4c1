/** That an archive leaves nothing out: every column of every table, there and back. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openPostgresPool } from "@/server/db/postgres-pool";
import { openStorage, type Storage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { ARCHIVE_TABLES } from "@/server/transfer/archive-tables";
import { exportArchive, type Source } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { addEveryRow, MADE_ANEW } from "../helpers/every-row";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { sqliteSource } from "../helpers/sqlite-source";

let postgres: PostgresServer | null = null;
let folder = "";
const open: { close(): Promise<void> }[] = [];
const nothing = () => {};

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-whole-"));
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
  await rm(folder, { recursive: true, force: true });
});

/** A fresh database and a second connection to it, which looks at it without the program. */
interface Place {
  readonly storage: Storage;
  readonly source: Source;
}

async function openPlace(dataDir: string, databaseUrl: string | undefined): Promise<Place> {
  const storage = await openStorage({ dataDir, databaseUrl, onConnectionLost: nothing });
  const source = databaseUrl === undefined ? sqliteSource(dataDir) : await postgresSource(databaseUrl);
  open.push(storage, { close: () => source.kysely.destroy() });
  return { storage, source };
}

const sqlitePlace = async (): Promise<Place> =>
  openPlace(await mkdtemp(path.join(folder, "data-")), undefined);
const postgresPlace = async (server: PostgresServer): Promise<Place> =>
  openPlace(folder, await server.createDatabase());

async function postgresSource(databaseUrl: string): Promise<Source> {
  const pool = await openPostgresPool(databaseUrl, nothing);
  return { kind: "postgres", kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

/** By what the database says of itself: tables with the columns that an archive has to bring back. */
async function columnsOf({ kysely }: Source): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await kysely.introspection.getTables();
  return new Map(
    tables
      // Made from titles.
      .filter(({ name }) => !name.startsWith("speech_search"))
      .map(({ name, columns }) => [
        name,
        columns
          .map((column) => column.name)
          .filter((column) => !MADE_ANEW[name]?.includes(column))
          .sort(),
      ]),
  );
}

/** Every value of every table. Which data these are is said anew wherever they are read in. */
async function everythingIn(source: Source): Promise<Record<string, unknown>> {
  const everything: Record<string, unknown> = {};
  for (const [name, columns] of await columnsOf(source)) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select ${sql.join(columns.map((column) => sql.ref(column)))}
      from ${sql.table(name)}`.execute(source.kysely);
    everything[name] = name === "installation" ? rows.filter(({ key }) => key === "set-up") : rows;
  }
  return everything;
}

async function carry(from: Place, to: Place): Promise<void> {
  const file = path.join(folder, `${open.length}.lectern`);
  const written = await exportArchive(from.source, file, nothing);
  expect(await importArchive(to.storage.database, file, nothing)).toEqual(written);
}

it.for(["SQLite", "PostgreSQL"])(
  "OP-20 an archive holds every column of %s but those that are made anew",
  async (kind, context) => {
    if (kind === "PostgreSQL" && postgres === null) return context.skip(NO_POSTGRES);
    const { source } =
      kind === "PostgreSQL" && postgres !== null ? await postgresPlace(postgres) : await sqlitePlace();
    const archived = ARCHIVE_TABLES.map(({ name, columns }) => [name, [...columns].sort()] as const);
    expect(Object.fromEntries(archived)).toEqual(Object.fromEntries(await columnsOf(source)));
  },
);

it("OP-21 a row of every table goes from SQLite to PostgreSQL and back into an empty folder, no value lost", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  const from = await sqlitePlace();
  await addEveryRow(from.storage);
  const everything = await everythingIn(from.source);
  // A column that is null or empty here would be missed by nobody.
  for (const [name, rows] of Object.entries(everything)) {
    expect(rows, name).toHaveLength(1);
    for (const [column, value] of Object.entries((rows as object[])[0] ?? {})) {
      expect([null, "", 0], `${name}.${column}`).not.toContain(value);
    }
  }

  const there = await postgresPlace(postgres);
  await carry(from, there);
  expect(await everythingIn(there.source)).toEqual(everything);

  const back = await sqlitePlace();
  await carry(there, back);
  expect(await everythingIn(back.source)).toEqual(everything);
});
