/**
 * Random and mutated messages over real sockets against the built server in a process of its own, while honest people
 * write in the same speech. HOSTILE_MESSAGES=2000 sends only so many; SEED=… makes each attacker choose as in that run.
 */
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { closeErrorOf } from "@/core/errors";
import {
  MESSAGE_QUERY_AWARENESS,
  PERSON_PARAM,
  SCHEMA_PARAM,
  SCHEMA_VERSION,
  SYNC_PATH,
} from "@/core/protocol";
import { message } from "../helpers/forged-update";
import { hostileMessages } from "../helpers/hostile-messages";
import { NodeWriter } from "../helpers/node-writer";
import { type Account, Office } from "../helpers/office";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { ServerProcess } from "../helpers/server-process";
import { TestSocket } from "../helpers/test-socket";

const MESSAGES = Number(process.env.HOSTILE_MESSAGES ?? 100_000);
/** At once, of several people; each person may have more (LIMITS.socketsPerPerson): the limits are production's. */
const ATTACKERS = 48;
/** Of the server's heap: with more it would keep garbage, and what grows couldn't be told from that. */
const HEAP_MEGABYTES = 160;
/** Of the server's memory, between the first tenth of the messages and their end. */
const GROWTH_BYTES = 100 * 1024 * 1024;

let server: ServerProcess;
let office: Office;
/** Asked once: the system's resolver takes longer than the whole of a handshake. */
let toServer: LookupFunction;
beforeAll(async () => {
  server = await ServerProcess.start({ NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` });
  const addresses = await lookup(new URL(server.url).hostname, { all: true });
  toServer = (_hostname, _options, callback) => callback(null, addresses);
  office = await Office.open(server.url);
}, 60_000);
afterAll(() => server?.stop());

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** The server's own numbers; those with labels under their whole name. */
async function metrics(): Promise<Map<string, number>> {
  const lines = (await (await fetch(`${server.url}/metrics`)).text()).split("\n");
  return new Map(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );
}

it(
  `SY-104 ${MESSAGES} hostile messages over real sockets leave the server as it was, and honest people at their work`,
  async () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const names = ["first", "second", "insider", "accomplice", "reader"];
    const [first, second, insider, accomplice, reader] = (await Promise.all(
      names.map((name) => office.colleague(name)),
    )) as [Account, Account, Account, Account, Account];
    const speech = await office.speech(first, { title: "讲话", text: "各位同志：" }, [
      [second, "editor"],
      [insider, "editor"],
      [accomplice, "editor"],
      [reader, "viewer"],
    ]);
    const honest = [new NodeWriter(first, speech.id), new NodeWriter(second, speech.id)];
    await vi.waitUntil(() => honest.every(({ allSaved }) => allSaved), { timeout: 20_000 });

    const codes = new Map<string, number>();
    let sent = 0;
    let sockets = 0;
    let early: number | undefined;

    /** One socket, until it is closed by either side. */
    async function attack({ visitor, person }: Account, random: Random, hostileMessage: () => Uint8Array) {
      sockets += 1;
      const { socket, outcome, closed } = TestSocket.connect(
        server.url,
        {
          path: `${SYNC_PATH}/${speech.id}`,
          params: { [SCHEMA_PARAM]: String(SCHEMA_VERSION), [PERSON_PARAM]: person.id },
          origin: visitor.url,
          cookie: visitor.cookieHeader,
        },
        { lookup: toServer, perMessageDeflate: false },
      );
      expect(await outcome).toBe("let in");
      // As if it had answered the server's question, so that its updates count.
      if (person !== reader.person) socket.send(message(0, 1, Uint8Array.of(0, 0)));
      while (socket.readyState === socket.OPEN && sent < MESSAGES) {
        sent += 1;
        socket.send(hostileMessage());
        // Its answer says that what was sent before it has been dealt with.
        const answered = new Promise((resolve) => socket.once("message", resolve));
        socket.send(message(MESSAGE_QUERY_AWARENESS));
        await Promise.race([answered, closed]);
        // Some hang up by themselves, in the middle of a message or politely.
        if (random.chance(0.05)) random.chance(0.5) ? socket.terminate() : socket.close();
      }
      if (socket.readyState === socket.OPEN) socket.close();
      const code = await closed;
      const name = closeErrorOf(code) ?? String(code);
      codes.set(name, (codes.get(name) ?? 0) + 1);
    }

    async function attacker(number: number): Promise<void> {
      // Each its own: which of them comes next is up to the network.
      const random = seededRandom(seed + number);
      const hostileMessage = hostileMessages(random);
      while (sent < MESSAGES) {
        await attack(
          random.chance(0.8) ? random.pick([insider, accomplice]) : reader,
          random,
          hostileMessage,
        );
        if (sent > MESSAGES / 10) early ??= (await metrics()).get("process_resident_memory_bytes");
        for (const { doc } of honest) if (random.chance(0.02)) editAtRandom(doc, random);
      }
    }

    const startedAt = performance.now();
    await Promise.all(Array.from({ length: ATTACKERS }, (_, number) => attacker(number)));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    await vi.waitUntil(() => honest.every(({ allSaved }) => allSaved), { timeout: 20_000 });

    console.log(
      `${sent} messages in ${seconds} s: ${sockets} sockets, closed with ${JSON.stringify(Object.fromEntries(codes))}`,
    );
    expect(codes.get("malformed-message")).toBeGreaterThan(MESSAGES / 20);
    expect(codes.get("content-not-allowed")).toBeGreaterThan(MESSAGES / 50);
    expect(codes.has("internal")).toBe(false);
    expect(honest.map(({ refusal, connections }) => [refusal, connections])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    expect(server.printed).not.toContain('"level":50');

    // The honest two are all that is left.
    await vi.waitFor(async () => expect((await metrics()).get("lectern_sockets")).toBe(2), {
      timeout: 20_000,
    });
    const after = await metrics();
    const refused = [...codes].filter(([code]) => Number.isNaN(Number(code)));
    // Who hung up didn't hear whether the last message was refused.
    let unheard = sum([...codes.values()]) - sum(refused.map(([, count]) => count));
    for (const [code, count] of refused) {
      const more = (after.get(`lectern_socket_refusals_total{code="${code}"}`) ?? 0) - count;
      expect([code, more >= 0]).toEqual([code, true]);
      unheard -= more;
    }
    expect(unheard).toBeGreaterThanOrEqual(0);
    const grown = (after.get("process_resident_memory_bytes") ?? Infinity) - (early ?? 0);
    console.log(`the server's memory grew by ${(grown / 1024 / 1024).toFixed(1)} MB after the first tenth`);
    expect(grown).toBeLessThan(GROWTH_BYTES);

    const fresh = new NodeWriter(first, speech.id);
    await vi.waitUntil(() => fresh.allSaved, { timeout: 20_000 });
    const texts = [...honest, fresh].map(({ doc }) =>
      JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT))),
    );
    expect(new Set(texts).size).toBe(1);
    const { nodes, marks } = documentSchema();
    const known = new Set([...Object.keys(nodes), ...Object.keys(marks)]);
    const used = [...(texts[0] ?? "").matchAll(/"type":"([^"]*)"/g)].map(([, name = ""]) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
    for (const writer of [...honest, fresh]) writer.close();
  },
  60_000 + MESSAGES * 20,
);
