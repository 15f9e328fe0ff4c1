import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Kysely, PostgresDialect } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { newHouseStyleId, newPersonId, newSpeechId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import { openPostgresPool } from "@/server/db/postgres-pool";
import { openStorage, type Storage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { updateFromDocument } from "@/server/sync/seed";
import { ARCHIVE_TABLES } from "@/server/transfer/archive-tables";
import { exportArchive, type Source } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { addThread, addVersion } from "../helpers/archived-rows";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { sqliteSource } from "../helpers/sqlite-source";

let postgres: PostgresServer | null = null;
let folder = "";
const open: Storage[] = [];
const nothing = () => {};

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
afterEach(async () => {
  for (const storage of open.splice(0)) await storage.close();
  await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-transfer-"));
  return folder;
}

async function openSqlite(dataDir: string): Promise<Storage> {
  const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: nothing });
  open.push(storage);
  return storage;
}

async function openSourceOf(dataDir: string): Promise<Source> {
  await openSqlite(dataDir);
  return sqliteSource(dataDir);
}

/** Rows that are found by text which languages sort otherwise than by bytes, more than one page of them. */
async function addWords({ database }: Storage): Promise<void> {
  const names = ["张三", "李四", "王五", "Zhang San", "an An", "_a", "阿明"];
  const many = Array.from({ length: 1100 }, (_, at) => `${names[at % names.length]}${at}`);
  await database.query((queries) =>
    queries
      .insertInto("reading_copies")
      .values(many.map((speaker) => ({ speaker, size: 30 })))
      .execute(),
  );
  await database.query((queries) =>
    queries
      .insertInto("sign_in_failures")
      .values(names.map((name) => ({ subject: `name:${name}`, failures: 1, last_at: 1 })))
      .execute(),
  );
}

async function fill(storage: Storage, speeches: number): Promise<void> {
  const personId = newPersonId();
  const at = 1_790_000_000_000;
  await storage.database.query((queries) =>
    queries
      .insertInto("people")
      .values({
        id: personId,
        name: "张三",
        sign_in_name: "zhangsan",
        department: "办公室",
        title: "",
        administrator: 1,
        disabled: 0,
        must_change_password: 0,
        password_hash: "x",
        created_at: at,
      })
      .execute(),
  );
  await storage.database.query((queries) =>
    queries
      .insertInto("house_styles")
      .values({
        id: newHouseStyleId(),
        name: "办公厅版式",
        paper: JSON.stringify(paperPreset("gbt9704")),
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
  for (let index = 0; index < speeches; index += 1) {
    const id = newSpeechId();
    await storage.database.query((queries) =>
      queries
        .insertInto("speeches")
        .values({
          id,
          title: `第${index}篇讲话`,
          speaker: "李四",
          occasion: "",
          due_on: index % 2 === 0 ? null : "2026-12-01",
          stage: "draft",
          numbering_style: "nested",
          characters_per_minute: 200,
          characters: 0,
          spoken_units: 0,
          archived: 0,
          created_at: at,
          updated_at: at + index,
        })
        .execute(),
    );
    const document: DocumentNode = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: `正文${index}` }] }],
    };
    const { update, clientId } = updateFromDocument(document);
    await storage.log.append({ speechId: id, update, bindings: [{ clientId, personId }] });
    if (index === 0) await addThread(storage, id, personId, at);
    if (index % 4 === 0) await addVersion(storage, id, personId, at + index);
  }
}

