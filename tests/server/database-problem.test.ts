/** What the person at the terminal is told when the database can't be had. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { buildServer } from "@/server/build";
import { readConfig } from "@/server/config";
import { databaseProblem } from "@/server/database-problem";
import { StartError } from "@/server/start-error";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-problem-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (env: Readonly<Record<string, string>> = {}) =>
  buildServer({
    config: readConfig({ NODE_ENV: "test", PORT: "0", DATA_DIR: folder, ...env }),
    nextFolder: null,
    logger: pino({ level: "silent" }),
  });

it("OP-26 a file that is no database is told in a sentence", async () => {
  await writeFile(path.join(folder, "lectern.db"), Buffer.alloc(20_000, "no database"));
  const failure = await start().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartError);
  expect(String(failure)).toContain("lectern.db is damaged, or no database");
});

it("OP-26 a PostgreSQL where nobody listens is told in a sentence", async () => {
  // A port that was free a moment ago.
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
  const env = { DATABASE_URL: `postgres://127.0.0.1:${port}/lectern`, SESSION_SECRET: "s".repeat(40) };
  const failure = await start(env).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartError);
  expect(String(failure)).toContain("can't be reached");
});

it.each([
  ["SQLITE_FULL", "database or disk is full", /disk with the data folder is full/],
  // SQLite's word on a full disk where it maps its shared memory.
  ["SQLITE_IOERR_SHMSIZE", "disk I/O error", /can't be read or written/],
  ["ENOSPC", "no space left on device", /disk with the data folder is full/],
  ["SQLITE_CORRUPT_INDEX", "malformed", /damaged/],
  ["SQLITE_BUSY_SNAPSHOT", "locked", /locked/],
  ["28P01", "password authentication failed", /refuses: password authentication failed/],
  ["3D000", "no such database", /refuses/],
  ["57014", "canceling statement due to statement timeout", /took too long/],
  ["53100", "could not extend file", /disk of the database of DATABASE_URL is full/],
  ["57P01", "terminating connection due to administrator command", /ended the connection/],
  ["25P03", "terminating connection due to idle-in-transaction timeout", /ended the connection/],
  ["", "Connection terminated unexpectedly", /ended the connection/],
  // What pg says of every query after the one that heard of the end.
  ["", "Client has encountered a connection error and is not queryable", /ended the connection/],
  ["", "timeout exceeded when trying to connect", /can't be reached/],
  ["", "Query read timeout", /can't be reached/],
  ["ECONNREFUSED", "", /can't be reached \(ECONNREFUSED\)/],
])("OP-26 %s is known, wrapped too", (code, message, sentence) => {
  const error = Object.assign(new Error(message), { code });
  const wrapped = new AppError("storage-unavailable", message);
  wrapped.cause = error;
  for (const given of [error, wrapped]) {
    expect(databaseProblem(given)).toMatchObject({
      name: "StartError",
      message: expect.stringMatching(sentence),
    });
  }
});

it("OP-26 a fault of the program stays one", () => {
  const fault = Object.assign(new Error("no such column"), { code: "SQLITE_ERROR" });
  expect(databaseProblem(fault)).toBe(fault);
});
