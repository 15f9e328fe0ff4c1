/** Who is seen where, and under which id, when pages go from one node to another. */
import { describe, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { newPersonId } from "@/core/ids";
import { encodeAwareness } from "@/server/sync/awareness-message";
import { ClientOwners } from "@/server/sync/client-owners";
import { RoomPresence } from "@/server/sync/room-presence";
import { element, forge } from "../helpers/forged-update";
import { createHub } from "../helpers/hub-relay";
import { MemoryLog } from "../helpers/memory-log";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

async function openPair(presenceDelayMs = 1) {
  const hub = createHub();
  const log = new MemoryLog();
  const open = () => {
    const relay = hub.join();
    return { relay, ...openRooms({ log, relay, presenceDelayMs, idleTimeoutMs: 10_000 }) };
  };
  const pair = { one: open(), other: open() };
  await new Promise(setImmediate);
  return { ...pair, speechId: pair.one.speechId };
}

/** What a page that heard all of this knows of the others, by client id. */
function seenBy(client: SyncClient): Map<number, unknown> {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const body of client.awareness) applyAwarenessUpdate(awareness, body, null);
  const states = new Map(awareness.getStates());
  awareness.destroy();
  return states;
}

const showAt = (client: SyncClient, clock: number) =>
  client.send(encodeAwareness([[client.doc.clientID, clock, '{"cursor":null}']]));

describe("a page that goes to another node", () => {
  it("SY-42 SY-66 is seen there at once, whether or not its old node has told that it left", async () => {
    const { one, other, speechId } = await openPair();
    const mover = new SyncClient(one.rooms, speechId);
    const reader = new SyncClient(other.rooms, speechId);
    await until(() => mover.allSaved && reader.allSaved);
    showAt(mover, 1);
    await until(() => seenBy(reader).has(mover.doc.clientID));
    other.relay.setAvailable(false);
    mover.disconnect();
    const { doc, personId } = mover;
    const moved = new SyncClient(other.rooms, speechId, { doc, personId, name: "搬来的" });
    await until(() => moved.allSaved);
    showAt(moved, 2);
    await until(() => JSON.stringify(seenBy(reader).get(doc.clientID))?.includes("搬来的") ?? false);
    other.relay.setAvailable(true);
    moved.disconnect();
    await until(() => !seenBy(reader).has(doc.clientID));
  });

  it("SY-42 isn't taken off by what its old node says late, and is by the new one", async () => {
    const { one, other, speechId } = await openPair(20);
    const mover = new SyncClient(one.rooms, speechId);
    const reader = new SyncClient(other.rooms, speechId);
    await until(() => mover.allSaved && reader.allSaved);
    showAt(mover, 1);
    await until(() => seenBy(reader).has(mover.doc.clientID));
    const { doc, personId } = mover;
    // The old socket's end isn't noticed yet.
    const moved = new SyncClient(other.rooms, speechId, { doc, personId });
    await until(() => moved.allSaved);
    showAt(moved, 2);
    mover.disconnect();
    const witness = new SyncClient(one.rooms, speechId);
    await until(() => witness.allSaved);
    showAt(witness, 1);
    // Said after the other's leaving.
    await until(() => seenBy(reader).has(witness.doc.clientID));
    expect(seenBy(reader).has(doc.clientID)).toBe(true);
    moved.disconnect();
    await until(() => !seenBy(reader).has(doc.clientID) && !seenBy(witness).has(doc.clientID));
  });

  it("SY-42 SY-66 whoever left a node that ends is taken off on the others at once", async () => {
    const { one, other, speechId } = await openPair(60_000);
    const leaver = new SyncClient(one.rooms, speechId);
    const reader = new SyncClient(other.rooms, speechId);
    await until(() => leaver.allSaved && reader.allSaved);
    showAt(leaver, 1);
    leaver.write("还在");
    await until(() => seenBy(reader).has(leaver.doc.clientID));
    await one.rooms.close();
    await until(() => !seenBy(reader).has(leaver.doc.clientID));
  });

  it("SY-42 SY-66 whoever left while nothing came from the node is taken off by its next full word", () => {
    const presence = new RoomPresence();
    const owners = new ClientOwners();
    const person = (id: number): [number, number, string] => [
      id,
      1,
      JSON.stringify({ cursor: null, user: { id: newPersonId(), name: "张三", color: "#000" } }),
    ];
    const [first, second, third] = [person(1), person(2), person(3)];
    const hear = (node: string, entries: readonly [number, number, string][], isAll: boolean) =>
      presence.merge({ node, awareness: encodeAwareness(entries), isAll, at: 0 }, owners);
    hear("one", [first, second], true);
    hear("other", [third], true);
    expect(hear("one", [first], false)).toBeNull();
    expect(hear("one", [first], true)).toEqual(encodeAwareness([[2, 1, "null"]]));
    expect(presence.encodeAll()).toEqual(encodeAwareness([first, third]));
  });

  it("SY-105 the id of a caret that another node shows is its owner's on this one too", async () => {
    const { one, other, speechId } = await openPair();
    const owner = new SyncClient(one.rooms, speechId);
    const taker = new SyncClient(other.rooms, speechId);
    const honest = new SyncClient(other.rooms, speechId, { personId: owner.personId });
    await until(() => owner.allSaved && taker.allSaved && honest.allSaved);
    showAt(owner, 1);
    await until(() => seenBy(taker).has(owner.doc.clientID));
    const underItsId = (writer: SyncClient) =>
      forge(writer, (fragment, doc) => {
        doc.clientID = owner.doc.clientID;
        fragment.push([element("paragraph", new Y.XmlText("写在别人的编号下"))]);
      });
    taker.sendUpdate(underItsId(taker));
    expect(taker.closeError).toBe("author-mismatch");
    honest.sendUpdate(underItsId(honest));
    await until(() => honest.allSaved);
    expect(honest.closed).toBeNull();
  });
});
