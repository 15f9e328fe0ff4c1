/** Messages in parts, as a page puts them together. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import { CompositionHold } from "@/components/sync/composition-hold";
import { installMessages, type MessageListener } from "@/components/sync/sync-messages";
import { isParted, PartJoiner, partsOf } from "@/core/message-parts";
import { encodeLateDecisions, MESSAGE_PART } from "@/core/protocol";
import type { LateDecision } from "@/core/review/late-decision";
import { atOnce } from "../helpers/no-pace";

const PART = 64 * 1024;

/** A decoder behind the type, as a handler gets it. */
function bodyOf(part: Uint8Array): decoding.Decoder {
  const decoder = decoding.createDecoder(part);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE_PART);
  return decoder;
}

it("SY-162 a message of any size comes out of its parts as it went in, and with the last of them", () => {
  const joiner = new PartJoiner();
  expect([isParted(new Uint8Array(PART)), isParted(new Uint8Array(PART + 1))]).toEqual([false, true]);
  for (const length of [1, PART, PART + 1, 3 * PART, 3 * PART + 5]) {
    const message = Uint8Array.from({ length }, (_, at) => (at * 31) % 251);
    const parts = partsOf(message);
    expect(parts).toHaveLength(Math.ceil(length / PART));
    const taken = parts.map((part) => joiner.take(bodyOf(part)));
    expect(taken.slice(0, -1).every((whole) => whole === null)).toBe(true);
    expect(Buffer.compare(taken.at(-1) ?? new Uint8Array(), message)).toBe(0);
  }
});

it("SY-162 what a lost connection brought of a message is forgotten, and the next one brings it whole", () => {
  const heard: LateDecision[] = [];
  const listener = { lateDecisions: (late) => heard.push(...late) } as Partial<MessageListener>;
  const provider = { messageHandlers: [], ws: {} } as unknown as WebsocketProvider;
  const stop = installMessages(
    provider,
    { hold: new CompositionHold(), pace: atOnce },
    listener as MessageListener,
  );
  const take = (part: Uint8Array) =>
    provider.messageHandlers[MESSAGE_PART]?.(
      encoding.createEncoder(),
      bodyOf(part),
      provider,
      true,
      MESSAGE_PART,
    );
  const late: LateDecision = { suggestion: "s", outcome: "accepted", words: "字".repeat(PART) };
  const parts = partsOf(encodeLateDecisions([late]));
  take(parts[0] as Uint8Array);
  provider.ws = {} as WebSocket;
  for (const part of parts) take(part);
  expect(heard).toEqual([late]);
  stop();
});
