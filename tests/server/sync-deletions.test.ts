/** Deletions in a document that is full: they make room, and must not become a way to grow it. */
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "@/core/limits";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

/** Clock of the first letter behind the paragraph, its text and 开头. */
const FIRST_LETTERS = 4;

/** A paragraph that leaves no room for another of its size. */
async function fullSpeech() {
  const { rooms, speechId, log } = openRooms({ idleTimeoutMs: 10_000 });
  const writer = new SyncClient(rooms, speechId);
  await until(() => writer.allSaved);
  writer.write("开头");
  const line = (writer.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const part = Math.floor(LIMITS.documentBytes / 5.2);
  for (let parts = 0; parts < 5; parts += 1) line.insert(line.length, "a".repeat(part));
  await until(() => writer.allSaved);
  const stored = () => {
    const doc = new Y.Doc();
    for (const { update } of log.rows.get(speechId) ?? []) Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc).length;
  };
  return { writer, line, stored };
}

/** Every second letter of so many, written by hand: Yjs would look each of them up from the beginning. */
function thinOut(writer: SyncClient, from: number, count: number): void {
  const encoder = encoding.createEncoder();
  for (const value of [0, 1, writer.doc.clientID, count]) encoding.writeVarUint(encoder, value);
  for (let taken = 0; taken < count; taken += 1) {
    encoding.writeVarUint(encoder, FIRST_LETTERS + from + taken * 2);
    encoding.writeVarUint(encoder, 1);
  }
  writer.sendUpdate(encoding.toUint8Array(encoder));
}

describe("a full document", () => {
  it("SY-106 takes deletions, one by one and of whole passages, and new text in their place", async () => {
    const { writer, line, stored } = await fullSpeech();
    for (let typed = 0; typed < 50; typed += 1) line.delete(100 + typed * 3, 1);
    line.delete(1000, 2_000_000);
    await until(() => writer.allSaved);
    line.insert(0, "新".repeat(100_000));
    await until(() => writer.allSaved);
    expect(writer.closed).toBeNull();
    expect(stored()).toBeLessThan(LIMITS.documentBytes);
  });

  it("SY-106 is not grown by scattered deletions past their reserve", async () => {
    const { writer, stored } = await fullSpeech();
    for (let messages = 0; writer.closed === null; messages += 1) {
      thinOut(writer, messages * 20_000, 10_000);
      await until(() => writer.allSaved || writer.closed !== null);
    }
    expect(writer.closeError).toBe("too-large");
    expect(stored()).toBeGreaterThan(LIMITS.documentBytes);
    expect(stored()).toBeLessThan(LIMITS.documentBytes + LIMITS.deletionReserveBytes);
  });

  it("SY-106 more scattered deletions in one message than anybody makes are refused", async () => {
    const { writer, stored } = await fullSpeech();
    const before = stored();
    thinOut(writer, 0, LIMITS.deletionsPerUpdate + 1);
    expect(writer.closeError).toBe("too-large");
    expect(stored()).toBe(before);
  });
});
