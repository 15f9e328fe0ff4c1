/** A PostgreSQL that is slow, and isn't silent. */
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openPostgresPool } from "@/server/db/postgres-pool";
import { PostgresPulse } from "@/server/db/postgres-pulse";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";

let server: PostgresServer | null = null;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

it("ST-32 a database that takes long for its answers isn't taken for silent", async (context) => {
  if (server === null) return context.skip(NO_POSTGRES);
  const url = await server.createDatabase();
  const lost: string[] = [];
  const beatMs = 50;
  const pulse = new PostgresPulse(url, () => lost.push("silent"), beatMs);
  const pool = await openPostgresPool(url, () => undefined, { stream: pulse.stream });
  pulse.watch(pool);
  const other = new Client({ connectionString: url });
  await other.connect();
  // The query stands at this lock.
  await other.query("select pg_advisory_lock(1)");
  const questions = vi.spyOn(Client.prototype, "query");
  const slow = pool.query<{ held: string }>("select pg_advisory_lock(1)::text || 'held' as held");
  await once(pool, "acquire");
  expect(pulse.isBeating).toBe(true);
  // As long as five silences.
  const asked = () => questions.mock.calls.filter(([text]) => String(text) === "select 1").length;
  await vi.waitUntil(() => asked() >= 20, { interval: 5, timeout: 20_000 });
  questions.mockRestore();
  expect(lost).toEqual([]);
  await other.end();
  expect((await slow).rows).toEqual([{ held: "held" }]);
  expect(lost).toEqual([]);
  // Nobody waits for anything, and nothing runs.
  expect(pulse.isBeating).toBe(false);
  pulse.stop();
  await pool.end();
});
