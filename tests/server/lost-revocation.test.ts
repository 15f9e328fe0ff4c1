/** A right that another node withdraws while it or this one is cut off from the others. */
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { CLOSE_CODE } from "@/core/errors";
import type { Person } from "@/core/person";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { NO_REDIS, type RedisServer, startRedis } from "../helpers/redis";
import { SocketOffice } from "../helpers/socket-office";

let postgres: PostgresServer | null = null;
let redis: RedisServer | null = null;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
}, 60_000);
afterAll(() => Promise.all([postgres?.stop(), redis?.stop()]));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** As another node would write it; what it told this one is lost. */
async function takeOff(url: string, person: Person): Promise<void> {
  const database = new Client({ connectionString: url });
  await database.connect();
  await database.query("delete from members where person_id = $1", [person.id]);
  await database.end();
}

/** A node, somebody whose right will be withdrawn, and somebody else; both have a socket. */
async function twoLetIn(postgres: PostgresServer, redis: RedisServer) {
  const url = await postgres.createDatabase();
  const office = await SocketOffice.open({ env: { DATABASE_URL: url, REDIS_URL: redis.url } });
  const person = await office.colleague("withdrawn", "editor");
  const client = await office.connect(person);
  const bystander = await office.connect(office.administrator);
  expect([await client.outcome, await bystander.outcome]).toEqual(["let in", "let in"]);
  return { url, office, person, client, bystander };
}

it("SY-66 closes its sockets as soon as the node is back, and leaves the others open", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  if (redis === null) return context.skip(NO_REDIS);
  const { url, office, person, client, bystander } = await twoLetIn(postgres, redis);
  const ready = async () => (await fetch(`${office.server.url}/health/ready`)).ok;
  const untilReady = (wanted: boolean) =>
    vi.waitFor(async () => expect(await ready()).toBe(wanted), { timeout: 20_000 });
  await untilReady(true);
  await redis.kill();
  await untilReady(false);
  await takeOff(url, person);
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  await redis.start();
  expect(await client.closed).toBe(CLOSE_CODE["access-changed"]);
  expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
  bystander.socket.terminate();
  await office.close();
});

it("AC-40 closes its sockets within seconds though no node here was cut off, and a question that fails closes none", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  if (redis === null) return context.skip(NO_REDIS);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { url, office, person, client, bystander } = await twoLetIn(postgres, redis);
  await takeOff(url, person);
  const roleOf = vi
    .spyOn(office.server.runtime.speeches, "roleOf")
    .mockRejectedValue(new Error("no database"));
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(() => expect(roleOf).toHaveBeenCalledTimes(2));
  roleOf.mockRestore();
  // A round trip after the failures: they closed nothing.
  const later = await office.connect(office.administrator);
  await later.outcome;
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  vi.advanceTimersByTime(10_000);
  expect(await client.closed).toBe(CLOSE_CODE["access-changed"]);
  expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
  for (const { socket } of [bystander, later]) socket.terminate();
  await office.close();
});
