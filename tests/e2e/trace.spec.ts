/** Recorded concurrent sessions, replayed through real clients against the built server. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { LIMITS } from "@/core/limits";
import { Rate } from "@/server/sync/rate";
import { expect, test } from "../helpers/lectern-test";
import { NodeWriter } from "../helpers/node-writer";
import type { Office } from "../helpers/office";
import { storedSpeech } from "../helpers/stored-speech";
import { readTrace, type Trace } from "../helpers/trace";
import { plainText, replayTrace } from "../helpers/trace-replay";

const OWN_TRACE = fileURLToPath(new URL("./traces/three-drafters.json", import.meta.url));
const MESSAGES_PER_ACKNOWLEDGEMENT = 50;
/** Of the server's limit, which counts more messages than the edits and which a fast machine exceeds. */
const MESSAGES_PER_SECOND = LIMITS.messagesPerSecond * 0.9;

async function expectReplayed(trace: Trace, office: Office, dataDir: string): Promise<void> {
  const names = Array.from({ length: trace.numAgents }, (_, agent) => `t-agent-${agent}`);
  const accounts = await Promise.all(names.map((name) => office.colleague(name)));
  const [chief, ...others] = accounts;
  if (chief === undefined) throw new Error("a trace has an agent");
  const members = others.map((account) => [account, "editor"] as const);
  const speech = await office.speech(chief, { title: "记录重放" }, members);
  const writers = accounts.map((account) => new NodeWriter(account, speech.id));
  const everybodySaved = () =>
    expect
      .poll(() => writers.every((writer) => writer.allSaved), { timeout: 60_000, intervals: [10] })
      .toBe(true);
  try {
    await everybodySaved();
    startParagraph(writers[0]?.doc);
    await everybodySaved();
    await expect.poll(() => writers.every(({ doc }) => doc.getXmlFragment(FRAGMENT).length === 1)).toBe(true);

    const rates = new Map(writers.map((writer) => [writer, new Rate(MESSAGES_PER_SECOND, Date.now)]));
    const messages = await replayTrace(trace, writers, async (message, writer) => {
      await expect.poll(() => rates.get(writer)?.take(1), { timeout: 60_000, intervals: [5] }).toBe(true);
      if (message % MESSAGES_PER_ACKNOWLEDGEMENT === 0) await everybodySaved();
    });
    await everybodySaved();
    console.log(`${trace.txns.length} changes in ${messages} messages by ${trace.numAgents} writers`);
    for (const { doc } of writers) await expect.poll(() => plainText(doc)).toBe(trace.endContent);
    expect(plainText(storedSpeech(dataDir, speech.id))).toBe(trace.endContent);
    // Nobody was sent away in between: all of it went over one connection each.
    for (const { connections, refusal } of writers) expect([connections, refusal]).toEqual([1, null]);
  } finally {
    for (const writer of writers) writer.close();
  }
}

/** The paragraph that the recorded session's plain text goes into. */
function startParagraph(doc: Y.Doc | undefined): void {
  doc?.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText()]);
    const fragment = doc.getXmlFragment(FRAGMENT);
    fragment.delete(0, fragment.length);
    fragment.insert(0, [paragraph]);
  });
}

test("SY-54 three drafters' session, with offline stretches, replayed ends in its recorded text", async ({
  office,
  server,
}) => {
  test.setTimeout(120_000);
  await expectReplayed(JSON.parse(readFileSync(OWN_TRACE, "utf8")), office, server.dataDir);
});

test("SY-54 the friendsforever session replayed ends in its recorded text", async ({ office, server }) => {
  test.setTimeout(300_000);
  const trace = readTrace("friendsforever");
  test.skip(trace === null, "the recorded session traces/friendsforever.json.gz isn't on this machine");
  if (trace !== null) await expectReplayed(trace, office, server.dataDir);
});
