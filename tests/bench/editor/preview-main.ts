/**
 * `npm run bench:preview`: typing with the true preview open beside the same page with it closed, and how long a letter
 * takes from its key to the picture of its page, of somebody who types on. Needs a build. `-- --keys N` changes
 * the keys per round.
 */
import { parseArgs } from "node:util";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { documentText } from "@/core/text/document-text";
import { chromiumArguments, findChromium } from "../../../scripts/testing/chromium.mjs";
import { Office } from "../../helpers/office";
import { ServerProcess } from "../../helpers/server-process";
import { median, percentile, preparePage, pressKeys } from "./latency";
import { notePreview, previewAges } from "./preview-ages";

const ROUNDS = 3;
const LENGTHS = [6_000, 30_000];
/** Caches and compiled code, as after the first words of a day. */
const WARM_UP_KEYS = 20;
const AIM_MS = 1000;

const { values: options } = parseArgs({ options: { keys: { type: "string", default: "100" } } });
const KEYS = Number(options.keys);

const server = await ServerProcess.start({});
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: chromiumArguments(),
});
try {
  const office = await Office.open(server.url);
  const chief = await office.colleague("chief");
  const sample = documentText(archivesSpeech.document, "nested");
  console.log(
    "| characters | preview | key p50 ms | key p95 ms | p95 ÷ closed | letter to preview p50, p95, most ms |",
  );
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const length of LENGTHS) {
    const text = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
    const speech = await office.speech(chief, { title: "预览", text });
    const prepare = (context: BrowserContext) => context.addCookies(chief.visitor.cookies);
    let closed = Number.NaN;
    for (const isOpen of [false, true]) {
      const keys: number[] = [];
      const ages: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await prepare(context);
        // tsx names inner functions through this; code that Playwright carries into the page needs it too.
        await context.addInitScript("globalThis.__name ??= (named) => named");
        const page = await context.newPage();
        await page.goto(`${server.url}/speeches/${speech.id}`);
        await page.locator('.tiptap[contenteditable="true"]').waitFor();
        if (isOpen) await openPreview(page);
        await preparePage(page);
        await pressKeys(page, WARM_UP_KEYS);
        if (isOpen) await notePreview(page);
        keys.push(...(await pressKeys(page, KEYS)));
        if (isOpen) ages.push(...(await previewAges(page)));
        await context.close();
      }
      const p95 = percentile(keys, 0.95);
      if (!isOpen) closed = p95;
      const times = isOpen ? (p95 / closed).toFixed(2) : "1";
      const shown = isOpen
        ? [median(ages), percentile(ages, 0.95), Math.max(...ages)].map((age) => age.toFixed(0)).join(", ")
        : "–";
      console.log(
        `| ${length} | ${isOpen ? "open" : "closed"} | ${median(keys).toFixed(1)} | ${p95.toFixed(1)} | ${times} | ${shown} |`,
      );
    }
  }
  console.log(`Aim: a letter is in the preview within ${AIM_MS} ms, and typing takes as long as without it.`);
} finally {
  await browser.close();
  await server.stop();
}

async function openPreview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "显示预览" }).click();
  await page.locator("[data-page]").first().waitFor();
}
