/** A log that is written where nothing more goes in. A real process, since the limit is the process's. */
import { mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { errorAnswer } from "@/server/http/answer";
import type { Runtime } from "@/server/runtime";
import { keepingLogger } from "../helpers/keeping-logger";
import { buildStorageProgram, type RunningProgram, type StorageProgram } from "../helpers/storage-program";

/** As in server/logger.ts. */
const WAITING_BYTES = 256 * 1024;

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

/** Logs so many lines, with letters besides; resolves with the number of the last, or with nothing where the process has ended. */
function logs(started: RunningProgram): (lines: number, letters?: number) => Promise<string | undefined> {
  running = started;
  const answers = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return async (lines, letters = 0) => {
    started.stdin.write(`${lines} ${letters}\n`);
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
  const whole = (await readFile(file, "utf8")).split("\n");
  const begun = whole.pop() ?? "";
  expect(whole.length).toBeLessThan(5_000);
  await truncate(file);
  await log(1);
  const late = await linesIn(file);
  expect(late.at(-1)).toBe(9_001);
  expect(late.slice(1).every((line, at) => line === Number(late[at]) + 1)).toBe(true);
  // The line for which there was no more room is kept, and what came behind it.
  const length = Buffer.byteLength(`${whole.at(-1)}\n`);
  const rest = length - Buffer.byteLength(begun);
  const given = whole.length + 1 + Math.floor((WAITING_BYTES - rest) / length);
  expect(late[0]).toBe(given + 1);
});

it("OP-161 of a disk that stays full the newest line is kept and not the older ones", async () => {
  const file = path.join(folder, "lectern.log");
  const log = logs(program.startWithFileLimit(300, file));
  await log(2, 150_000);
  await log(2, 120_000);
  await log(1, 100_000);
  await truncate(file);
  await log(1);
  expect(await linesIn(file)).toEqual([5, 6]);
});

it("OP-161 where a disk got room between two lines, nothing that waited is given up", async () => {
  const file = path.join(folder, "lectern.log");
  const log = logs(program.startWithFileLimit(300, file));
  await log(2, 150_000);
  await log(2, 120_000);
  await truncate(file);
  // More than may wait together.
  await log(1, 50_000);
  await log(1);
  // The third had its first half taken with the file.
  expect(await linesIn(file)).toEqual([4, 5, 6]);
});

it("OP-161 a line longer than all that may wait is written, and the lines around it whole", async () => {
  const file = path.join(folder, "lectern.log");
  const log = logs(program.start(file));
  await log(1);
  await log(1, 300_000);
  await log(2);
  expect(await linesIn(file)).toEqual([1, 2, 3, 4]);
  expect((await readFile(file, "utf8")).split("\n")).toHaveLength(5);
});

it("OP-161 a refused request's line holds only the beginning of what was sent", () => {
  const log = keepingLogger();
  const error = new AppError("invalid-input", `unknown key: ${"x".repeat(300_000)}`);
  errorAnswer(error, new Request("http://localhost/api/speeches"), log as unknown as Runtime["log"]);
  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]?.fields.detail).toMatch(/^unknown key: x{100,1000}$/);
});
