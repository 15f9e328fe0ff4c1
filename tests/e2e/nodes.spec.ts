/**
 * Three nodes on one PostgreSQL and one Redis, a writer at each and one who is sent to any of them. Every part
 * dies in turn by `kill -9` while people type, and comes back. SEED=… repeats a run as far as the machine's
 * timing allows.
 */
import { expect, test } from "@playwright/test";
import * as Y from "yjs";
import { clocksWithin, deletionsWithin } from "@/components/sync/saved-snapshot";
import { type Balancer, openBalancer } from "../helpers/balancer";
import { openLink } from "../helpers/cuttable-link";
import { typeOn } from "../helpers/node-typing";
import { NodeWriter } from "../helpers/node-writer";
import { Office } from "../helpers/office";
import { NO_POSTGRES, startPostgres } from "../helpers/postgres";
import { runSeed, seededRandom } from "../helpers/random";
import { NO_REDIS, startRedis } from "../helpers/redis";
import { QUICK_PASSWORDS, ServerProcess } from "../helpers/server-process";
import { shownText, storedInPostgres } from "../helpers/stored-speech";
import { Visitor } from "../helpers/visitor";

interface Fault {
  /** Who has just been shown all of theirs as saved when it strikes. */
  readonly shown: NodeWriter;
  strike(): Promise<void>;
  mend(): Promise<void>;
}

test("SY-67 nodes, Redis and PostgreSQL die in turn under typing: nothing saved is lost, everybody goes on and converges", async () => {
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
  const balancers: Balancer[] = [];
  try {
    for (const REDIS_URL of [redis.url, redis.url, `redis://127.0.0.1:${link.port}`]) {
      nodes.push(await ServerProcess.start({ ...settings, REDIS_URL, NODE_OPTIONS: QUICK_PASSWORDS }));
    }
    const [first, second, third] = nodes as [ServerProcess, ServerProcess, ServerProcess];
    const office = await Office.open(first.url);
    const chief = await office.colleague("chief");
    const speech = await office.speech(chief, { title: "多机演练" });
    const balancer = await openBalancer(nodes.map(({ url }) => url));
    balancers.push(balancer);
    for (const { url } of [...nodes, balancer]) {
      const visitor = new Visitor(url);
      await visitor.signIn("chief", chief.password);
      writers.push(new NodeWriter({ ...chief, visitor }, speech.id));
    }
    const [atFirst, atSecond, atThird, sentAnywhere] = writers as [
      NodeWriter,
      NodeWriter,
      NodeWriter,
      NodeWriter,
    ];
    const everybodySaved = () =>
      expect
        .poll(() => writers.every((writer) => writer.allSaved), { timeout: 30_000, intervals: [20] })
        .toBe(true);
    /** All on what is stored: a server's own edit, which puts back what crossed, may come behind what all agreed on. */
    const converged = (name: string) =>
      expect
        .poll(
          async () => {
            const stored = await storedInPostgres(databaseUrl, speech.id);
            return new Set([stored, ...writers.map(({ doc }) => doc)].map(shownText)).size;
          },
          { message: name, timeout: 30_000, intervals: [50] },
        )
        .toBe(1);
    const shownAsSaved = () => writers.map((writer) => writer.shownAsSaved);
    /** Before anybody comes back and could bring again what was lost. */
    const expectStored = async (name: string, shown: readonly Y.Snapshot[]) => {
      const stored = Y.snapshot(await storedInPostgres(databaseUrl, speech.id));
      for (const saved of shown) {
        expect(clocksWithin(saved.sv, stored.sv), `${name}: text`).toBe(true);
        expect(deletionsWithin(saved.ds, stored.ds), `${name}: deletions`).toBe(true);
      }
    };
    const expectAgreement = async (name: string) => {
      const typing = typeOn(writers, random);
      await typing.edits(20);
      typing.stop();
      await everybodySaved();
      await converged(name);
      const refusals = writers.map(({ refusal }) => refusal);
      expect(refusals, name).toEqual(writers.map(() => null));
    };
    const nodeFault = (node: ServerProcess, shown: NodeWriter) => ({
      shown,
      strike: () => node.kill(),
      mend: () => node.restart(),
    });
    const faults: Record<string, Fault> = {
      "the first node": nodeFault(first, atFirst),
      "the second node": nodeFault(second, atSecond),
      "the third node": nodeFault(third, atThird),
      Redis: { shown: atSecond, strike: () => redis.kill(), mend: () => redis.start() },
      "the third node's way to Redis": {
        shown: atThird,
        strike: async () => link.cut(),
        mend: async () => link.mend(),
      },
    };
    await everybodySaved();
    const { connections } = sentAnywhere;
    for (const [name, { shown, strike, mend }] of Object.entries(faults)) {
      const typing = typeOn(writers, random);
      await typing.edits(60);
      await typing.midst(shown);
      const struck = strike();
      balancer.shut();
      await struck;
      await expectStored(name, shownAsSaved());
      balancer.reopen();
      await typing.edits(60);
      // Whoever is sent to any of them goes on at another.
      await expect.poll(() => sentAnywhere.connected, { timeout: 30_000, intervals: [20] }).toBe(true);
      typing.stop();
      await mend();
      await expectAgreement(name);
    }

    const typing = typeOn(writers, random);
    await typing.edits(60);
    await typing.midst(sentAnywhere);
    // Whichever node it was at, that one has died since.
    expect(sentAnywhere.connections).toBeGreaterThan(connections);
    await postgres.kill();
    await typing.edits(60);
    typing.stop();
    for (const writer of writers) writer.disconnect();
    // What is shown as saved while there is no database counts too.
    const shown = shownAsSaved();
    await postgres.start();
    await expectStored("PostgreSQL", shown);
    for (const writer of writers) writer.connect();
    await expectAgreement("PostgreSQL");
  } finally {
    for (const writer of writers) writer.close();
    for (const balancer of balancers) await balancer.close();
    for (const node of nodes) await node.stop();
    await link.close();
    await redis.stop();
    await postgres.stop();
  }
});
