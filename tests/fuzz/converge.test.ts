/**
 * Random writers against the real rooms, with lost messages, dropped links, reopened tabs, failing
 * disks and power cuts in any order. SEED=… repeats a run.
 */
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { clocksWithin, deletionsWithin } from "@/components/sync/saved-snapshot";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { closeErrorOf } from "@/core/errors";
import { newPersonId } from "@/core/ids";
import { runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { SimulatedServer } from "./simulated-server";
import { SimulatedWriter } from "./simulated-writer";

const RUNS = 40;
const STEPS = 800;
/** A link that breaks in the middle of a sync is told to start over; nothing else may be refused. */
const HONEST_CLOSES = ["resync-required", "shutting-down"];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Everything that waits for a promise or a due timer happens; no real time passes. */
const settle = () => vi.advanceTimersByTimeAsync(10);

async function storedDocument(server: SimulatedServer): Promise<Y.Doc> {
  const doc = createSharedDocument();
  for (const update of (await server.disk.load(server.speechId)).updates) Y.applyUpdate(doc, update);
  return doc;
}

const textOf = (doc: Y.Doc) => JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)));

async function expectNothingLost(server: SimulatedServer, writers: readonly SimulatedWriter[]) {
  const stored = Y.snapshot(await storedDocument(server));
  for (const { shownAsSaved } of writers) {
    expect(clocksWithin(shownAsSaved.sv, stored.sv)).toBe(true);
    expect(deletionsWithin(shownAsSaved.ds, stored.ds)).toBe(true);
  }
}

async function run(seed: number) {
  const random = seededRandom(seed);
  const server = new SimulatedServer();
  const writers = Array.from({ length: 2 + random.below(4) }, () => new SimulatedWriter(newPersonId()));
  const happened = { edits: 0, offlineEdits: 0, cuts: 0, crashes: 0, failedWrites: 0 };

  async function step(): Promise<void> {
    const writer = random.pick(writers);
    const dice = random.next();
    if (dice < 0.3) {
      editAtRandom(writer.doc, random);
      happened.edits += 1;
      if (!writer.connected) happened.offlineEdits += 1;
    } else if (dice < 0.6) {
      if (random.chance(0.5)) writer.deliverToServer();
      else writer.deliverToWriter();
    } else if (dice < 0.85) {
      const fails = random.chance(0.15);
      if ((await server.finishWrite({ fails })) && fails) happened.failedWrites += 1;
    } else if (dice < 0.96) {
      if (!writer.connected) writer.connect(server.rooms, server.speechId);
    } else if (dice < 0.985) {
      writer.cut({ notice: random.chance(0.5) });
      happened.cuts += 1;
    } else if (dice < 0.993) {
      writer.reopen();
    } else {
      await server.crash(random);
      for (const other of writers) other.cut({ notice: false });
      happened.crashes += 1;
      await expectNothingLost(server, writers);
    }
    await settle();
  }
  for (let count = 0; count < STEPS; count += 1) await step();

  // The network and the disk mend: everybody comes back and everything arrives.
  async function deliverAll(): Promise<boolean> {
    let moved = await server.finishWrite({ fails: false });
    for (const writer of writers) {
      if (!writer.connected) writer.connect(server.rooms, server.speechId);
      while (writer.deliverToServer() || writer.deliverToWriter()) moved = true;
    }
    await settle();
    return moved;
  }
  let rounds = 0;
  while ((await deliverAll()) || !writers.every((writer) => writer.allSaved)) {
    rounds += 1;
    if (rounds > 2000) throw new Error("the writers never settle");
  }

  const stored = textOf(await storedDocument(server));
  for (const writer of writers) expect(textOf(writer.doc)).toBe(stored);
  await expectNothingLost(server, writers);
  const closes = writers.flatMap(({ refusals }) => refusals.map(closeErrorOf));
  expect(closes.filter((code) => code === null || !HONEST_CLOSES.includes(code))).toEqual([]);
  return { ...happened, characters: stored.length };
}

describe("random writers", () => {
  it("SY-50 converge to what is stored, and what was shown as saved survives every crash", async () => {
    const first = runSeed();
    console.log(`seeds ${first} to ${first + RUNS - 1}`);
    const totals: Record<string, number> = {};
    for (let seed = first; seed < first + RUNS; seed += 1) {
      const happened = await run(seed).catch((error: unknown) => {
        throw new Error(`SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
      });
      for (const [name, count] of Object.entries(happened)) totals[name] = (totals[name] ?? 0) + count;
    }
    console.log(JSON.stringify(totals));
    // A fuzz run that did nothing would pass as well.
    expect(totals.edits).toBeGreaterThan(RUNS * STEPS * 0.2);
    for (const name of ["offlineEdits", "cuts", "crashes", "failedWrites"]) {
      expect(totals[name], name).toBeGreaterThan(RUNS);
    }
    expect(totals.characters).toBeGreaterThan(RUNS * 500);
  }, 240_000);
});
