/** How long a letter takes from one page to another over real sockets, without and with files being made beside it. */
import { performance } from "node:perf_hooks";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { Person } from "@/core/person";
import { decodeFrame, MESSAGE_FRAME, MESSAGE_SYNC } from "@/core/protocol";
import { SocketOffice } from "../../helpers/socket-office";
import type { TestSocket } from "../../helpers/test-socket";

/** As somebody types who types fast; without files so often, with them as long as they take. */
const PAUSE_MS = 80;
const LETTERS = 100;

/** `files` begins to make what is made at once; the server runs in this process, as its files' thread is begun by it. */
export async function measureTyping(what: string, files: () => Promise<unknown>): Promise<void> {
  const office = await SocketOffice.open({ text: "同志们：\n今天我们讲档案工作。" });
  try {
    const writer = await Page.open(office, office.administrator);
    const reader = await Page.open(office, await office.colleague("reader", "viewer"));
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

function echoes(writer: Page, reader: Page, goesOn: (typed: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  return new Promise((resolve) => {
    const type = async () => {
      const start = performance.now();
      const arrived = reader.nextUpdate();
      writer.type();
      await arrived;
      times.push(performance.now() - start);
      if (goesOn(times.length)) setTimeout(type, PAUSE_MS);
      else resolve(times.sort((one, other) => one - other));
    };
    void type();
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

/** What a page has of the sync engine, over a real socket. */
class Page {
  private readonly doc = createSharedDocument();

  private constructor(private readonly socket: TestSocket["socket"]) {
    socket.on("message", (data: Buffer) => this.take(new Uint8Array(data)));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send((encoder) => syncProtocol.writeUpdate(encoder, update));
    });
  }

  static async open(office: SocketOffice, person: Person): Promise<Page> {
    const connection = await office.connect(person);
    const page = new Page(connection.socket);
    const text = page.nextUpdate();
    const outcome = await connection.outcome;
    if (outcome !== "let in") throw new Error(`not let in: ${JSON.stringify(outcome)}`);
    page.send((encoder) => syncProtocol.writeSyncStep1(encoder, page.doc));
    await text;
    return page;
  }

  nextUpdate(): Promise<void> {
    return new Promise((resolve) => this.doc.once("update", () => resolve()));
  }

  /** A letter at the end of the last paragraph. */
  type(): void {
    const fragment = this.doc.getXmlFragment(FRAGMENT);
    const line = fragment.get(fragment.length - 1);
    const text = line instanceof Y.XmlElement ? line.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("a speech without text");
    text.insert(text.length, "字");
  }

  close(): void {
    this.socket.close();
  }

  private send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    write(encoder);
    if (encoding.length(encoder) > 1) this.socket.send(encoding.toUint8Array(encoder));
  }

  private take(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_FRAME) for (const one of decodeFrame(decoder)) this.take(one);
    else if (type === MESSAGE_SYNC) {
      this.send((encoder) => syncProtocol.readSyncMessage(decoder, encoder, this.doc, this));
    }
  }
}
