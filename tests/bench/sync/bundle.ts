/** Bundles what is TypeScript here as the production build does: under tsx every inner function costs. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const HERE = path.join(ROOT, "tests/bench/sync");
/** Inside the repository, so that the bundles find node_modules. */
const OUTPUT = path.join(ROOT, "node_modules/.cache/bench-sync");

export const BUNDLED = {
  lectern: path.join(OUTPUT, "lectern-server.js"),
  generator: path.join(OUTPUT, "generator.js"),
} as const;

export async function bundle(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      "lectern-server": "tests/bench/sync/lectern-server.ts",
      // The server starts these files from beside its own.
      "log-worker": "tests/bench/sync/stamps/log-worker.ts",
      "compare-worker": "server/compare/compare-worker.ts",
      "passage-worker": "server/search/passage-worker.ts",
      generator: "tests/bench/sync/load/process.ts",
    },
    outdir: OUTPUT,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
}
