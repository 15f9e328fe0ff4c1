/**
 * Reads files as the server does, bundled as in production: how long each takes, and the most memory that its process
 * held meanwhile. Expects a .docx of many pages in BENCH_FILE.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { ImportError } from "@/core/import";
import { createFileReader } from "@/server/import/file-reader";
import { type ChildUse, watchChildren } from "../../helpers/child-use";
import { HOSTILE_FILES, type HostileFile } from "./hostile-files";

const AIM_MS = 5000;
const AIM_MEGABYTES = 200;
const PROGRAM = "import-process";
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
    const before = megabytes(watchChildren(PROGRAM).stop());
    const watching = watchChildren(PROGRAM);
    const start = performance.now();
    const outcome = await outcomeOf(reader.read({ bytes, name: `${name}.docx`, encoding: null }));
    const took = performance.now() - start;
    const most = megabytes(watching.stop());
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

function megabytes({ memory }: ChildUse): number {
  return memory / (1024 * 1024);
}
