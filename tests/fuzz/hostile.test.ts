/**
 * 100,000 random and mutated messages from hostile sockets, while honest people write in the same
 * room. SEED=… repeats a run.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { closeErrorOf } from "@/core/errors";
import { newPersonId } from "@/core/ids";
import type { Connection } from "@/server/sync/connection";
import { message } from "../helpers/forged-update";
import { hostileMessages } from "../helpers/hostile-messages";
import { runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const MESSAGES = 100_000;
const MESSAGES_BEFORE_HONEST_EDIT = 500;

it("SY-29 100,000 hostile messages crash nothing, disturb nobody and store nothing the schema doesn't know", async () => {
  const seed = runSeed();
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const { log, logger, rooms, speechId } = openRooms();
  const honest = [new SyncClient(rooms, speechId), new SyncClient(rooms, speechId)];
  await until(() => honest.every((client) => client.allSaved));
  const hostileMessage = hostileMessages(random);
  const codes = new Map<string, number>();
  let attacker: Connection | null = null;
  const insider = newPersonId();
  let sockets = 0;

  /** The next of those that die one after the other, as an attacker would reopen them. */
  function open(): Connection {
    sockets += 1;
    const socket = {
      bufferedBytes: 0,
      send: () => {},
      close: (code: number) => {
        attacker = null;
        const name = closeErrorOf(code) ?? String(code);
        codes.set(name, (codes.get(name) ?? 0) + 1);
        // An attacker who doesn't hang up is soon out of sockets.
        queueMicrotask(() => opened.left());
      },
    };
    // Mostly one and the same person, whose own text may be touched: else authorship refuses it all.
    const personId = random.chance(0.8) ? insider : newPersonId();
    const role = random.chance(0.9) ? "editor" : "viewer";
    const opened = rooms.accept(socket, { personId, name: "无名", role }, speechId);
    return opened;
  }

  for (let sent = 0; sent < MESSAGES; sent += 1) {
    if (attacker === null) {
      attacker = open();
      await nextTurn();
      // As if it had answered the server's question, so that its updates count.
      if (attacker.mayWrite) attacker.receive(message(0, 1, Uint8Array.of(0, 0)));
    }
    attacker.receive(hostileMessage());
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

  const shownIn = (fragment: Y.XmlFragment) => JSON.stringify(yXmlFragmentToProsemirrorJSON(fragment));
  // What is saved of one may be on its way to the other.
  const shown = await vi.waitFor(
    async () => {
      const stored = createSharedDocument();
      for (const update of (await log.load(speechId)).updates) Y.applyUpdate(stored, update);
      expect(stored.store.pendingStructs).toBeNull();
      const text = shownIn(stored.getXmlFragment(FRAGMENT));
      for (const { fragment } of honest) expect(shownIn(fragment)).toBe(text);
      return text;
    },
    { timeout: 20_000 },
  );
  const names = new Set([...shown.matchAll(/"type":"([^"]*)"/g)].map(([, name = ""]) => name));
  const { nodes, marks } = documentSchema();
  expect([...names].filter((name) => !(name in nodes) && !(name in marks))).toEqual([]);
}, 300_000);
