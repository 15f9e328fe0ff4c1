/**
 * `npm run bench:documents`: a hundred pages as a Word file and as a PDF, ten of them at once, the preview, and
 * what typing notices of it all. Prints figures and their ratios to LibreOffice, which writes the same text from HTML in the
 * same run where it is installed; judges nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { countDocument, nodeText } from "@/core/text/count";
import {
  createExporter,
  type DocxContent,
  type DocxOrder,
  type Exporter,
  type ExportOrder,
} from "@/server/export/exporter";
import { createTypesetting, type PdfOrder } from "@/server/export/typesetting";
import { runSeed, seededRandom } from "../../helpers/random";
import { speechOf, withChanges } from "../versions/speech-of";
import { measurePreview } from "./preview";

/** A page of GB/T 9704 is 22 × 28 characters. */
const CHARACTERS = 100 * 22 * 28;
const CHANGES = 500;
const ROUNDS = 7;
const AT_ONCE = 10;
/** For a hundred pages, in either format. */
const AIM_MS = 3000;

const seed = runSeed();
const random = seededRandom(seed);
const document: DocumentNode = {
  ...archivesSpeech.document,
  content: [...(archivesSpeech.document.content ?? []), ...(speechOf(CHARACTERS, random).content ?? [])],
};
const changed = withChanges(document, CHANGES, random);
const clean: DocxContent = { kind: "clean", document, names: new Map(), threads: [] };
const order = (content: DocxContent): DocxOrder => ({
  format: "docx",
  content,
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "一百页",
  madeAt: 0,
  watermark: null,
});

const typesetting = createTypesetting({ fontDir: undefined });
const exporter = createExporter(typesetting);
try {
  console.log(`Node ${process.version}, seed ${seed}`);
  console.log(`${countDocument(document).characters} characters, about a hundred pages of GB/T 9704\n`);
  const ours = await measured(exporter, "clean copy", order(clean));
  await measured(
    exporter,
    `comparison, ${CHANGES} changes`,
    order({ kind: "comparison", before: document, after: changed, at: 0 }),
  );
  await measureTogether(exporter, order(clean));
  const pdf: PdfOrder = { ...order(clean), format: "pdf" };
  await measured(exporter, "clean copy as PDF", pdf);
  await measureTogether(exporter, pdf, "PDFs");
  await measurePreview(random);
  measurePeer(document, ours);
} finally {
  await exporter.close();
  await typesetting.close();
}

async function measured({ make }: Exporter, name: string, input: ExportOrder): Promise<number> {
  const { length } = await make(input); // the thread's start
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await make(input);
    times.push(performance.now() - start);
  }
  const median = times.sort((one, other) => one - other)[ROUNDS >> 1] ?? 0;
  console.log(`  ${name}: ${ms(median)} of the ${AIM_MS} ms aimed at, ${(length / 1024).toFixed(0)} kB`);
  return median;
}

/** What somebody who types on this server's own thread would notice. */
async function measureTogether({ make }: Exporter, input: ExportOrder, what = "files"): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => make(input)));
  const took = performance.now() - start;
  delay.disable();
  console.log(
    `  ${AT_ONCE} ${what} at once: ${ms(took)} ms for all; the server's own loop is held up p99 ${ms(delay.percentile(99) / 1e6)} ms, at most ${ms(delay.max / 1e6)} ms`,
  );
}

/** Its whole process: it has no other way to be asked. */
function measurePeer(text: DocumentNode, ours: number): void {
  const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
  try {
    const html = (text.content ?? []).map((block) => `<p>${escaped(nodeText(block))}</p>`).join("\n");
    writeFileSync(join(folder, "text.html"), `<!doctype html><meta charset="utf-8">${html}`);
    const start = performance.now();
    const run = spawnSync(
      "soffice",
      ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, join(folder, "text.html")],
      { env: { ...process.env, HOME: folder }, stdio: "ignore" },
    );
    const took = performance.now() - start;
    if (run.error !== undefined || run.status !== 0) {
      console.log("  LibreOffice isn't on this machine: no peer.");
      return;
    }
    const size = statSync(join(folder, "text.docx")).size;
    console.log(
      `  LibreOffice from HTML, its start included: ${ms(took)} ms, ${(size / 1024).toFixed(0)} kB (ours / its ${(ours / took).toFixed(3)})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function ms(value: number): string {
  return value.toFixed(1);
}
