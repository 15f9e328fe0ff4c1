/**
 * `npm run bench:preview`: typing with the true preview open beside the same page with it closed, and how long a letter
 * takes from its key to the picture of its page, of somebody who types on. Needs a build. `-- --keys N` changes
 * the keys per round.
 */
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { Office } from "../../helpers/office";
import { ServerProcess } from "../../helpers/server-process";
import { median, percentile } from "./latency";
import { notePreview, type PreviewAge, previewAges } from "./preview-ages";
import { launchBrowser, preparerOf, textOf, typeInto } from "./stage";

const ROUNDS = 3;
const LENGTHS = [6_000, 30_000];
const AIM_MS = 1000;
/** Where the preview stands beside the text. */
const VIEWPORT = { width: 1440, height: 900 };

const { values: options } = parseArgs({ options: { keys: { type: "string", default: "100" } } });
const KEYS = Number(options.keys);

const server = await ServerProcess.start({});
const browser = await launchBrowser();
try {
  const office = await Office.open(server.url);
  const chief = await office.colleague("chief");
  const prepare = preparerOf(chief);
  console.log(
    "| characters | preview | key p50 ms | key p95 ms | p95 ÷ closed | letter to preview p50, p95, most ms | list asked for, there, picture loaded p50 ms |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const length of LENGTHS) {
    const speech = await office.speech(chief, { title: "预览", text: textOf(length) });
    const url = `${server.url}/speeches/${speech.id}`;
    let closed = Number.NaN;
    for (const isOpen of [false, true]) {
      const keys: number[] = [];
      const ages: PreviewAge[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = { browser, prepare, url, keys: KEYS, viewport: VIEWPORT };
        const previewed = {
          ready: openPreview,
          warm: notePreview,
          typed: async (shown: Page) => void ages.push(...(await previewAges(shown))),
        };
        keys.push(...(await typeInto({ ...page, ...(isOpen ? previewed : {}) })));
      }
      const p95 = percentile(keys, 0.95);
      if (!isOpen) closed = p95;
      const times = isOpen ? (p95 / closed).toFixed(2) : "1";
      const whole = ages.map((age) => age.whole);
      const shown = isOpen
        ? [median(whole), percentile(whole, 0.95), Math.max(...whole)].map((age) => age.toFixed(0)).join(", ")
        : "–";
      const until = (["asked", "listed", "loaded"] as const).map((stage) =>
        median(ages.map((age) => age[stage])).toFixed(0),
      );
      console.log(
        `| ${length} | ${isOpen ? "open" : "closed"} | ${median(keys).toFixed(1)} | ${p95.toFixed(1)} | ${times} | ${shown} | ${isOpen ? until.join(", ") : "–"} |`,
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
