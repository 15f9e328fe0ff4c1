import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseProblem } from "@/server/database-problem";
import type { Queries } from "@/server/db/database";
import { toAppError } from "@/server/db/database-error";
import { openStorage, type Storage } from "@/server/db/storage";
import { type CuttableLink, openLink } from "../helpers/cuttable-link";
import { insertPerson, insertSpeech } from "../helpers/offices";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";

let server: PostgresServer | null = null;
let url = "";

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
beforeEach(async (context) => {
  if (server === null) context.skip(NO_POSTGRES);
  else url = await server.createDatabase();
});
afterAll(() => server?.stop());

const open = (): Promise<Storage> =>
  openStorage({ dataDir: "", databaseUrl: url, onConnectionLost: () => undefined });

/** Has no answer while holdLock()'s connection lives. */
const AT_LOCK = "select pg_advisory_lock(1)";

async function holdLock(): Promise<Client> {
  const holder = new Client({ connectionString: url });
  await holder.connect();
  await holder.query(AT_LOCK);
  return holder;
}

/** Breaks the connection that stands at a lock, as soon as one does. */
async function breakWaiting(other: Client): Promise<void> {
  let ended = 0;
  while (ended === 0) {
    const result = await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    ended = result.rowCount ?? 0;
  }
}

describe("a connection that breaks", () => {
  it("ST-09 or gives a query no answer in time is a storage that is away", async () => {
    const other = await holdLock();
    const client = new Client({ connectionString: url, query_timeout: 1 });
    await client.connect();
    const error: unknown = await client.query(AT_LOCK).catch((thrown: unknown) => thrown);
    await client.end();
    await other.end();
    expect(toAppError(error)).toMatchObject({ code: "storage-unavailable", cause: error });
    expect(String(databaseProblem(error))).toContain("can't be reached");
  });

  it("ST-09 refuses the append as storage-unavailable, stores nothing of it, and the next one goes on", async () => {
    const { database, log, close } = await open();
    const speechId = await database.query(insertSpeech);
    const append = (value: number) => log.append({ speechId, update: Uint8Array.of(value), bindings: [] });
    const other = new Client({ connectionString: url });
    await other.connect();
    // The append stands at this lock, so the moment of the break is certain.
    await other.query("begin");
    await other.query("select from speeches for update");
    const interrupted = append(1);
    interrupted.catch(() => undefined);
    await breakWaiting(other);
    await expect(interrupted).rejects.toMatchObject({ code: "storage-unavailable" });
    await other.query("rollback");
    await other.end();
    expect(await append(2)).toBe(1);
    expect((await log.load(speechId)).updates.map((update) => [...update])).toEqual([[2]]);
    await close();
  });
});

describe("a transaction whose connection breaks", () => {
  it("ST-09 fails as storage-unavailable, and takes nothing else along, the process least of all", async () => {
    const { database, close } = await open();
    const faults: unknown[] = [];
    const note = (error: unknown) => void faults.push(error);
    process.on("uncaughtExceptionMonitor", note);
    const other = await holdLock();
    const interrupted = database.transaction((queries) => sql.raw(AT_LOCK).execute(queries));
    interrupted.catch(() => undefined);
    await breakWaiting(other);
    await expect(interrupted).rejects.toMatchObject({ code: "storage-unavailable" });
    await database.query(insertPerson);
    process.off("uncaughtExceptionMonitor", note);
    expect(faults).toEqual([]);
    await other.end();
    await close();
  });
});

