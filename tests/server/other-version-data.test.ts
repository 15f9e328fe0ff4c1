/** The data commands on a database that another version of the program has migrated, or none. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import { LecternSqliteDialect } from "@/server/db/sqlite-dialect";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { openStorage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { exportArchive } from "@/server/transfer/export-archive";
import { insertSpeech } from "../helpers/offices";

it("OP-25 data of a newer, an older or no Lectern aren't backed up; this one's own are", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "lectern-version-"));
  const storage = await openStorage({ dataDir: folder, databaseUrl: undefined, onConnectionLost: () => {} });
  await storage.database.query(insertSpeech);
  await storage.close();
  const connection = openSqliteFile(path.join(folder, "lectern.db"));
  const kysely = new Kysely<Tables>({ dialect: new LecternSqliteDialect(connection) });
  const run = (statement: string) => sql.raw(statement).execute(kysely);
  const backUp = () => exportArchive({ kind: "sqlite", kysely }, path.join(folder, "a.lectern"), () => {});

  await run("insert into kysely_migration (name, timestamp) values ('9999-later', '')");
  await expect(backUp()).rejects.toThrow(/newer Lectern \(9999-later\)/);
  await run("delete from kysely_migration where name in ('9999-later', '0025-update-batches')");
  await expect(backUp()).rejects.toThrow(/older Lectern's \(without 0025-update-batches\)/);
  await run("insert into kysely_migration (name, timestamp) values ('0025-update-batches', '')");
  await run("alter table kysely_migration rename to elsewhere");
  await expect(backUp()).rejects.toThrow(/no Lectern data/);
  expect((await readdir(folder)).filter((name) => name.startsWith("a."))).toEqual([]);
  await run("alter table elsewhere rename to kysely_migration");
  expect((await backUp()).counts.speeches).toBe(1);
  await kysely.destroy();
  await rm(folder, { recursive: true, force: true });
});
