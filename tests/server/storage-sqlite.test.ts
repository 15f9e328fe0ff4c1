/** What only SQLite has: connections' settings, the log's thread, the lock on the data folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { holdDataFolder } from "@/server/data-folder";
import type { Queries } from "@/server/db/database";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { createSqliteLog } from "@/server/db/sqlite-log";
import { openStorage, type Storage } from "@/server/db/storage";
import { WaitingWriters } from "@/server/db/waiting-writers";
import { insertSpeech } from "../helpers/offices";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-sqlite-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (): Promise<Storage> =>
  openStorage({ dataDir: folder, databaseUrl: undefined, onConnectionLost: () => undefined });

describe("connections", () => {
  it("ST-10 each one syncs every commit and holds references", () => {
    const connection = openSqliteFile(join(folder, "lectern.db"));
    const pragma = (name: string) => connection.pragma(name, { simple: true });
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
    connection.close();
  });

  it("ST-15 only the server's own account reads the speeches, also in a folder that was open to all", async () => {
    chmodSync(folder, 0o755);
    const storage = await open();
    const mode = (name: string) => statSync(join(folder, name)).mode & 0o777;
    expect([mode("lectern.db"), mode("lectern.db-wal"), mode("lectern.db-shm")]).toEqual([
      0o600, 0o600, 0o600,
    ]);
    await storage.close();
  });

  it("ST-06 a transaction waits for the log's commits instead of failing on them", async () => {
    const { database, log, close } = await open();
    const speechId = await database.query(insertSpeech);
    const appends = Array.from({ length: 200 }, (_, value) =>
      log.append({ speechId, update: Uint8Array.of(value), bindings: [] }),
    );
    for (let count = 0; count < 50; count++) {
      await database.transaction(async (queries) => {
        const { characters } = await queries
          .selectFrom("speeches")
          .select("characters")
          .where("id", "=", speechId)
          .executeTakeFirstOrThrow();
        await queries
          .updateTable("speeches")
          .set({ characters: characters + 1 })
          .execute();
      });
    }
    await Promise.all(appends);
    const row = await database.query((queries) =>
      queries.selectFrom("speeches").select(["characters", "last_seq"]).executeTakeFirstOrThrow(),
    );
    expect(row).toEqual({ characters: 50, last_seq: 200 });
    await close();
  });
});

describe("the log's thread", () => {
  it("ST-11 closing answers everything that was asked before, and refuses what comes after", async () => {
    const { database, log, close } = await open();
    const speechId = await database.query(insertSpeech);
    const append = () => log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
    const before = Promise.allSettled(Array.from({ length: 100 }, append));
    const closed = close();
    await expect(append()).rejects.toMatchObject({ code: "shutting-down" });
    await closed;
    expect((await before).map(({ status }) => status)).toEqual(Array(100).fill("fulfilled"));
    const reopened = await open();
    expect((await reopened.log.load(speechId)).lastSeq).toBe(100);
    await reopened.close();
  });

  it("ST-12 past the limit of what waits for the disk an append is refused, then taken again", async () => {
    const { database, log, close } = await open();
    const speechId = await database.query(insertSpeech);
    const update = new Uint8Array(LIMITS.logQueueBytes / 4);
    const append = () => log.append({ speechId, update, bindings: [] });
    const fitting = [append(), append(), append(), append()];
    await expect(append()).rejects.toMatchObject({ code: "storage-unavailable" });
    await Promise.all(fitting);
    await expect(log.append({ speechId, update: Uint8Array.of(1), bindings: [] })).resolves.toBe(5);
    await close();
  }, 120_000);

  it("ST-30 while another program holds the database locked nothing is kept, and all goes on when it is free", async () => {
    const { database, log, close } = await open();
    const speechId = await database.query(insertSpeech);
    const append = () => log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
    const rename = () =>
      database.transaction((queries) => queries.updateTable("speeches").set({ title: "改" }).execute());
    const other = openSqliteFile(join(folder, "lectern.db"));
    other.exec("begin immediate");
    const appended = Promise.allSettled([append(), append()]);
    await expect(rename()).rejects.toMatchObject({ code: "storage-unavailable" });
    for (const outcome of await appended) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "storage-unavailable" } });
    }
    expect(other.prepare("select count(*) from updates").pluck().get()).toBe(0);
    other.exec("rollback");
    other.close();
    await rename();
    expect(await append()).toBe(1);
    await close();
  }, 60_000);

  it("ST-31 while the database is locked what reads is answered, and what writes goes on when it is free", async () => {
    const { database, close } = await open();
    await database.query(insertSpeech);
    const titles = () =>
      database.query((queries) => queries.selectFrom("speeches").select("title").execute());
    const other = openSqliteFile(join(folder, "lectern.db"));
    other.exec("begin immediate");
    const written: string[] = [];
    const write = (title: string) => async (queries: Queries) => {
      await queries.updateTable("speeches").set({ title }).execute();
      written.push(title);
    };
    const writes = [
      database.transaction(write("甲")),
      database.query(write("乙")),
      database.transaction(write("丙")),
    ];
    const before = await titles();
    expect(written).toEqual([]);
    other.exec("rollback");
    other.close();
    await Promise.all(writes);
    expect(written).toHaveLength(3);
    expect([before, await titles()]).toEqual([
      [{ title: expect.not.stringMatching(/[甲乙丙]/) }],
      [{ title: written.at(-1) }],
    ]);
    await close();
  });

  it("ST-31 whoever waits for the lock goes before the log's next group, which waits for a moment only", async () => {
    const { database, close } = await open();
    const speechId = await database.query(insertSpeech);
    const others = new WaitingWriters();
    const log = createSqliteLog(join(folder, "lectern.db"), others);
    const append = () => log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
    expect(await append()).toBe(1);
    others.enter();
    const at = performance.now();
    expect(await append()).toBe(2);
    expect(performance.now() - at).toBeGreaterThan(40);
    others.leave();
    expect(await append()).toBe(3);
    await log.close();
    await close();
  });

  it("ST-13 a file that can't be opened makes it unavailable until it can", async () => {
    const { database, close } = await open();
    const speechId = await database.query(insertSpeech);
    await close();
    const away = join(folder, "away");
    const log = createSqliteLog(join(away, "lectern.db"));
    const append = () => log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
    await expect(append()).rejects.toMatchObject({ code: "storage-unavailable" });
    mkdirSync(away);
    renameSync(join(folder, "lectern.db"), join(away, "lectern.db"));
    expect(await append()).toBe(1);
    await log.close();
  });
});

describe("the data folder", () => {
  /** Another process that holds the folder and says so. */
  async function holdElsewhere(): Promise<ChildProcess> {
    const program = `
      import { holdDataFolder } from "./server/data-folder.ts";
      await holdDataFolder(process.argv[1]);
      console.log("held");
      setInterval(() => undefined, 1000);`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program, folder];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    if (child.stdout === null) throw new Error("no pipe");
    await once(child.stdout, "data");
    return child;
  }

  it("ST-14 is held by one process, and free again once that is killed", async () => {
    const other = await holdElsewhere();
    await expect(holdDataFolder(folder)).rejects.toMatchObject({
      message: `Another Lectern process is using the data folder ${folder}.`,
      cause: { code: "SQLITE_BUSY" },
    });
    const gone = once(other, "exit");
    other.kill("SIGKILL");
    await gone;
    const release = await holdDataFolder(folder);
    release();
  });

  it("ST-14 is made when it's missing and can be held again after it was let go", async () => {
    const missing = join(folder, "deep", "down");
    (await holdDataFolder(missing))();
    (await holdDataFolder(missing))();
    expect(existsSync(missing)).toBe(true);
  });
});
