/**
 * `npm run bench:documents`: a hundred pages as a Word file and as a PDF, in one paragraph too, ten of them at once, the
 * preview, importing, and what typing notices of it all. Every file is made of another text. Prints figures and their ratios to LibreOffice
 * and pandoc, in the same run where they are installed; judges nothing. `-- --pages 5` makes a short run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { countDocument } from "@/core/text/count";
import { createExporter, type DocxContent, type DocxOrder, type ExportOrder } from "@/server/export/exporter";
import { createTypesetting, type PdfOrder } from "@/server/export/typesetting";
import { runSeed, seededRandom } from "../../helpers/random";
import { withChanges } from "../versions/speech-of";
import { measureImport } from "./importing";
import { measurePeers } from "./peers";
import { measurePreview } from "./preview";
import { anotherText, inOneParagraph, speechOfPages } from "./texts";
import { measureTyping } from "./typing";

const { values: options } = parseArgs({ options: { pages: { type: "string", default: "100" } } });
const PAGES = Number(options.pages);
const CHANGES = 5 * PAGES;
const ROUNDS = 7;
const AT_ONCE = 10;
/** Of a file to import. */
const IMPORTED_PAGES = 3 * PAGES;
/** For a hundred pages, in either format. */
const AIM_MS = 3000;

const seed = runSeed();
const random = seededRandom(seed);
const document = speechOfPages(PAGES, random);
const another = () => anotherText(document, PAGES, random);
const order = (content: DocxContent): DocxOrder => ({
  format: "docx",
  content,
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "一百页",
  madeAt: 0,
  watermark: null,
});
const word = (text: DocumentNode): DocxOrder =>
  order({ kind: "clean", document: text, names: new Map(), threads: [] });
const comparison = (text: DocumentNode): DocxOrder =>
  order({ kind: "comparison", before: text, after: withChanges(text, CHANGES, random), at: 0 });
const pdf = (text: DocumentNode): PdfOrder => ({ ...word(text), format: "pdf" });

const typesetting = createTypesetting({ fontDir: undefined });
const { make, close } = createExporter(typesetting);
const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
try {
  console.log(`Node ${process.version}, seed ${seed}`);
  console.log(`${countDocument(document).characters} characters, about ${PAGES} pages of GB/T 9704\n`);
  const docxMs = await measured("clean copy", word);
  await measured(`comparison, ${CHANGES} changes`, comparison);
  await measureTogether("files", word);
  const pdfMs = await measured("clean copy as PDF", pdf);
  await measured("the same in one paragraph as PDF", (text) => pdf(inOneParagraph(text)));
  await measureTogether("PDFs", pdf);
  for (const [what, orderOf] of Object.entries({ "Word files": word, PDFs: pdf })) {
    const orders = Array.from({ length: AT_ONCE }, () => orderOf(another()));
    await measureTyping(`${AT_ONCE} ${what} at once`, () => Promise.all(orders.map((order) => make(order))));
  }
  await measurePreview(random);
  await measureImport(await make(word(speechOfPages(IMPORTED_PAGES, random))), IMPORTED_PAGES, folder);
  measurePeers({ document, docx: await make(word(document)), docxMs, pdfMs }, folder);
} finally {
  await close();
  await typesetting.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The first waits for its thread or process to start; the others are made by one that runs. */
async function measured(name: string, orderOf: (text: DocumentNode) => ExportOrder): Promise<number> {
  const times: number[] = [];
  let kilobytes = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const input = orderOf(another());
    const start = performance.now();
    kilobytes = (await make(input)).length / 1024;
    times.push(performance.now() - start);
  }
  const [first = 0, ...others] = times;
  others.sort((one, other) => one - other);
  const [middle = 0, slowest = 0] = [others[ROUNDS >> 1], others.at(-1)];
  console.log(
    `  ${name}: ${ms(middle)} of the ${AIM_MS} ms aimed at, at most ${ms(slowest)}, the first ${ms(first)}; ${kilobytes.toFixed(0)} kB`,
  );
  return middle;
}

/** What somebody who types on this server's own thread would notice. */
async function measureTogether(what: string, orderOf: (text: DocumentNode) => ExportOrder): Promise<void> {
  const inputs = Array.from({ length: AT_ONCE }, () => orderOf(another()));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await Promise.all(inputs.map((input) => make(input)));
  const took = performance.now() - start;
  delay.disable();
  console.log(
    `  ${AT_ONCE} ${what} of ${AT_ONCE} texts at once: ${ms(took)} ms for all; the server's own loop is held up p99 ${ms(delay.percentile(99) / 1e6)} ms, at most ${ms(delay.max / 1e6)} ms`,
  );
}

function ms(value: number): string {
  return value.toFixed(1);
}
