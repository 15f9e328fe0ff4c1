/**
 * Reads files as the server does, bundled as in production: how long each takes, and the most memory that its process
 * held meanwhile. Expects a .docx of many pages in BENCH_FILE.
 */
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { ImportError } from "@/core/import";
import { createFileReader } from "@/server/import/file-reader";
import { HOSTILE_FILES, type HostileFile } from "./hostile-files";

const AIM_MS = 5000;
const AIM_MEGABYTES = 200;
const { BENCH_FILE = "", BENCH_PAGES = "" } = process.env;

const files: readonly HostileFile[] = [
  { name: `${BENCH_PAGES} pages`, bytes: readFileSync(BENCH_FILE) },
  ...HOSTILE_FILES,
];
console.log(`  Importing, each in a process of its own; aims ${AIM_MS} ms and ${AIM_MEGABYTES} MB:`);
for (const file of files) console.log(`    ${await described(file)}`);

async function described({ name, bytes }: HostileFile): Promise<string> {
  const reader = createFileReader();
  try {
    // Starting the process is the server's time, not the file's.
    await reader.read({ bytes: new TextEncoder().encode("字"), name: "first.txt", encoding: null });
    const before = peakMegabytes();
    let most = before;
    // A process that its file ends takes its figure with it, so it is looked at all the time.
    const looking = setInterval(() => {
      most = Math.max(most, peakMegabytes());
    }, 5);
    const start = performance.now();
    const outcome = await outcomeOf(reader.read({ bytes, name: `${name}.docx`, encoding: null }));
    const took = performance.now() - start;
    clearInterval(looking);
    most = Math.max(most, peakMegabytes());
    const verdict = took <= AIM_MS && most <= AIM_MEGABYTES ? "met" : "not met";
    return (
      `${name} (${(bytes.length / 1024).toFixed(0)} kB): ${outcome} after ${took.toFixed(0)} ms, ` +
      `at most ${most.toFixed(0)} MB (${before.toFixed(0)} before it): ${verdict}`
    );
  } finally {
    await reader.close();
  }
}

async function outcomeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "read";
  } catch (error) {
    if (error instanceof ImportError) return `refused as ${error.problem}`;
    throw error;
  }
}

/** Of the largest process that this one started; 0 where the system doesn't tell. */
function peakMegabytes(): number {
  try {
    const threads = readdirSync("/proc/self/task");
    const children = threads.flatMap((id) =>
      readFileSync(`/proc/self/task/${id}/children`, "utf8").split(" "),
    );
    return Math.max(0, ...children.filter(Boolean).map(peakOf));
  } catch {
    return 0;
  }
}

/** proc(5): VmHWM is the most that was resident at any time. */
function peakOf(pid: string): number {
  try {
    const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0; // it has just ended
  }
}
