/** How long a letter takes from one page to another over real sockets, without and with files being made beside it. */
import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import type { Person } from "@/core/person";
import { NodeWriter } from "../../helpers/node-writer";
import { OWN_PASSWORD, SocketOffice } from "../../helpers/socket-office";

/** As somebody types who types fast; without files so often, with them as long as they take. */
const PAUSE_MS = 80;
const LETTERS = 100;

/** `files` begins to make what is made at once; the server runs in this process, as its files' thread is begun by it. */
export async function measureTyping(what: string, files: () => Promise<unknown>): Promise<void> {
  const office = await SocketOffice.open({ text: "同志们：\n今天我们讲档案工作。" });
  try {
    const writer = await openPage(office, office.administrator);
    const reader = await openPage(office, await office.colleague("reader", "viewer"));
    const quiet = await echoes(writer, reader, (typed) => typed < LETTERS);
    let isUnderWay = true;
    const made = files().finally(() => {
      isUnderWay = false;
    });
    const busy = await echoes(writer, reader, () => isUnderWay);
    await made;
    for (const page of [writer, reader]) page.close();
    const [before, beside] = [described(quiet), described(busy)];
    console.log(
      `  a letter from page to page: ${before.text}; beside ${what}: ${beside.text}, ratios ${(beside.p50 / before.p50).toFixed(2)} and ${(beside.p95 / before.p95).toFixed(2)}`,
    );
  } finally {
    await office.close();
  }
}

function echoes(
  writer: NodeWriter,
  reader: NodeWriter,
  goesOn: (typed: number) => boolean,
): Promise<number[]> {
  const times: number[] = [];
  return new Promise((resolve) => {
    const measure = async () => {
      const start = performance.now();
      const arrived = nextUpdate(reader);
      type(writer);
      await arrived;
      times.push(performance.now() - start);
      if (goesOn(times.length)) setTimeout(measure, PAUSE_MS);
      else resolve(times.sort((one, other) => one - other));
    };
    void measure();
  });
}

function described(times: readonly number[]) {
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const [p50, p95] = [at(0.5), at(0.95)];
  const most = (times.at(-1) ?? Number.NaN).toFixed(1);
  return {
    p50,
    p95,
    text: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)}, at most ${most} of ${times.length}`,
  };
}

/** A page's part of the sync engine over a real socket, with the text. */
async function openPage(office: SocketOffice, person: Person): Promise<NodeWriter> {
  const visitor = { url: office.server.url, cookieHeader: await office.cookie(person) };
  const page = new NodeWriter({ person, password: OWN_PASSWORD, visitor }, office.speechId);
  await nextUpdate(page);
  return page;
}

function nextUpdate({ doc }: NodeWriter): Promise<void> {
  return new Promise((resolve) => doc.once("update", () => resolve()));
}

/** A letter at the end of the last paragraph. */
function type({ doc }: NodeWriter): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  const line = fragment.get(fragment.length - 1);
  const text = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("a speech without text");
  text.insert(text.length, "字");
}
