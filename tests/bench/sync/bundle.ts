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

export function bundle(): Promise<void> {
  return bundleInto(OUTPUT, {
    "lectern-server": "tests/bench/sync/lectern-server.ts",
    ...WORKERS,
    "log-worker": "tests/bench/sync/stamps/log-worker.ts",
    generator: "tests/bench/sync/load/process.ts",
  });
}

/** The server starts these files from beside its own. */
export const WORKERS = {
  "log-worker": "server/db/log-worker.ts",
  "compare-worker": "server/compare/compare-worker.ts",
  "passage-worker": "server/search/passage-worker.ts",
} as const;

/** With the settings of scripts/build.mjs. Paths of sources are from the repository's root. */
export async function bundleInto(
  outdir: string,
  entryPoints: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
}
