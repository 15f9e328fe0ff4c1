/** An archive that is read in where there is no room for it. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterEach, expect, it } from "vitest";
import { openStorage, type Storage } from "@/server/db/storage";
import { exportArchive } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { sqliteSource } from "../helpers/sqlite-source";

const LEADERS = 3000;
const nothing = () => {};
let folder = "";
const open: Storage[] = [];

afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
  await rm(folder, { recursive: true, force: true });
});

async function openIn(name: string): Promise<Storage> {
  const dataDir = path.join(folder, name);
  await mkdir(dataDir);
  const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: nothing });
  open.push(storage);
  return storage;
}

it("OP-26 a full disk is told as such, not the archive called broken; with room the archive goes in", async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-full-"));
  const from = await openIn("from");
  const rows = Array.from({ length: LEADERS }, (_, at) => ({ speaker: `领导${at}`, size: 30 }));
  await from.database.query((queries) => queries.insertInto("reading_copies").values(rows).execute());
  const file = path.join(folder, "all.lectern");
  const source = sqliteSource(path.join(folder, "from"));
  await exportArchive(source, file, nothing);
  await source.kysely.destroy();

  const { database } = await openIn("to");
  const mostPages = (pages: number) =>
    database.query((queries) => sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(queries));
  await mostPages(1); // SQLite takes no fewer than there are
  await expect(importArchive(database, file, nothing)).rejects.toThrow(/disk with the data folder is full/);
  await mostPages(1_000_000);
  await importArchive(database, file, nothing);
  const leaders = await database.query((queries) =>
    queries.selectFrom("reading_copies").select("speaker").execute(),
  );
  expect(leaders).toHaveLength(LEADERS);
});
