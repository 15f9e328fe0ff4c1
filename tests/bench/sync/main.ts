/**
 * `npm run bench:sync`: Lectern's sync engine beside its peers, same loads, in turn, medians.
 * `--write` puts the tables into tests/bench/RESULTS.md; notes.ts says what is compared.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { ensureDependencies } from "../../../scripts/install.mjs";
import { judgeAims } from "./aims";
import { bundle, HERE } from "./bundle";
import { LOADS } from "./loads";
import { measureKill, measureLoad } from "./measure";
import { readOptions } from "./options";
import { measureProfile } from "./profile";
import { measureRamp } from "./ramp";
import { renderReport } from "./report";
import { Results } from "./results";

const options = readOptions(process.argv.slice(2));
// npm hands the repository's engine-strict down to what it runs, but hocuspocus asks for Node 22.
process.env.npm_config_engine_strict = "false";
ensureDependencies(path.join(HERE, "peers"));
await bundle();

const results = new Results();
for (let round = 1; round <= options.rounds; round += 1) {
  // Every round the same rhythm of typing for every server, another one in the next round.
  const measure = { ...options, seed: options.seed + round };
  for (const plan of LOADS.filter(({ name }) => options.loads.includes(name))) {
    for (const server of options.servers) {
      const measured = await measureLoad(plan, { ...measure, server });
      results.addLoad(plan.name, server, measured);
      const { cpuMicrosPerEdit, p99Ms, lost, otherCores } = measured;
      console.error(
        `round ${round} ${plan.name} ${server}: ${cpuMicrosPerEdit.toFixed(1)} µs, p99 ${p99Ms.toFixed(1)} ms, ` +
          `lost ${lost}, restart ${measured.lostByRestart ?? "–"}, generator ${measured.generatorCpu.toFixed(2)}, ` +
          `others ${otherCores.toFixed(2)} cores`,
      );
    }
  }
  for (const server of options.servers) {
    if (options.loads.includes("kill") && round <= options.killRounds) {
      const lost = await measureKill({ ...measure, server });
      results.addKill(server, lost);
      console.error(`round ${round} kill -9 ${server}: ${lost ?? "stores nothing"}`);
    }
    if (options.loads.includes("ramp")) {
      const ramp = await measureRamp({ ...measure, server, warmUpMs: 1000, windowMs: options.rampWindowMs });
      results.addRamp(server, ramp);
      console.error(`round ${round} ramp ${server}: held ${ramp.rate} edits/s a writer; ${ramp.limit}`);
    }
  }
}

// Where an aim isn't met, the report shows where the time goes.
for (const plan of LOADS) {
  const missed = judgeAims(results, plan.name)?.some(({ met }) => !met) ?? false;
  if (missed || (options.profile && options.loads.includes(plan.name)))
    results.profiles.set(plan.name, await measureProfile(plan, options));
}

const report = renderReport(results, options);
console.log(report);
if (options.write) await writeFile(path.join(HERE, "../RESULTS.md"), report);
