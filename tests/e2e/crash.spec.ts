/**
 * The server process dies by `kill -9` while people type. Real processes, real sockets, the real
 * file; the writers are Node's, with the page's own code for what is saved. SEED=… repeats a run
 * as far as the machine's timing allows.
 */
import { expect, test } from "@playwright/test";
import * as Y from "yjs";
import { clocksWithin, deletionsWithin } from "@/components/sync/saved-snapshot";
import { NodeWriter } from "../helpers/node-writer";
import { Office } from "../helpers/office";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { QUICK_PASSWORDS, ServerProcess } from "../helpers/server-process";
import { shownText, storedSpeech } from "../helpers/stored-speech";

const KILLS = 100;
const TYPING_INTERVAL_MS = 4;
/** Writers try oftener than pages do, so that a hundred restarts take no longer than they must. */
const LONGEST_PAUSE_MS = 200;

/** Everybody types; resolves at a random moment: after so many edits and acknowledgements. */
function typeUntilRandomMoment(writers: readonly NodeWriter[], random: Random): Promise<number> {
  const moment = 5 + random.below(80);
  let edits = 0;
  let events = 0;
  return new Promise((resolve) => {
    const happened = () => {
      events += 1;
      if (events !== moment) return;
      clearInterval(typing);
      for (const writer of writers) writer.onAcknowledged = () => {};
      resolve(edits);
    };
    for (const writer of writers) writer.onAcknowledged = happened;
    const typing = setInterval(() => {
      editAtRandom(random.pick(writers).doc, random);
      edits += 1;
      happened();
    }, TYPING_INTERVAL_MS);
  });
}

test("SY-52 kill -9 at 100 random moments: all that was shown as saved is there, writers come back", async () => {
  test.setTimeout(900_000);
  const seed = runSeed();
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const server = await ServerProcess.start({ NODE_OPTIONS: QUICK_PASSWORDS });
  const office = await Office.open(server.url);
  const accounts = await Promise.all(["chief", "drafter", "checker"].map((name) => office.colleague(name)));
  const [chief, ...others] = accounts;
  if (chief === undefined) throw new Error("no chief");
  const members = others.map((account) => [account, "editor"] as const);
  const speech = await office.speech(chief, { title: "断电演练" }, members);
  const writers = accounts.map(
    (account) => new NodeWriter(account, speech.id, { longestPauseMs: LONGEST_PAUSE_MS }),
  );
  const everybodySaved = () =>
    expect
      .poll(() => writers.every((writer) => writer.allSaved), { timeout: 30_000, intervals: [20] })
      .toBe(true);
  let edits = 0;
  let killsUnderWay = 0;
  try {
    await everybodySaved();
    for (let round = 1; round <= KILLS; round += 1) {
      edits += await typeUntilRandomMoment(writers, random);
      const shown = writers.map(({ shownAsSaved }) => shownAsSaved);
      if (writers.some((writer) => !writer.allSaved)) killsUnderWay += 1;
      await server.kill();
      // Before anybody comes back and could bring it again.
      const stored = Y.snapshot(storedSpeech(server.dataDir, speech.id));
      for (const saved of shown) {
        expect(clocksWithin(saved.sv, stored.sv), `round ${round}: text`).toBe(true);
        expect(deletionsWithin(saved.ds, stored.ds), `round ${round}: deletions`).toBe(true);
      }
      await server.restart();
      await everybodySaved();
      expect(writers.map(({ refusal }) => refusal)).toEqual([null, null, null]);
    }
    const text = shownText(storedSpeech(server.dataDir, speech.id));
    for (const { doc } of writers) expect(shownText(doc)).toBe(text);
    console.log(`${edits} edits, ${killsUnderWay} of ${KILLS} kills with edits under way`);
    expect(edits).toBeGreaterThan(KILLS * 5);
    expect(killsUnderWay).toBeGreaterThan(KILLS / 4);
    for (const { connections } of writers) expect(connections).toBeGreaterThan(KILLS);
  } finally {
    for (const writer of writers) writer.close();
    await server.stop();
  }
});
