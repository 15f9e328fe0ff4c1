/** Who made each of 500 changes: what naming them adds to a comparison, and what the event loop notices. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import * as Y from "yjs";
import { readOrigins } from "@/core/authors/origins";
import { encodeRemovals, type Removal } from "@/core/authors/removals";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId } from "@/core/ids";
import { createComparer } from "@/server/compare/comparer";
import type { Traces } from "@/server/compare/name-changers";
import { decodeUpdate } from "@/server/sync/decode-update";
import { LiveDocument } from "@/server/sync/live-document";
import { RemovedText } from "@/server/sync/removed-text";
import { documentIn } from "@/server/sync/snapshot";
import type { Random } from "../../helpers/random";
import { writeText } from "../../helpers/shared-edit";
import { speechOf, withChanges } from "./speech-of";

const CHARACTERS = 30_000;
/** One at a time, as people make them. */
const CHANGES = 500;
const PEOPLE = 5;
const ROUNDS = 9;

export async function measureNaming(random: Random): Promise<void> {
  const { before, after, traces, removed } = writtenByPeople(random);
  const bytes = traces.removals.reduce((sum, { bytes: { length } }) => sum + length, 0);
  const comparer = createComparer();
  try {
    const { changers } = await comparer.compare(before, after, traces); // the thread's start
    const named = (changers ?? []).filter((people) => people.length > 0).length;
    const without = await medianOf(() => comparer.compare(before, after));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const withNames = await medianOf(() => comparer.compare(before, after, traces));
    delay.disable();
    console.log(
      `  naming        ${withNames.toFixed(1)} ms with who made ${named} of ${changers?.length} changes, ${without.toFixed(1)} without; the server's own loop is held up p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, at most ${(delay.max / 1e6).toFixed(1)} ms; ${removed} removals in ${bytes} bytes`,
    );
  } finally {
    await comparer.close();
  }
}

/** Two texts, and what a room that took the changes in one after the other has kept of them. */
function writtenByPeople(random: Random) {
  const people = Array.from({ length: PEOPLE }, (_, index) => ({ clientId: index + 1, id: newPersonId() }));
  const page = createSharedDocument();
  let document = speechOf(CHARACTERS, random);
  writeText(page, documentSchema().nodeFromJSON(document));
  const live = new LiveDocument([Y.encodeStateAsUpdate(page)]);
  const removedText = new RemovedText(live);
  const before = documentIn(page);
  const origins = readOrigins(page.getXmlFragment(FRAGMENT));
  const stateVector = Y.encodeStateVector(page);
  const removals: Removal[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const { clientId, id } = random.pick(people);
    page.clientID = clientId;
    document = withChanges(document, 1, random, change);
    page.once("update", (update: Uint8Array) => {
      const { structs, deletions } = decodeUpdate(update);
      removals.push(
        ...removedText.of({ personId: id, deletions, structs, decides: false, carries: [] }).removals,
      );
      live.apply([update]);
      removedText.settle();
    });
    writeText(page, documentSchema().nodeFromJSON(document));
  }
  const traces: Traces = {
    isBackwards: false,
    before: origins,
    after: readOrigins(page.getXmlFragment(FRAGMENT)),
    stateVector,
    removals: people.map(({ id }) => ({
      personId: id,
      bytes: encodeRemovals(removals.filter(({ personId }) => personId === id)),
    })),
    people: new Map(people.map(({ clientId, id }) => [clientId, id])),
  };
  const after = documentIn(page);
  live.destroy();
  page.destroy();
  return { before, after, traces, removed: removals.length };
}

async function medianOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