describe("archives", () => {
  it("OP-20 a backup made while the server runs restores everything into an empty folder", async () => {
    const from = await newFolder();
    const storage = await openSqlite(from);
    await fill(storage, 30);
    const source = sqliteSource(from);
    const file = path.join(from, "backup.lectern");
    const written = await exportArchive(source, file, nothing);
    expect(written.counts).toMatchObject({ people: 1, speeches: 30, updates: 30, client_bindings: 30 });
    expect(written.counts).toMatchObject({ threads: 1, comments: 1, reactions: 1 });
    expect(written.counts).toMatchObject({ versions: 8, version_texts: 8, version_people: 8 });

    const to = path.join(from, "restored");
    await mkdir(to);
    const restored = await openSqlite(to);
    expect(await importArchive(restored.database, file, nothing)).toEqual(written);
    const people = restored.database.query((queries) =>
      queries.selectFrom("version_people").select(["characters", "removed"]).distinct().execute(),
    );
    expect(await people).toEqual([{ characters: 3, removed: 2 }]);
    const again = sqliteSource(to);
    expect((await exportArchive(again, path.join(to, "again.lectern"), nothing)).sha256).toBe(written.sha256);
    await source.kysely.destroy();
    await again.kysely.destroy();
  });

  it.for([undefined, "zh-CN", "en-US"])(
    "OP-21 everything goes from SQLite to PostgreSQL and back unchanged, however that sorts (%s)",
    async (language, context) => {
      if (postgres === null) return context.skip(NO_POSTGRES);
      const from = await newFolder();
      const storage = await openSqlite(from);
      await fill(storage, 12);
      await addWords(storage);
      const source = sqliteSource(from);
      const written = await exportArchive(source, path.join(from, "a.lectern"), nothing);
      await source.kysely.destroy();

      const databaseUrl = await postgres.createDatabase(language);
      const target = await openStorage({ dataDir: from, databaseUrl, onConnectionLost: nothing });
      open.push(target);
      expect(await importArchive(target.database, path.join(from, "a.lectern"), nothing)).toEqual(written);

      const pool = await openPostgresPool(databaseUrl, nothing);
      const back: Source = {
        kind: "postgres",
        kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
      };
      expect((await exportArchive(back, path.join(from, "b.lectern"), nothing)).sha256).toBe(written.sha256);
      await back.kysely.destroy();

      const to = path.join(from, "back");
      await mkdir(to);
      const again = await openSqlite(to);
      expect(await importArchive(again.database, path.join(from, "b.lectern"), nothing)).toEqual(written);
    },
  );

  it("OP-20 an archive holds every table but the index that is made anew", async () => {
    const { kysely } = await openSourceOf(await newFolder());
    const tables = await kysely.introspection.getTables();
    await kysely.destroy();
    const made = /^speech_search/;
    const names = tables.map(({ name }) => name).filter((name) => !made.test(name));
    expect(ARCHIVE_TABLES.map(({ name }) => name as string).sort()).toEqual(names.sort());
  });

  it("OP-22 a damaged, cut off or foreign archive is refused whole, and a good one then goes in", async () => {
    const from = await newFolder();
    await fill(await openSqlite(from), 5);
    const source = sqliteSource(from);
    const file = path.join(from, "good.lectern");
    const written = await exportArchive(source, file, nothing);
    await source.kysely.destroy();
    const bytes = await readFile(file);
    const text = gunzipSync(bytes).toString();
    const lines = text.trimEnd().split("\n");
    const bad: Record<string, Buffer> = {
      "cut off": bytes.subarray(0, bytes.length - 40),
      "no footer": gzipSync(lines.slice(0, -1).join("\n")),
      "a row gone": gzipSync([...lines.slice(0, 3), ...lines.slice(4)].join("\n")),
      "a word changed": gzipSync(text.replace("李四", "王五")),
      "another version": gzipSync(text.replace("0001-first-tables", "9999-later")),
      "not an archive": Buffer.from("PK"),
    };
    const to = path.join(from, "to");
    await mkdir(to);
    const target = await openSqlite(to);
    for (const [name, content] of Object.entries(bad)) {
      const damaged = path.join(from, `${name}.lectern`);
      await writeFile(damaged, content);
      await expect(importArchive(target.database, damaged, nothing), name).rejects.toThrow(/whole archive/);
      const people = await target.database.query((q) => q.selectFrom("people").select("id").execute());
      expect(people, name).toEqual([]);
    }
    expect(await importArchive(target.database, file, nothing)).toEqual(written);
    await expect(importArchive(target.database, file, nothing)).rejects.toThrow(/isn't empty/);
  });

  it("OP-41 an import's bar moves while the file is read and while it is verified, and ends full", async () => {
    const from = await newFolder();
    await fill(await openSqlite(from), 3);
    const source = sqliteSource(from);
    const file = path.join(from, "bar.lectern");
    await exportArchive(source, file, nothing);
    await source.kysely.destroy();
    const to = path.join(from, "to");
    await mkdir(to);
    const parts: number[] = [];
    await importArchive((await openSqlite(to)).database, file, (done, total) => parts.push(done / total));
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
    expect(parts.some((part) => part > 0 && part <= 0.5)).toBe(true);
    expect(parts.filter((part) => part > 0.5).length).toBeGreaterThan(3);
    expect(parts.at(-1)).toBe(1);
  });

  it("OP-40 two exports to one name at once: one file, whole, and nothing else left", async () => {
    const from = await newFolder();
    await fill(await openSqlite(from), 2);
    const [one, other] = [sqliteSource(from), sqliteSource(from)];
    const file = path.join(from, "shared.lectern");
    const [written] = await Promise.all([
      exportArchive(one, file, nothing),
      exportArchive(other, file, nothing),
    ]);
    const to = path.join(from, "to");
    await mkdir(to);
    const target = await openSqlite(to);
    expect(await importArchive(target.database, file, nothing)).toEqual(written);
    expect((await readdir(from)).filter((name) => name.endsWith(".part"))).toEqual([]);
    await one.kysely.destroy();
    await other.kysely.destroy();
  });

  it("OP-23 a backup never overwrites a file, and leaves none half written", async () => {
    const from = await newFolder();
    await fill(await openSqlite(from), 2);
    const source = sqliteSource(from);
    const file = path.join(from, "once.lectern");
    await exportArchive(source, file, nothing);
    const before = await readFile(file);
    await expect(exportArchive(source, file, nothing)).rejects.toThrow(/exists already/);
    expect(await readFile(file)).toEqual(before);
    const failing = () => {
      throw new Error("terminal gone");
    };
    const second = path.join(from, "twice.lectern");
    await expect(exportArchive(source, second, failing)).rejects.toThrow("terminal gone");
    await expect(readFile(second)).rejects.toThrow("ENOENT");
    expect((await readdir(from)).filter((name) => name.endsWith(".part"))).toEqual([]);
    await source.kysely.destroy();
  });
});
