/**
 * The production build: Next's pages and routes into .next, the server and its threads into dist.
 * `node scripts/build.mjs` always builds; `npm start` calls `ensureBuild`, which builds when stale.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compressStatic } from "./compress-static.mjs";

/** Everything that a build is made of. */
const SOURCES = [
  "app",
  "components",
  "core",
  "server",
  "scripts/build.mjs",
  "scripts/compress-static.mjs",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

/** Each becomes dist/<name>.js; a thread's file is found beside the server's. */
const ENTRY_POINTS = {
  main: "server/main.ts",
  "log-worker": "server/db/log-worker.ts",
  "compare-worker": "server/compare/compare-worker.ts",
  "export-worker": "server/export/export-worker.ts",
  "import-process": "server/import/import-process.ts",
  "preview-process": "server/export/preview/preview-process.ts",
  "passage-worker": "server/search/passage-worker.ts",
  "typeset-process": "server/export/typeset-process.ts",
  transfer: "server/transfer/main.ts",
};

/**
 * Builds unless the last finished build was made of exactly these sources.
 * @param {string} root the repository
 * @param {(line: string) => void} say told once before a slow step
 */
export async function ensureBuild(root, say = console.log) {
  if (isBuilt(root)) return;
  say("Building; this takes about a minute …");
  await build(root);
}

/**
 * Whether the last build was finished and made of exactly these sources.
 * @param {string} root the repository
 */
export function isBuilt(root) {
  const stamp = stampOf(root);
  const hasPages = existsSync(path.join(root, ".next", "BUILD_ID"));
  return hasPages && existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources(root);
}

/** @param {string} root the repository */
export async function build(root) {
  const dist = path.join(root, "dist");
  // Taken before: a source that is saved during the build leaves the stamp stale, as it should.
  const hash = hashSources(root);
  // The stamp goes first, so that an interrupted build isn't taken for a finished one.
  rmSync(dist, { recursive: true, force: true });
  buildNext(root);
  await compressStatic(path.join(root, ".next", "static"));
  const { build: bundle, stop } = await import("esbuild");
  await bundle({
    absWorkingDir: root,
    entryPoints: ENTRY_POINTS,
    outdir: dist,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  // Its helper process would otherwise live as long as the server that may follow in this one.
  await stop();
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampOf(root), hash);
}

/** Says what the build in dist was made of. @param {string} root */
function stampOf(root) {
  return path.join(root, "dist", "build-stamp");
}

/** @param {string} root */
function buildNext(root) {
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const result = spawnSync(process.execPath, [next, "build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) throw new Error("next build failed; see its messages above.");
}

/** A hash of the names and contents of everything a build is made of. @param {string} root the repository */
export function hashSources(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesUnder(root, source)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** @param {string} root @param {string} name @returns {string[]} files, sorted, relative to the root */
function filesUnder(root, name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  const entries = safeReadDirectory(full);
  if (entries === null) return [name];
  return entries.sort().flatMap((entry) => filesUnder(root, path.posix.join(name, entry)));
}

/** @param {string} folder @returns {string[] | null} null when it's a file */
function safeReadDirectory(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return null;
    throw error;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build(path.resolve(import.meta.dirname, ".."));
}