describe("a database behind a link", () => {
  let link: CuttableLink;
  let storage: Storage;
  let lost: string[] = [];
  beforeEach(async (context) => {
    if (server === null) return context.skip(NO_POSTGRES);
    const { pathname, searchParams } = new URL(url.replace("@/", "@local/"));
    link = await openLink(`${searchParams.get("host")}/.s.PGSQL.5432`);
    lost = [];
    storage = await openStorage({
      dataDir: "",
      databaseUrl: `postgres://lectern@127.0.0.1:${link.port}${pathname}`,
      onConnectionLost: ({ message }) => lost.push(message),
    });
  });
  afterEach(async () => {
    link.mend();
    await storage.close();
    await link.close();
  });

  it("ST-32 that falls silent fails what was asked within ten seconds, and works again when it is back", async () => {
    const { database, log } = storage;
    const speechId = await database.query(insertSpeech);
    const append = (value: number) => log.append({ speechId, update: Uint8Array.of(value), bindings: [] });
    expect(await append(1)).toBe(1);
    link.silence();
    const asked = performance.now();
    await expect(append(2)).rejects.toMatchObject({ code: "storage-unavailable" });
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(lost).toContain("the database is silent");
    link.mend();
    expect(await append(3)).toBe(2);
  }, 30_000);

  it("ST-18 that breaks before its answer has a batch once, however often that is sent", async () => {
    const { database, log } = storage;
    const speechId = await database.query(insertSpeech);
    const personId = await database.query(insertPerson);
    const removals = [{ clientId: 7, clock: 0, length: 2, personId, carriedTo: null }];
    const entry = (batch: string) => ({ speechId, batch, update: Uint8Array.of(1), bindings: [], removals });
    const other = new Client({ connectionString: url });
    await other.connect();
    // The append stands at this lock, and goes on behind it with nobody to tell.
    await other.query("begin");
    await other.query("select from speeches for update");
    const waiting = async (count: number) => {
      // Else a transaction sees one moment of it for ever.
      await other.query("select pg_stat_clear_snapshot()");
      const { rows } = await other.query<{ count: string }>(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      expect(Number(rows[0]?.count)).toBe(count);
    };
    const interrupted = log.append(entry("one"));
    interrupted.catch(() => undefined);
    await vi.waitFor(() => waiting(1), 10_000);
    link.cut();
    await expect(interrupted).rejects.toMatchObject({ code: "storage-unavailable" });
    link.mend();
    const again = log.append(entry("one"));
    await vi.waitFor(() => waiting(2), 10_000);
    await other.query("rollback");
    await other.end();
    expect(await again).toBe(1);
    expect(await log.append({ ...entry("one"), clocks: [{ clientId: 7, from: 0, to: 1 }] })).toBe(1);
    expect((await log.load(speechId)).updates).toHaveLength(1);
    // Another one is another one, whatever it holds.
    expect(await log.append(entry("other"))).toBe(2);
    const kept = await database.query((queries) => queries.selectFrom("removals").select("seq").execute());
    expect(kept.map(({ seq }) => Number(seq))).toEqual([1, 2]);
  }, 30_000);

  it("ST-18 that breaks before its answer says that a batch is stored although the speech was closed since", async () => {
    const { database, log } = storage;
    const speechId = await database.query(insertSpeech);
    const entry = (batch: string) => ({ speechId, batch, update: Uint8Array.of(1), bindings: [] });
    expect(await log.append(entry("one"))).toBe(1);
    await database.query((queries) => queries.updateTable("speeches").set({ stage: "final" }).execute());
    expect(await log.append(entry("one"))).toBe(1);
    await expect(log.append(entry("other"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("several nodes", () => {
  it("ST-46 one that stands still in a transaction lets go of the speech, and fails when it goes on", async () => {
    const [frozen, other] = await Promise.all([open(), open()]);
    const speechId = await other.database.query(insertSpeech);
    let locked = () => {};
    const holds = new Promise<void>((resolve) => {
      locked = resolve;
    });
    let goOn = () => {};
    const thaw = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const rename = (queries: Queries, title: string) =>
      queries.updateTable("speeches").set({ title }).where("id", "=", speechId).execute();
    const interrupted = frozen.database.transaction(async (queries) => {
      await rename(queries, "停住的一台写的");
      locked();
      await thaw;
      await rename(queries, "又走起来写的");
    });
    interrupted.catch(() => undefined);
    await holds;
    expect(await other.log.append({ speechId, update: Uint8Array.of(1), bindings: [] })).toBe(1);
    goOn();
    await expect(interrupted).rejects.toMatchObject({ code: "storage-unavailable" });
    // With a connection of its own again, and nothing of what it had begun.
    await frozen.database.query((queries) => rename(queries, "另取的题目"));
    await Promise.all([frozen.close(), other.close()]);
  }, 40_000);

  it("ST-01 take their seqs of one speech from one count", async () => {
    // Opened at once: one of them creates the tables and the other waits for it.
    const nodes = await Promise.all([open(), open()]);
    const [node] = nodes;
    const speechId = await node.database.query(insertSpeech);
    const seqs = await Promise.all(
      nodes.flatMap(({ log }) =>
        Array.from({ length: 50 }, (_, value) =>
          log.append({ speechId, update: Uint8Array.of(value), bindings: [] }),
        ),
      ),
    );
    expect(seqs.sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    await Promise.all(nodes.map(({ close }) => close()));
  });

  it("ST-48 one that starts while another migrates waits for it, for longer than a query may take", async () => {
    const other = new Client({ connectionString: url });
    await other.connect();
    // Kysely's lock, which a node holds while it migrates.
    await other.query("select pg_advisory_lock(3853314791062309107)");
    const queryLimitMs = 50;
    const starting = openStorage({
      dataDir: "",
      databaseUrl: url,
      onConnectionLost: () => undefined,
      queryLimitMs,
    });
    starting.catch(() => undefined);
    for (let waits = false; !waits; ) {
      const { rowCount } = await other.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory'
         and clock_timestamp() - query_start > $1 * interval '1 ms'`,
        [4 * queryLimitMs],
      );
      waits = rowCount === 1;
    }
    await other.end();
    await (await starting).close();
  });

  it("ST-16 fill the clocks of a client id once: of two that do so at once one is refused, with its text", async () => {
    const nodes = await Promise.all([open(), open()]);
    const [node, late] = nodes;
    const speechId = await node.database.query(insertSpeech);
    const personId = await node.database.query(insertPerson);
    const clientId = 7;
    const fill = ({ log }: Storage, from: number, value: number) =>
      log.append({
        speechId,
        update: Uint8Array.of(from, value),
        bindings: from === 0 ? [{ clientId, personId }] : [],
        clocks: [{ clientId, from, to: from + 5 }],
      });
    for (let from = 0; from < 100; from += 5) {
      const outcomes = await Promise.allSettled([fill(node, from, 0), fill(late, from, 1)]);
      const stored = outcomes.findIndex(({ status }) => status === "fulfilled");
      expect(outcomes[1 - stored]).toMatchObject({ reason: { code: "resync-required" } });
      const { updates } = await node.log.load(speechId);
      expect(updates).toHaveLength(from / 5 + 1);
      expect([...(updates.at(-1) ?? [])]).toEqual([from, stored]);
    }
    // A node that is a row behind, and one that isn't.
    await expect(fill(late, 90, 1)).rejects.toMatchObject({ code: "resync-required" });
    expect(await fill(late, 100, 1)).toBe(21);
    await Promise.all(nodes.map(({ close }) => close()));
  });
});
