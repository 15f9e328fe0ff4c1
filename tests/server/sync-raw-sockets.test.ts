/** Frames by hand against the real server: what breaks, falls silent or floods, each beside an honest socket. */
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CLOSE_CODE, type CloseErrorCode } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { MESSAGE_AWARENESS, MESSAGE_QUERY_AWARENESS, MESSAGE_SYNC } from "@/core/protocol";
import { message } from "../helpers/forged-update";
import { FIRST, type RawFrame, RawSocket } from "../helpers/raw-socket";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let editor: Person;
beforeAll(async () => {
  office = await SocketOffice.open();
  editor = await office.colleague("editor", "editor");
});
afterAll(() => office.close());

const connect = async () => RawSocket.connect(office.server.url, await office.attempt(editor));

async function refusals(code: CloseErrorCode): Promise<number> {
  const metrics = await (await fetch(`${office.server.url}/metrics`)).text();
  const line = metrics.match(new RegExp(`^lectern_socket_refusals_total\\{code="${code}"\\} (\\d+)$`, "m"));
  return Number(line?.[1] ?? 0);
}

/** Asks who is here and waits for the answer. */
async function isServed(socket: RawSocket): Promise<void> {
  const answer = new Promise((resolve) => socket.tcp.once("data", resolve));
  socket.send({ body: message(MESSAGE_QUERY_AWARENESS) });
  await answer;
}

const HUGE = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
const QUESTION: RawFrame = { body: message(MESSAGE_QUERY_AWARENESS) };
const PING: RawFrame = { first: FIRST.ping };
const SYNC_UPDATE = 2;

/** Nested deeper than any program could walk by recursion. */
function deepState(): Uint8Array {
  const body = encoding.createEncoder();
  for (const number of [1, 9, 1]) encoding.writeVarUint(body, number);
  encoding.writeVarString(body, `${"[".repeat(200_000)}`);
  return encoding.toUint8Array(body);
}

const CASES: readonly (readonly [
  what: string,
  code: CloseErrorCode,
  bad: readonly RawFrame[],
  good: RawFrame,
])[] = [
  ["a frame without a mask", "malformed-message", [{ ...QUESTION, masked: false }], QUESTION],
  ["reserved bits", "malformed-message", [{ ...QUESTION, first: FIRST.binary | 0x70 }], QUESTION],
  ["an opcode that isn't one", "malformed-message", [{ ...QUESTION, first: 0x83 }], QUESTION],
  ["a continuation of nothing", "malformed-message", [{ ...QUESTION, first: 0x80 }], QUESTION],
  [
    "a text frame that isn't UTF-8",
    "malformed-message",
    [{ first: FIRST.text, body: Uint8Array.of(0xff) }],
    QUESTION,
  ],
  ["a length of 2⁶²", "too-large", [{ length: 2 ** 62 }], QUESTION],
  ["a length one over the limit", "too-large", [{ length: LIMITS.messageBytes + 1 }], QUESTION],
  [
    "a message in parts that are too large together",
    "too-large",
    [
      { first: FIRST.beginning, body: new Uint8Array(LIMITS.messageBytes) },
      { first: FIRST.continuation, body: Uint8Array.of(1) },
    ],
    QUESTION,
  ],
  ["an empty message", "malformed-message", [{}], QUESTION],
  ["a varint that ends too early", "malformed-message", [{ body: Uint8Array.of(0x80) }], QUESTION],
  [
    "an update of 2⁵² bytes, by its own word",
    "malformed-message",
    [{ body: Uint8Array.of(MESSAGE_SYNC, SYNC_UPDATE, ...HUGE) }],
    { body: message(MESSAGE_SYNC, 0, Uint8Array.of(0)) },
  ],
  [
    "carets of 2⁵² clients, by its own word",
    "malformed-message",
    [{ body: message(MESSAGE_AWARENESS, Uint8Array.from(HUGE)) }],
    { body: message(MESSAGE_AWARENESS, Uint8Array.of(0)) },
  ],
  [
    "a caret nested 200,000 deep",
    "malformed-message",
    [{ body: message(MESSAGE_AWARENESS, deepState()) }],
    { body: message(MESSAGE_AWARENESS, Uint8Array.of(1, 9, 1, 2, 0x7b, 0x7d)) },
  ],
  [
    "a flood of small messages",
    "too-many-requests",
    Array.from({ length: LIMITS.messagesPerSecond * 20 }, () => QUESTION),
    QUESTION,
  ],
  [
    "a flood of pings",
    "too-many-requests",
    Array.from({ length: LIMITS.messagesPerSecond * 20 }, () => PING),
    PING,
  ],
  [
    "one small question about the text again and again",
    "too-many-requests",
    Array.from({ length: 20 }, () => ({ body: message(MESSAGE_SYNC, 0, Uint8Array.of(0)) })),
    { body: message(MESSAGE_SYNC, 0, Uint8Array.of(0)) },
  ],
];

describe("a socket that sends", () => {
  it.each(CASES)("SY-103 %s is closed with %s, counted, and nobody else is", async (_, code, bad, good) => {
    const [hostile, honest] = [await connect(), await connect()];
    const before = await refusals(code);
    for (const frame of bad) hostile.send(frame);
    expect(await hostile.closed).toBe(CLOSE_CODE[code]);
    await vi.waitFor(async () => expect(await refusals(code)).toBe(before + 1), { timeout: 20_000 });
    honest.send(good);
    await isServed(honest);
    expect(await refusals(code)).toBe(before + 1);
    hostile.destroy();
    honest.destroy();
  });

  it("SY-103 half a frame and then nothing keeps nobody waiting, and hanging up frees the socket", async () => {
    const { rooms } = office.server;
    const [silent, honest] = [await connect(), await connect()];
    const open = rooms.sockets;
    silent.send({ length: LIMITS.messageBytes, body: Uint8Array.of(MESSAGE_SYNC, SYNC_UPDATE) });
    await isServed(honest);
    expect(rooms.sockets).toBe(open);
    silent.destroy();
    await vi.waitFor(() => expect(rooms.sockets).toBe(open - 1), { timeout: 20_000 });
    await isServed(honest);
    honest.destroy();
  });
});
