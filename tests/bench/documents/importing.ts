/** Importing: the file that it is measured with, and the process that measures it. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleInto, ROOT } from "../sync/bundle";

/** Inside the repository, so that the bundles find node_modules. */
const OUTPUT = join(ROOT, "node_modules/.cache/bench-documents");

/** @param folder for the file */
export async function measureImport(docx: Uint8Array, pages: number, folder: string): Promise<void> {
  await bundleInto(OUTPUT, {
    "import-run": "tests/bench/documents/import-run.ts",
    "import-process": "server/import/import-process.ts",
  });
  const file = join(folder, "many-pages.docx");
  writeFileSync(file, docx);
  execFileSync(process.execPath, [join(OUTPUT, "import-run.js")], {
    env: { ...process.env, NODE_ENV: "production", BENCH_FILE: file, BENCH_PAGES: String(pages) },
    stdio: "inherit",
  });
}
