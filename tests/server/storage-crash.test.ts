/** SQLite under `kill -9` and on a disk that takes no more, with real processes. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SpeechId } from "@/core/ids";
import { prepareLogStatements } from "@/server/db/log-statements";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { openStorage } from "@/server/db/storage";
import { insertSpeech } from "../helpers/offices";
import { runSeed, seededRandom } from "../helpers/random";
import { buildStorageProgram, type RunningProgram, type StorageProgram } from "../helpers/storage-program";

const ROUNDS = 30;
/** Linux lists who holds which lock. */
const HAS_LOCK_TABLE = existsSync("/proc/locks");

let folder = "";
let path = "";
let program: StorageProgram | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-crash-"));
  path = join(folder, "lectern.db");
});
afterEach(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function makeSpeeches(count: number): Promise<SpeechId[]> {
  const storage = await openStorage({
    dataDir: folder,
    databaseUrl: undefined,
    onConnectionLost: () => undefined,
  });
  const speeches: SpeechId[] = [];
  for (let made = 0; made < count; made++) speeches.push(await storage.database.query(insertSpeech));
  await storage.close();
  return speeches;
}

/** Every record on disk, read by a fresh connection; the file must be whole. */
function storedRecords(speeches: readonly SpeechId[]): number[] {
  const connection = openSqliteFile(path);
  const { load } = prepareLogStatements(connection);
  const rows = speeches.flatMap((speechId) => load(speechId, 0).updates);
  const check = connection.pragma("quick_check", { simple: true });
  connection.close();
  expect(check).toBe("ok");
  return rows.flatMap((row) => [...new Uint32Array(Uint8Array.from(row).buffer)]);
}

/** Lets it acknowledge so many records, then kills it; returns all that it had acknowledged. */
async function killAfter(child: RunningProgram, acknowledgements: number): Promise<number[]> {
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    acknowledged.push(Number(line));
    if (acknowledged.length === acknowledgements) child.kill("SIGKILL");
  });
  const [[, signal]] = await Promise.all([once(child, "exit"), once(lines, "close")]);
  expect(signal).toBe("SIGKILL"); // and not a fault of its own before
  return acknowledged;
}

describe("kill -9", () => {
  it(`ST-08 what was acknowledged is there after each of ${ROUNDS} kills at random moments`, async () => {
    const seed = runSeed();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    program = await buildStorageProgram("append-until-killed");
    const speeches = await makeSpeeches(3);
    const acknowledged = new Set<number>();
    let next = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const child = program.start(path, String(next), speeches.join(","));
      const records = await killAfter(child, 1 + random.below(150));
      for (const record of records) acknowledged.add(record);
      const stored = storedRecords(speeches);
      expect(stored).toHaveLength(new Set(stored).size);
      expect([...acknowledged].filter((record) => !new Set(stored).has(record))).toEqual([]);
      next = Math.max(...stored) + 1;
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
  }, 180_000);
});

/** Whether this process holds a lock for reading on the file; the lines are those of proc(5). */
function holdsReadLock(pid: number, file: string): boolean {
  const { ino } = statSync(file);
  return readFileSync("/proc/locks", "utf8")
    .split("\n")
    .some((line) => new RegExp(`POSIX +ADVISORY +READ ${pid} \\S+:${ino} `).test(line));
}

describe("another program that looks into the file", () => {
  // What SQLite before 3.51 does when it closes a file that nobody else seems to have open.
  it.runIf(HAS_LOCK_TABLE)(
    "ST-49 finds it in use, and so doesn't take the log away, when the log's thread has opened it too",
    async () => {
      program = await buildStorageProgram("append-on-command");
      const [speechId = ""] = await makeSpeeches(1);
      const child = program.start(path, speechId);
      const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      child.stdin.write("1 100\n");
      expect((await answers.next()).value).toBe("1 ok");
      expect(holdsReadLock(child.pid ?? 0, path)).toBe(true);
      child.stdin.end();
      await once(child, "exit");
      expect(holdsReadLock(child.pid ?? 0, path)).toBe(false);
    },
  );
});

describe("a disk that takes no more", () => {
  it("ST-09 refuses as storage-unavailable, stores nothing of it, and goes on when there is room", async () => {
    program = await buildStorageProgram("append-on-command");
    const [speechId = ""] = await makeSpeeches(1);
    const child = program.startWithFileLimit(512, path, speechId);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (record: number, size: number) => {
      child.stdin.write(`${record} ${size}\n`);
      return (await answers.next()).value;
    };
    expect(await ask(1, 100)).toBe("1 ok");
    expect(await ask(2, 1_000_000)).toBe("2 storage-unavailable");
    expect(await ask(3, 100)).toBe("3 ok");
    const raised = spawnSync("prlimit", ["--pid", String(child.pid), "--fsize=unlimited"]);
    expect(raised.status).toBe(0);
    expect(await ask(4, 1_000_000)).toBe("4 ok");
    child.stdin.end();
    await once(child, "exit");

    const connection = openSqliteFile(path);
    const { updates } = prepareLogStatements(connection).load(speechId as SpeechId, 0); // made above
    connection.close();
    expect(updates.map((update) => [update.length, update[0]])).toEqual([
      [100, 1],
      [100, 3],
      [1_000_000, 4],
    ]);
  });
});
