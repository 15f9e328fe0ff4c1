/**
 * `npm test`: everything, in a fresh clone, without a display. Brings what it needs, runs each phase
 * whatever came before it, names what this machine can't have, and ends with one line
 * `N passed, N failed`; lint, types and build count as one each.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./install.mjs";
import { ensureChromium } from "./testing/chromium.mjs";
import { Phases } from "./testing/phases.mjs";
import { ensurePostgres } from "./testing/postgres.mjs";
import { ensureRedis } from "./testing/redis.mjs";

const MINUTE_MS = 60_000;
/** Of every seeded test, unless SEED is given: a run judges the change, not the luck of a draw. See fuzz.mjs. */
const SEED = "20261127";
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const reporter = (/** @type {string} */ name) =>
  path.join(root, "scripts", "testing", `${name}-reporter.mjs`);
const phases = new Phases(root);
process.env.SEED ??= SEED;

try {
  ensureDependencies(root);
} catch (error) {
  phases.tally.failed.push(`dependencies: ${error instanceof Error ? error.message : error}`);
  phases.summarise();
  process.exit(1);
}

await phases.check("Lint", ["lint"], 2 * MINUTE_MS);
await phases.check("Types", ["types"], 3 * MINUTE_MS);

// Before the server tests: those of HTTP and of starting run what was built.
const built = await phases.check("Build", ["build"], 5 * MINUTE_MS);

// The suites look for these servers themselves and say so when one isn't there.
ensurePostgres(console.log);
ensureRedis(console.log);
const vitestReporters = ["--reporter=default", `--reporter=${reporter("vitest")}`];
// They take 21 to 26 minutes on two cores. The limits together stay within CI's 90.
await phases.tests("Unit, server and fuzz tests", ["unit", "--", ...vitestReporters], {
  limitMs: 35 * MINUTE_MS,
});

if (!built) {
  phases.tally.failed.push("browser tests: they need the build, which failed");
} else if (ensureChromium(console.log) === null) {
  const because = "there is no Chromium, Playwright has none for this machine and apt-get gave none";
  phases.tally.notRun.push({ title: "browser tests", because });
} else {
  const playwrightReporters = `--reporter=list,${reporter("playwright")}`;
  // One that failed is tried once more, and named where it passes then: docs/decisions/41-second-try.md.
  await phases.tests("Browser tests", ["e2e", "--", playwrightReporters, "--retries=1"], {
    limitMs: 45 * MINUTE_MS,
  });
}

process.exit(phases.summarise() ? 0 : 1);
