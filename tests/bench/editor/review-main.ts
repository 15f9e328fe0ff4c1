/**
 * `npm run bench:review`: a speech under review (300 threads, 1,000 suggestions, 30,000 characters) in our
 * page beside a bare Tiptap on the same text, without and with the suggestions' marks. Needs a build.
 * `-- --keys N` changes the keys per round.
 */
import { parseArgs } from "node:util";
import { type BrowserContext, chromium } from "@playwright/test";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { documentText } from "@/core/text/document-text";
import { chromiumArguments, findChromium } from "../../../scripts/testing/chromium.mjs";
import { Office } from "../../helpers/office";
import { ServerProcess } from "../../helpers/server-process";
import { shownText, storedSpeech } from "../../helpers/stored-speech";
import { median, percentile, preparePage, pressKeys } from "./latency";
import { loadOnce } from "./loading";
import { servePeers } from "./peers";
import { commentOn, suggestIn } from "./review-load";

const ROUNDS = 3;
const LOADS = 5;
const CHARACTERS = 30_000;
const SUGGESTIONS = 1000;
const THREADS = 300;
const COLLEAGUES = 4;

const { values: options } = parseArgs({ options: { keys: { type: "string", default: "60" } } });

const peers = await servePeers();
const server = await ServerProcess.start({ PUBLIC_URL: peers.url });
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: chromiumArguments(),
});
try {
  const office = await Office.open(server.url);
  const chief = await office.colleague("chief");
  const names = Array.from({ length: COLLEAGUES }, (_, index) => `reviewer-${index}`);
  const reviewers = await Promise.all(names.map((name) => office.colleague(name)));
  const sample = documentText(archivesSpeech.document, "nested");
  const text = sample.repeat(Math.ceil(CHARACTERS / sample.length)).slice(0, CHARACTERS);
  const speech = await office.speech(
    chief,
    { title: "送审", text },
    reviewers.map((account) => [account, "suggester"] as const),
  );
  const documentNow = () => JSON.parse(shownText(storedSpeech(server.dataDir, speech.id)));
  const plain = documentNow();
  for (const [index, reviewer] of reviewers.entries()) {
    await suggestIn(reviewer, speech.id, SUGGESTIONS / COLLEAGUES, index);
  }
  await commentOn(chief, speech.id, THREADS);
  const marked = documentNow();

  const prepare = async (context: BrowserContext) => {
    await context.addCookies(chief.visitor.cookies);
    // tsx names inner functions through this; code that Playwright carries into the page needs it too.
    await context.addInitScript("globalThis.__name ??= (named) => named");
  };
  const subjects = {
    bare: { url: `${peers.url}/bare`, document: plain },
    "bare with marks": { url: `${peers.url}/bare`, document: marked },
    lectern: { url: `${server.url}/speeches/${speech.id}`, document: null },
    "lectern, suggestions listed": { url: `${server.url}/speeches/${speech.id}`, document: null },
  };
  for (const [name, { url, document }] of Object.entries(subjects)) {
    if (document !== null) peers.show({ kind: "bare", document });
    const opened: number[] = [];
    for (let run = 0; run < LOADS; run += 1) opened.push((await loadOnce(browser, prepare, url)).editableMs);
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await prepare(context);
      const page = await context.newPage();
      await page.goto(url);
      await page.locator('.tiptap[contenteditable="true"]').waitFor();
      await page.waitForFunction(
        () => (document.querySelector(".tiptap")?.textContent ?? "").length > 10_000,
      );
      if (name.includes("listed")) {
        await page.getByRole("tab", { name: /^修订/ }).click();
        await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
      }
      await preparePage(page);
      await pressKeys(page, 20); // caches and compiled code, as after the first words of a day
      samples.push(...(await pressKeys(page, Number(options.keys))));
      await context.close();
    }
    const [p50, p95] = [median(samples), percentile(samples, 0.95)].map((ms) => ms.toFixed(1));
    console.log(
      `| ${name} | open ${median(opened).toFixed(0)} ms (${Math.max(...opened).toFixed(0)} at most) | p50 ${p50} ms | p95 ${p95} ms | ${samples.length} keys |`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
  peers.close();
}
