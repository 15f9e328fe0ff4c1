/** A log that is written where nothing more goes in. A real process, since the limit is the process's. */
import { mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildStorageProgram, type RunningProgram, type StorageProgram } from "../helpers/storage-program";

let program: StorageProgram;
let folder = "";
let running: RunningProgram | undefined;
beforeAll(async () => {
  program = await buildStorageProgram("log-on-command");
});
afterAll(() => program?.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-log-"));
});
afterEach(async () => {
  running?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Logs so many lines; resolves with the number of the last, or with nothing where the process has ended. */
function logs(started: RunningProgram): (lines: number) => Promise<string | undefined> {
  running = started;
  const answers = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return async (lines) => {
    started.stdin.write(`${lines}\n`);
    const { value } = await answers.next();
    return value;
  };
}

/** The numbers of the lines in the file that are whole. */
async function linesIn(file: string): Promise<number[]> {
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.flatMap((line) => (/^\{.*\}$/.test(line) ? [Number(JSON.parse(line).line)] : []));
}

it("OP-161 a log that takes nothing, as on a full disk, ends nothing", async () => {
  const log = logs(program.start("/dev/full"));
  expect(await log(1)).toBe("logged 1");
  expect(await log(2)).toBe("logged 3");
});

it("OP-161 what a full disk didn't take of the log is written as soon as there is room, in order", async () => {
  const file = path.join(folder, "lectern.log");
  const log = logs(program.startWithFileLimit(4, file));
  await log(100);
  const written = (await linesIn(file)).length;
  expect(written).toBeLessThan(100);
  await truncate(file);
  await log(1);
  // The line in which the disk became full lost its first half with the file.
  const first = written + 2;
  expect(await linesIn(file)).toEqual(Array.from({ length: 102 - first }, (_, at) => first + at));
});

it("OP-161 of a disk that stays full only so much is kept, the latest; later lines come whole", async () => {
  const file = path.join(folder, "lectern.log");
  const log = logs(program.startWithFileLimit(300, file));
  await log(9_000);
  expect((await linesIn(file)).length).toBeLessThan(5_000);
  await truncate(file);
  await log(1);
  const late = await linesIn(file);
  expect(late.at(-1)).toBe(9_001);
  expect(late[0]).toBeGreaterThan(7_000);
  expect(late.slice(1).every((line, at) => line === Number(late[at]) + 1)).toBe(true);
});
