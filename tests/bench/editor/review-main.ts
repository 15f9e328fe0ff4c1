/**
 * `npm run bench:review`: a speech under review (300 threads, 1,000 suggestions, 30,000 characters) in our
 * page beside a bare Tiptap on the same text, without and with the suggestions' marks: with the list of suggestions
 * open, with the threads' cards in the margin, and typing suggestions. Needs a build. `-- --keys N` changes the keys
 * per round, `--loads N` how often each page is opened; with `--suggestions N --threads N` short runs show that it works.
 */
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import type { DocumentNode } from "@/core/document/schema";
import { Office } from "../../helpers/office";
import { ServerProcess } from "../../helpers/server-process";
import { shownText, storedSpeech } from "../../helpers/stored-speech";
import { median, percentile } from "./latency";
import { loadOnce } from "./loading";
import { servePeers } from "./peers";
import { commentOn, suggestIn } from "./review-load";
import { listSuggestions, showThreads, suggest } from "./review-states";
import { launchBrowser, preparerOf, textOf, typeInto } from "./stage";

const ROUNDS = 3;
const CHARACTERS = 30_000;
const COLLEAGUES = 4;

const BARE = "bare";
const BARE_MARKED = "bare with marks";
const AIM = 1.5;
const AIM_OPEN_MS = 2000;

interface Subject {
  readonly name: string;
  readonly url: string;
  /** What a bare editor shows; null for our page. */
  readonly document: DocumentNode | null;
  /** What somebody opens or switches on before typing. */
  readonly ready?: (page: Page) => Promise<void>;
}

const { values: options } = parseArgs({
  options: {
    keys: { type: "string", default: "60" },
    loads: { type: "string", default: "5" },
    suggestions: { type: "string", default: "1000" },
    threads: { type: "string", default: "300" },
  },
});
const SUGGESTIONS = Number(options.suggestions);
const THREADS = Number(options.threads);

const peers = await servePeers();
const server = await ServerProcess.start({ PUBLIC_URL: peers.url });
const browser = await launchBrowser();
try {
  const office = await Office.open(server.url);
  const chief = await office.colleague("chief");
  const names = Array.from({ length: COLLEAGUES }, (_, index) => `reviewer-${index}`);
  const reviewers = await Promise.all(names.map((name) => office.colleague(name)));
  const text = textOf(CHARACTERS);
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

  const prepare = preparerOf(chief);
  const lectern = { url: `${server.url}/speeches/${speech.id}`, document: null };
  const subjects: readonly Subject[] = [
    { name: BARE, url: `${peers.url}/bare`, document: plain },
    { name: BARE_MARKED, url: `${peers.url}/bare`, document: marked },
    { name: "lectern", ...lectern },
    { name: "lectern, suggestions listed (修订 open)", ...lectern, ready: listSuggestions },
    {
      name: "lectern, cards in the margin (批注 open)",
      ...lectern,
      ready: (page) => showThreads(page, THREADS),
    },
    { name: "lectern, typing as 修订", ...lectern, ready: suggest },
    {
      name: "lectern, typing as 修订 with 批注 open",
      ...lectern,
      ready: async (page) => {
        await showThreads(page, THREADS);
        await suggest(page);
      },
    },
  ];
  const p95s = new Map<string, number>();
  console.log("| subject | open | p50 ms | p95 ms | p95 ÷ bare | p95 ÷ bare with marks | keys |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const { name, url, document: shown, ready } of subjects) {
    if (shown !== null) peers.show({ kind: "bare", document: shown });
    const opened: number[] = [];
    for (let run = 0; run < Number(options.loads); run += 1) {
      opened.push((await loadOnce(browser, prepare, url)).editableMs);
    }
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      samples.push(...(await typeInto({ browser, prepare, url, keys: Number(options.keys), ready })));
    }
    const p95 = percentile(samples, 0.95);
    p95s.set(name, p95);
    const times = (of: string) => {
      const others = p95s.get(of);
      return others === undefined ? "–" : (p95 / others).toFixed(2);
    };
    console.log(
      `| ${name} | ${median(opened).toFixed(0)} ms (${Math.max(...opened).toFixed(0)} at most) ` +
        `| ${median(samples).toFixed(1)} | ${p95.toFixed(1)} | ${times(BARE)} | ${times(BARE_MARKED)} | ${samples.length} |`,
    );
  }
  console.log(`Aim: p95 at most ${AIM} × the bare editor on the same text, ${AIM_OPEN_MS} ms to open.`);
} finally {
  await browser.close();
  await server.stop();
  peers.close();
}
