/**
 * Three nodes on one PostgreSQL and one Redis, a writer at each. Every part dies in turn by `kill -9`
 * while people type, and comes back. SEED=… repeats a run as far as the machine's timing allows.
 */
import { expect, test } from "@playwright/test";
import pg from "pg";
import * as Y from "yjs";
import { clocksWithin, deletionsWithin } from "@/components/sync/saved-snapshot";
import { createSharedDocument } from "@/core/document/shared-document";
import { openLink } from "../helpers/cuttable-link";
import { NodeWriter } from "../helpers/node-writer";
import { Office } from "../helpers/office";
import { NO_POSTGRES, startPostgres } from "../helpers/postgres";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { NO_REDIS, startRedis } from "../helpers/redis";
import { QUICK_PASSWORDS, ServerProcess } from "../helpers/server-process";
import { shownText } from "../helpers/stored-speech";
import { Visitor } from "../helpers/visitor";

const TYPING_INTERVAL_MS = 5;

/** Everybody types so many edits, one after the other. */
function type(writers: readonly NodeWriter[], random: Random, edits: number): Promise<void> {
  let rest = edits;
  return new Promise((resolve) => {
    const typing = setInterval(() => {
      editAtRandom(random.pick(writers).doc, random);
      rest -= 1;
      if (rest > 0) return;
      clearInterval(typing);
      resolve();
    }, TYPING_INTERVAL_MS);
  });
}

async function storedIn(databaseUrl: string, speechId: string): Promise<Y.Doc> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ bytes: Uint8Array }>(
    "select bytes from updates where speech_id = $1 order by seq",
    [speechId],
  );
  await client.end();
  const doc = createSharedDocument();
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

test("SY-67 nodes, Redis and PostgreSQL die in turn: nothing saved is lost, everybody converges", async () => {
  test.setTimeout(300_000);
  const postgres = await startPostgres();
  test.skip(postgres === null, NO_POSTGRES);
  const redis = await startRedis();
  test.skip(redis === null, NO_REDIS);
  if (postgres === null || redis === null) return;
  const seed = runSeed();
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const link = await openLink(redis.url);
  const databaseUrl = await postgres.createDatabase();
  const settings = { DATABASE_URL: databaseUrl, SESSION_SECRET: "one secret for all three nodes, 32+" };
  const nodes: ServerProcess[] = [];
  const writers: NodeWriter[] = [];
  try {
    for (const REDIS_URL of [redis.url, redis.url, `redis://127.0.0.1:${link.port}`]) {
      nodes.push(await ServerProcess.start({ ...settings, REDIS_URL, NODE_OPTIONS: QUICK_PASSWORDS }));
    }
    const [first, second, third] = nodes as [ServerProcess, ServerProcess, ServerProcess];
    const office = await Office.open(first.url);
    const chief = await office.colleague("chief");
    const speech = await office.speech(chief, { title: "多机演练" });
    for (const node of nodes) {
      const visitor = new Visitor(node.url);
      await visitor.signIn("chief", chief.password);
      writers.push(new NodeWriter({ ...chief, visitor }, speech.id));
    }
    const everybodySaved = () =>
      expect
        .poll(() => writers.every((writer) => writer.allSaved), { timeout: 30_000, intervals: [20] })
        .toBe(true);
    const converged = () =>
      expect
        .poll(() => new Set(writers.map(({ doc }) => shownText(doc))).size, {
          timeout: 30_000,
          intervals: [50],
        })
        .toBe(1);
    const nodeFault = (node: ServerProcess) => ({ strike: () => node.kill(), mend: () => node.restart() });
    const faults = {
      "the first node": nodeFault(first),
      "the second node": nodeFault(second),
      "the third node": nodeFault(third),
      Redis: { strike: () => redis.kill(), mend: () => redis.start() },
      "the third node's way to Redis": { strike: async () => link.cut(), mend: async () => link.mend() },
      PostgreSQL: { strike: () => postgres.kill(), mend: () => postgres.start() },
    };
    await everybodySaved();
    for (const [name, { strike, mend }] of Object.entries(faults)) {
      await type(writers, random, 60);
      const shown = writers.map(({ shownAsSaved }) => shownAsSaved);
      await strike();
      await type(writers, random, 60);
      await mend();
      await type(writers, random, 20);
      await everybodySaved();
      await converged();
      const stored = await storedIn(databaseUrl, speech.id);
      for (const saved of shown) {
        expect(clocksWithin(saved.sv, Y.snapshot(stored).sv), `${name}: text`).toBe(true);
        expect(deletionsWithin(saved.ds, Y.snapshot(stored).ds), `${name}: deletions`).toBe(true);
      }
      expect(shownText(stored), name).toBe(shownText((writers[0] as NodeWriter).doc));
      expect(
        writers.map(({ refusal }) => refusal),
        name,
      ).toEqual([null, null, null]);
    }
  } finally {
    for (const writer of writers) writer.close();
    for (const node of nodes) await node.stop();
    await link.close();
    await redis.stop();
    await postgres.stop();
  }
});
