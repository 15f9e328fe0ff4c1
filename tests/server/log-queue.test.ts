/** What waits for PostgreSQL. SQLite's is in storage-sqlite.test.ts. */
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { openStorage } from "@/server/db/storage";
import { insertSpeech } from "../helpers/offices";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";

let server: PostgresServer | null = null;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

it("ST-12 past the limit of what waits for PostgreSQL, of all speeches, an append is refused, then taken again", async (context) => {
  if (server === null) return context.skip(NO_POSTGRES);
  const url = await server.createDatabase();
  const { database, log, close } = await openStorage({
    dataDir: "",
    databaseUrl: url,
    onConnectionLost: () => undefined,
  });
  const speeches = [await database.query(insertSpeech), await database.query(insertSpeech)] as const;
  const append = (speech: 0 | 1, update: Uint8Array) =>
    log.append({ speechId: speeches[speech], update, bindings: [] });
  const half = new Uint8Array(LIMITS.logQueueBytes / 2);
  const other = new Client({ connectionString: url });
  await other.connect();
  // All appends stand at this lock.
  await other.query("begin");
  await other.query("select from speeches for update");
  const fitting = [append(0, half), append(1, half)];
  await expect(append(1, Uint8Array.of(1))).rejects.toMatchObject({ code: "storage-unavailable" });
  await expect(log.compact(speeches[0], 1, Uint8Array.of(1))).rejects.toMatchObject({
    code: "storage-unavailable",
  });
  await other.query("rollback");
  await other.end();
  expect(await Promise.all(fitting)).toEqual([1, 1]);
  expect(await append(1, Uint8Array.of(1))).toBe(2);
  await close();
}, 120_000);
