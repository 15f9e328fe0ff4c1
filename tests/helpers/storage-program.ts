/** Bundles a test program with the log's worker beside it, as the server is bundled, and runs it. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type RunningProgram = ChildProcessByStdio<Writable, Readable, null>;

export interface StorageProgram {
  start(...args: readonly string[]): RunningProgram;
  /** The same with a limit on the size of every file it writes, in KiB. */
  startWithFileLimit(kibibytes: number, ...args: readonly string[]): RunningProgram;
  remove(): void;
}

/** `name` is a file in tests/helpers/programs. The bundle is inside the tree to find its packages. */
export async function buildStorageProgram(name: string): Promise<StorageProgram> {
  const cache = join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "storage-program-"));
  await build({
    absWorkingDir: ROOT,
    entryPoints: { program: `tests/helpers/programs/${name}.ts`, "log-worker": "server/db/log-worker.ts" },
    outdir: folder,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const program = join(folder, "program.js");
  const run = (command: string, args: readonly string[]) =>
    spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  return {
    start: (...args) => run(process.execPath, [program, ...args]),
    startWithFileLimit: (kibibytes, ...args) =>
      run("bash", ["-c", `ulimit -S -f ${kibibytes}; exec "$@"`, "bash", process.execPath, program, ...args]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
