/** An import that dies on the way. Real processes: the built command, ended by `kill -9` in the middle of its file. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, open, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Kysely } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { LecternSqliteDialect } from "@/server/db/sqlite-dialect";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { openStorage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { exportArchive } from "@/server/transfer/export-archive";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { seededRandom } from "../helpers/random";

/** What a pipe holds that nobody has read, on Linux by default. */
const PIPE_BYTES = 65_536;
const nothing = () => {};

let postgres: PostgresServer | null = null;
let folder = "";
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-killed-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An archive that fills several pipes, packed as it is. */
async function archive(): Promise<string> {
  const from = path.join(folder, "from");
  await mkdir(from);
  const storage = await openStorage({ dataDir: from, databaseUrl: undefined, onConnectionLost: nothing });
  const random = seededRandom(1);
  const name = () =>
    Array.from({ length: 80 }, () => String.fromCharCode(0x4e00 + random.below(20_000))).join("");
  for (let batch = 0; batch < 40; batch += 1) {
    const values = Array.from({ length: 100 }, () => ({ speaker: name(), size: 30 }));
    await storage.database.query((queries) => queries.insertInto("reading_copies").values(values).execute());
  }
  const file = path.join(folder, "office.lectern");
  const dialect = new LecternSqliteDialect(openSqliteFile(path.join(from, "lectern.db")));
  const source = { kind: "sqlite", kysely: new Kysely<Tables>({ dialect }) } as const;
  await exportArchive(source, file, nothing);
  await source.kysely.destroy();
  await storage.close();
  return file;
}

function importData(file: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["dist/transfer.js", "import-data", file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function outcomeOf(child: ChildProcess): Promise<{ code: number | null; printed: string }> {
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (printed += chunk));
  const [code] = await once(child, "close");
  return { code, printed };
}

/** Gives it two thirds of the file through a pipe, and kills it when it has read half. */
async function killHalfway(file: string, env: Readonly<Record<string, string>>): Promise<void> {
  const bytes = await readFile(file);
  expect(bytes.length).toBeGreaterThan(PIPE_BYTES * 6);
  const pipe = path.join(folder, "pipe.lectern");
  await promisify(execFile)("mkfifo", [pipe]);
  const child = importData(pipe, env);
  const ended = outcomeOf(child);
  const writing = await open(pipe, "w");
  // Resolves when all but what the pipe holds has been read.
  await writing.writeFile(bytes.subarray(0, Math.floor((bytes.length * 2) / 3)));
  child.kill("SIGKILL");
  expect((await ended).code).toBeNull();
  await writing.close();
}

it.for(["SQLite", "PostgreSQL"])(
  "OP-22 an import into %s that is killed halfway has stored nothing, and the next one goes in whole",
  { timeout: 120_000 },
  async (kind, context) => {
    if (kind === "PostgreSQL" && postgres === null) return context.skip(NO_POSTGRES);
    const file = await archive();
    const env = {
      DATA_DIR: path.join(folder, "to"),
      ...(kind === "PostgreSQL" &&
        postgres !== null && {
          DATABASE_URL: await postgres.createDatabase(),
          SESSION_SECRET: "s".repeat(40),
        }),
    };
    await killHalfway(file, env);
    const whole = await outcomeOf(importData(file, env));
    expect(whole.printed).toContain("4000 reading_copies");
    expect(whole.code).toBe(0);
    // The twin that is refused: by now there is something in it.
    const again = await outcomeOf(importData(file, env));
    expect(again.printed).toContain("isn't empty");
    expect(again.code).toBe(1);
  },
);
