/**
 * How long a speech with a long editing history takes to open from a restarted server: the recorded
 * history of automerge-paper (259,778 edits), once as a snapshot with a short tail of rows and once with
 * the longest tail that a server leaves: `npm run bench:open`. The recording isn't part of the project;
 * without it this says so. Left out is what comes before the room: the upgrade's questions who that is.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SpeechId } from "@/core/ids";
import { readTrace } from "../../helpers/trace";
import { bundleInto, ROOT, WORKERS } from "../sync/bundle";
import { compactTo, type RecordedEdit, storeHistory } from "./history";
import type { Opened } from "./restarted";

/** ROWS_BEFORE_COMPACTION of server/sync/live-room.ts, and what a pause leaves. */
const TAILS = [500, 10];
const RESTARTS = 7;
/** Of server time, from the socket to the whole text on its way. */
const AIM_MS = 200;
/** Inside the repository, so that the bundles find node_modules. */
const OUTPUT = path.join(ROOT, "node_modules/.cache/bench-open");

// The recording of one person's editing has the edits in their order, and no parents.
const trace = readTrace("automerge-paper") as unknown as { readonly txns: readonly RecordedEdit[] } | null;
if (trace === null) console.log("The recorded history automerge-paper isn't on this machine.");
else await measure(trace.txns);

async function measure(edits: readonly RecordedEdit[]): Promise<void> {
  await bundleInto(OUTPUT, { restarted: "tests/bench/open/restarted.ts", ...WORKERS });
  const folder = mkdtempSync(path.join(tmpdir(), "lectern-bench-"));
  try {
    const { speechId, rows } = await storeHistory(folder, edits);
    console.log(`${edits.length} edits in ${rows} rows, Node ${process.version}, ${RESTARTS} restarts each`);
    for (const tail of TAILS) {
      await compactTo(folder, speechId, rows - tail);
      for (const logRuns of [false, true]) {
        const runs = Array.from({ length: RESTARTS }, () => restart(folder, speechId, logRuns));
        console.log(
          `  snapshot and ${tail} rows, ${logRuns ? "log's thread running" : "first speech of all"}:`,
        );
        console.log(`    ${described(runs)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function restart(dataDir: string, speechId: SpeechId, logRuns: boolean): Opened {
  const out = execFileSync(process.execPath, [path.join(OUTPUT, "restarted.js")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      BENCH_FOLDER: dataDir,
      BENCH_SPEECH: speechId,
      BENCH_LOG_RUNS: logRuns ? "1" : "",
    },
  });
  return JSON.parse(out.toString());
}

function described(runs: readonly Opened[]): string {
  const median = (pick: (run: Opened) => number) =>
    runs.map(pick).sort((one, other) => one - other)[RESTARTS >> 1] ?? Number.NaN;
  const [elapsed, cpu] = [median(({ elapsedMs }) => elapsedMs), median(({ cpuMs }) => cpuMs)];
  const bare = median(({ bareMs }) => bareMs);
  const verdict = (ms: number) => `${ms.toFixed(0)} ms (aim ${AIM_MS} ${ms < AIM_MS ? "met" : "not met"})`;
  return (
    `elapsed until the text leaves ${verdict(elapsed)}; processor time of all threads ${verdict(cpu)}; ` +
    `bare Yjs on the same rows ${bare.toFixed(0)} ms (elapsed / bare ${(elapsed / bare).toFixed(2)}), ` +
    `${runs[0]?.characters} characters`
  );
}
