/**
 * `npm run fuzz -- MINUTES`: the tests that draw their cases from a seed, with fresh seeds again and again until
 * the time is over or one fails. `npm test` runs them with one seed that never changes, so that it judges the
 * change at hand; what that seed doesn't reach is looked for here.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { prepare } from "./prepare.mjs";

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = 30;
const FOLDERS = ["core", "fuzz", "server"];

const root = path.resolve(import.meta.dirname, "..");
const minutes = Number(process.argv[2] ?? DEFAULT_MINUTES);
if (!(minutes > 0)) {
  console.error("npm run fuzz -- MINUTES: a number of minutes, more than nothing");
  process.exit(1);
}
await prepare(root); // some of the tests start the built server
const files = seededTests();
const end = Date.now() + minutes * MINUTE_MS;
let runs = 0;
do {
  const seed = String(randomInt(2 ** 31));
  console.log(`\n== SEED=${seed}`);
  const { status } = spawnSync("npx", ["vitest", "run", ...files], {
    cwd: root,
    stdio: "inherit",
    // Fewer in each run, for the sake of other seeds.
    env: { HOSTILE_MESSAGES: "10000", ...process.env, SEED: seed },
  });
  if (status !== 0) {
    console.error(`Failed; again with SEED=${seed} npm run unit -- FILE`);
    process.exit(1);
  }
  runs += 1;
} while (Date.now() < end);
console.log(`\n${runs} runs of ${files.length} files passed`);

/** The test files that ask for a seed. */
function seededTests() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, "tests", folder))
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `tests/${folder}/${name}`)
      .filter((file) => readFileSync(path.join(root, file), "utf8").includes("runSeed(")),
  );
}
