/** Large texts over a line that takes minutes for them, on the page's and the server's own clocks. */
import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { PartJoiner } from "@/core/message-parts";
import { MESSAGE_PART, MESSAGE_SYNC, PARTS_PARAM } from "@/core/protocol";
import { SIGN_OF_LIFE_MS } from "@/server/sync/signs-of-life";
import { NodeWriter } from "../helpers/node-writer";
import { SlowLine } from "../helpers/slow-line";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";

// lib0 keeps the Date.now that it finds when it is loaded, which fake timers wouldn't reach.
vi.hoisted(() => {
  Date.now = () => new globalThis.Date().getTime();
});

const MEGABYTE = 1024 * 1024;
/** 64 kbit/s: a megabyte in two minutes. */
const STEP_MS = 1000;
const STEP_BYTES = 8 * 1024;
/** More than there is. */
const EVERYTHING = 100 * MEGABYTE;
/** Longer than either side waits for the other. */
const LONG_STEPS = 90;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const lettersOf = (bytes: number) => "稿".repeat(bytes / 3);

/** Writes so many bytes in one paragraph. */
function writeLarge(doc: Y.Doc, bytes: number): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(lettersOf(bytes))]);
    doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  });
}

/** An office whose speech has so many bytes, with a colleague on it. */
async function openOffice(stored: number) {
  const office = await SocketOffice.open();
  const doc = createSharedDocument();
  writeLarge(doc, stored);
  const update = Y.encodeStateAsUpdate(doc);
  await office.server.log.append({ speechId: office.speechId, update, bindings: [] });
  return { office, person: await office.colleague("far", "editor") };
}

/** Its colleague's page at the other end of a line over which nothing passes yet. */
async function openFar(stored: number) {
  const { office, person } = await openOffice(stored);
  const line = await SlowLine.open(office.server.url);
  const visitor = { url: line.url, cookieHeader: await office.cookie(person) };
  const writer = new NodeWriter({ person, password: OWN_PASSWORD, visitor }, office.speechId, {
    createConnection: line.connect,
  });
  /** The server has what the page had when it came: said behind what the page lacked. */
  let isSettled = false;
  const settled = new Promise<void>((resolve) => {
    writer.onAcknowledged = () => {
      isSettled = true;
      resolve();
    };
  });
  return {
    office,
    line,
    writer,
    /** Lets time pass, and with every step of it some bytes, until all is said or the connection is lost. */
    async goOn(letPass: () => Promise<void>): Promise<number> {
      let steps = 0;
      do {
        // The last bytes may be fewer than a step's.
        await Promise.race([letPass(), settled]);
        for (let turns = 0; turns < 2; turns += 1) await turn();
        vi.advanceTimersByTime(STEP_MS);
        steps += 1;
      } while (!isSettled && writer.connected);
      return steps;
    },
    async close() {
      writer.close();
      await line.close();
      await office.close();
    },
  };
}

/** The event loop's next turn, with whatever has come. */
const turn = () => new Promise(setImmediate);

it("SY-162 a speech opens over a line that takes minutes for it, on the first connection", async () => {
  const { line, writer, goOn, close } = await openFar(2 * MEGABYTE);
  void line.letToServer(EVERYTHING);
  expect(await goOn(() => line.letToPage(STEP_BYTES))).toBeGreaterThan(LONG_STEPS);
  expect([writer.connections, writer.allSaved]).toEqual([1, true]);
  expect(writer.doc.getXmlFragment(FRAGMENT).toString()).toContain(lettersOf(2 * MEGABYTE));
  await close();
});

it("SY-162 what was written offline goes out over a line that takes minutes for it, on the first connection", async () => {
  const { line, writer, goOn, close } = await openFar(0);
  writeLarge(writer.doc, MEGABYTE);
  void line.letToPage(EVERYTHING);
  let step = 0;
  const letPass = async () => {
    await line.letToServer(STEP_BYTES);
    // The server's signs of life need time of their own: the clock here mustn't run away from them.
    step += 1;
    if (step % (SIGN_OF_LIFE_MS / STEP_MS) === 0) await line.pageHears();
  };
  expect(await goOn(letPass)).toBeGreaterThan(LONG_STEPS);
  expect([writer.connections, writer.allSaved]).toEqual([1, true]);
  await close();
});

it("SY-162 SY-47 a line that stands still in the middle of a speech is given up by both ends", async () => {
  const { office, line, writer, close } = await openFar(2 * MEGABYTE);
  void line.letToServer(EVERYTHING);
  for (let step = 0; step < 40; step += 1) {
    await line.letToPage(STEP_BYTES);
    vi.advanceTimersByTime(STEP_MS);
  }
  line.stop();
  await turn();
  expect([writer.connected, office.server.rooms.sockets]).toEqual([true, 1]);
  for (let step = 0; step < LONG_STEPS; step += 1) {
    vi.advanceTimersByTime(STEP_MS);
    if (!writer.connected) writer.disconnect();
    await turn();
  }
  expect([writer.connected, writer.connections]).toEqual([false, 1]);
  while (office.server.rooms.sockets > 0) await turn();
  await close();
});

it("SY-162 a page from before there were parts gets the text whole, and a newer one the same in parts", async () => {
  const { office, person } = await openOffice(MEGABYTE);
  const attempt = await office.attempt(person);
  const answerTo = async (params: Record<string, string>) => {
    const { socket } = await office.connect(person, { params: { ...attempt.params, ...params } });
    const joiner = new PartJoiner();
    let parts = 0;
    const answer = new Promise<Uint8Array>((resolve) => {
      socket.on("message", (data: Buffer) => {
        const decoder = decoding.createDecoder(new Uint8Array(data));
        if (decoding.readVarUint(decoder) === MESSAGE_PART) {
          parts += 1;
          const message = joiner.take(decoder);
          if (message !== null) resolve(message);
        } else if (data.length > MEGABYTE) resolve(new Uint8Array(data));
      });
    });
    socket.once("open", () => socket.send(Uint8Array.of(MESSAGE_SYNC, 0, 1, 0)));
    const message = await answer;
    socket.terminate();
    return { parts, message };
  };
  const [older, newer] = [await answerTo({}), await answerTo({ [PARTS_PARAM]: "1" })];
  expect(older.parts).toBe(0);
  expect(newer.parts).toBeGreaterThan(10);
  expect(Buffer.compare(newer.message, older.message)).toBe(0);
  expect(older.message.length).toBeGreaterThan(MEGABYTE);
  await office.close();
});
