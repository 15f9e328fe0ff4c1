/**
 * `npm run bench:editor`: our page beside a bare and a plain collaborative Tiptap on the same text,
 * in alternate rounds of one run. Needs a build. `-- --write` puts the tables into RESULTS-editor.md,
 * `-- --keys N` changes the keys per round.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Office } from "../../helpers/office";
import { ServerProcess } from "../../helpers/server-process";
import { shownText, storedSpeech } from "../../helpers/stored-speech";
import { type Loading, loadOnce } from "./loading";
import { servePeers } from "./peers";
import { RemoteWriters } from "./remote-writers";
import { describeMachine, type Results, SUBJECTS, type Subject, tables } from "./results";
import { launchBrowser, preparerOf, textOf, typeInto } from "./stage";

const ROUNDS = 3;
const LOADS = 5;
const WRITERS = 20;
/** Several of the writers are tabs of one person: making an account is slow on purpose. */
const COLLEAGUES = 4;
const EDITS_PER_SECOND_EACH = 5;
const CHARACTERS = 30_000;

const { values: options } = parseArgs({
  options: { write: { type: "boolean", default: false }, keys: { type: "string", default: "60" } },
});
const keys = Number(options.keys);

const peers = await servePeers();
// The peers' pages may open sockets: to the server they come from its public address.
const server = await ServerProcess.start({ PUBLIC_URL: peers.url });
const browser = await launchBrowser();
try {
  const office = await Office.open(server.url);
  const names = Array.from({ length: COLLEAGUES }, (_, index) => `writer-${index}`);
  const [chief, ...colleagues] = await Promise.all(["chief", ...names].map((name) => office.colleague(name)));
  if (chief === undefined) throw new Error("no chief");
  const text = textOf(CHARACTERS);
  const members = colleagues.map((account) => [account, "editor"] as const);
  const speech = await office.speech(chief, { title: "测速", text }, members);
  const document = JSON.parse(shownText(storedSpeech(server.dataDir, speech.id)));

  peers.show({ kind: "bare", document });
  const socketUrl = server.url.replace("http", "ws");
  peers.show({ kind: "collaborative", socketUrl, speechId: speech.id, personId: chief.person.id });
  const prepare = preparerOf(chief);
  const addressOf = (subject: Subject) =>
    subject === "lectern" ? `${server.url}/speeches/${speech.id}` : `${peers.url}/${subject}`;

  const loading: Record<Subject, Loading[]> = { lectern: [], bare: [], collaborative: [] };
  for (let run = 0; run <= LOADS; run += 1) {
    for (const subject of SUBJECTS) {
      console.error(`opening ${subject} …`);
      const loaded = await loadOnce(browser, prepare, addressOf(subject));
      // The first run warms the server and the disk cache.
      if (run > 0) loading[subject].push(loaded);
    }
  }

  const measure = async (subjects: readonly Subject[]): Promise<Record<Subject, number[]>> => {
    const samples: Record<Subject, number[]> = { lectern: [], bare: [], collaborative: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const subject of subjects) {
        console.error(`typing into ${subject} …`);
        samples[subject].push(...(await typeInto({ browser, prepare, url: addressOf(subject), keys })));
      }
    }
    return samples;
  };
  const alone = await measure(SUBJECTS);
  const writers = new RemoteWriters(
    Array.from({ length: WRITERS }, (_, index) => colleagues[index % COLLEAGUES] ?? chief),
    speech.id,
  );
  const waitUntil = Date.now() + 60_000;
  while (!writers.ready && Date.now() < waitUntil) await new Promise(setImmediate);
  writers.start(EDITS_PER_SECOND_EACH);
  const startedAt = performance.now();
  const withWriters = await measure(["lectern", "collaborative"]);
  const remoteEditsPerSecond = (writers.edits * 1000) / (performance.now() - startedAt);
  writers.close();

  const results: Results = {
    alone,
    withWriters,
    loading,
    characters: text.length,
    chromium: browser.version(),
    remoteEditsPerSecond,
  };
  const report = tables(results);
  console.log(`${report}\n\n${describeMachine(results)}`);
  if (options.write) {
    const method =
      "Method: real keys through the DevTools protocol; from the key event's time stamp to the first task after the next animation frame; three alternate rounds per editor. Repeat with `npm run bench:editor -- --write`.";
    const file = fileURLToPath(new URL("../RESULTS-editor.md", import.meta.url));
    writeFileSync(
      file,
      `# Editor figures\n\n${report}\n\n${method}\n\nMeasured on ${describeMachine(results)}.\n`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
  peers.close();
}
