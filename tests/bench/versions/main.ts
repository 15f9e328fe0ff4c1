/**
 * `npm run bench:versions`: comparing a long speech, alone and as the service does it over its
 * storage, what typing notices of it, and what a thousand versions weigh. Prints figures and their ratios to a plain way of doing the same; judges nothing.
 * SEED repeats a run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { runSeed, seededRandom } from "../../helpers/random";
import { measureComparing } from "./comparing";
import { measureKeeping } from "./keeping";
import { measureNaming } from "./naming";
import { measureRewriting } from "./rewriting";
import { measureService } from "./service";

const seed = runSeed();
const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
/** Data of its own for each part that stores. */
const dataFolder = () => mkdtempSync(join(folder, "data-"));
const started = performance.now();
try {
  console.log(`Node ${process.version}, seed ${seed}\n`);
  await measureComparing(seededRandom(seed));
  measureRewriting(seededRandom(seed));
  await measureNaming(seededRandom(seed));
  await measureService(seededRandom(seed), dataFolder());
  await measureKeeping(seededRandom(seed), dataFolder());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`);
