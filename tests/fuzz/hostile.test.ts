/**
 * 100,000 random and mutated messages from hostile sockets, while honest people write in the same
 * room. SEED=… repeats a run.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { closeErrorOf } from "@/core/errors";
import { newPersonId } from "@/core/ids";
import type { Connection } from "@/server/sync/connection";
import { message } from "../helpers/forged-update";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const MESSAGES = 100_000;
/** Sockets that die one after the other, as an attacker would reopen them. */
const MESSAGES_BEFORE_HONEST_EDIT = 500;

/** Honest messages to start from: the nearer to the truth a lie is, the deeper it gets. */
function corpus(random: Random): Uint8Array[] {
  const doc = new Y.Doc();
  const messages: Uint8Array[] = [message(3), message(0, 0, Y.encodeStateVector(doc))];
  doc.on("update", (update: Uint8Array) => messages.push(message(0, 2, update)));
  for (let edit = 0; edit < 40; edit += 1) editAtRandom(doc, random);
  messages.push(message(0, 1, Y.encodeStateAsUpdate(doc)));
  messages.push(message(0, 2, Y.encodeStateAsUpdateV2(doc)));
  messages.push(message(1, Uint8Array.of(1, 9, 1, 2, 123, 125)));
  return messages;
}

const HUGE_VARINTS = [
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
];

function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(6)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? random.below(256) : byte));
    case 2:
      return Uint8Array.from([...bytes.slice(0, at), ...random.pick(HUGE_VARINTS), ...bytes.slice(at + 1)]);
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), ...random.pick(others).slice(random.below(20))]);
    case 4:
      return Uint8Array.from({ length: 1 + random.below(200) }, () => random.below(256));
    default:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + random.below(4))]);
  }
}

const NAMES = ["paragraph", "table", "tableRow", "listItem", "heading", "script", "__proto__", "doc", "text"];
const MARKS = ["bold", "italic", "link", "constructor", "bold--abcdefgh"];

/** A well-formed update by an own client id whose nodes, attributes and marks are made up. */
function lie(random: Random): Uint8Array {
  const doc = new Y.Doc();
  const grow = (parent: Y.XmlFragment, depth: number): void => {
    const child = random.chance(0.3) ? new Y.XmlText() : new Y.XmlElement(random.pick(NAMES));
    parent.push([child]);
    if (child instanceof Y.XmlText) {
      child.insert(0, "字", random.chance(0.5) ? { [random.pick(MARKS)]: {} } : {});
      return;
    }
    if (random.chance(0.3))
      child.setAttribute(random.pick(["level", "onclick", "colspan", "__proto__"]), "9");
    if (depth > 0) for (let rest = random.below(3); rest >= 0; rest -= 1) grow(child, depth - 1);
  };
  doc.transact(() => grow(doc.getXmlFragment(FRAGMENT), random.below(5)));
  return message(0, 2, Y.encodeStateAsUpdate(doc));
}

it("SY-29 100,000 hostile messages crash nothing, disturb nobody and store nothing the schema doesn't know", async () => {
  const seed = runSeed();
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const { log, logger, rooms, speechId } = openRooms();
  const honest = [new SyncClient(rooms, speechId), new SyncClient(rooms, speechId)];
  await until(() => honest.every((client) => client.allSaved));
  const starts = corpus(random);
  const codes = new Map<string, number>();
  let attacker: Connection | null = null;
  const insider = newPersonId();
  let sockets = 0;

  function open(): Connection {
    sockets += 1;
    const socket = {
      bufferedBytes: 0,
      send: () => {},
      close: (code: number) => {
        attacker = null;
        const name = closeErrorOf(code) ?? String(code);
        codes.set(name, (codes.get(name) ?? 0) + 1);
      },
    };
    // Mostly one and the same person, whose own text may be touched: else authorship refuses it all.
    const personId = random.chance(0.8) ? insider : newPersonId();
    const role = random.chance(0.9) ? "editor" : "viewer";
    return rooms.accept(socket, { personId, name: "无名", role }, speechId);
  }

  for (let sent = 0; sent < MESSAGES; sent += 1) {
    if (attacker === null) {
      attacker = open();
      await nextTurn();
      // As if it had answered the server's question, so that its updates count.
      if (attacker.mayWrite) attacker.receive(message(0, 1, Uint8Array.of(0, 0)));
    }
    const start = random.chance(0.4) ? lie(random) : random.pick(starts);
    attacker.receive(random.chance(0.3) ? start : mutate(start, random, starts));
    if (sent % MESSAGES_BEFORE_HONEST_EDIT === 0) {
      for (const { doc } of honest) editAtRandom(doc, random);
      await nextTurn();
    }
  }
  await until(() => honest.every((client) => client.allSaved));

  console.log(`${sockets} sockets, closed with ${JSON.stringify(Object.fromEntries(codes))}`);
  expect(sockets).toBeGreaterThan(MESSAGES / 20);
  expect(codes.get("malformed-message")).toBeGreaterThan(1000);
  expect(codes.get("content-not-allowed")).toBeGreaterThan(1000);
  expect(codes.has("internal")).toBe(false);
  expect(logger.lines.filter(({ level }) => level === "error")).toEqual([]);
  expect(honest.map(({ closed }) => closed)).toEqual([null, null]);

  const stored = createSharedDocument();
  for (const update of (await log.load(speechId)).updates) Y.applyUpdate(stored, update);
  expect(stored.store.pendingStructs).toBeNull();
  const shown = JSON.stringify(yXmlFragmentToProsemirrorJSON(stored.getXmlFragment(FRAGMENT)));
  for (const { fragment } of honest) {
    expect(JSON.stringify(yXmlFragmentToProsemirrorJSON(fragment))).toBe(shown);
  }
  const names = new Set([...shown.matchAll(/"type":"([^"]*)"/g)].map(([, name = ""]) => name));
  const { nodes, marks } = documentSchema();
  expect([...names].filter((name) => !(name in nodes) && !(name in marks))).toEqual([]);
}, 300_000);
