import { describe, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { can, ROLES } from "@/core/access";
import { openRooms, until } from "../helpers/rooms";
import { sendAwareness } from "../helpers/send-awareness";
import { SyncClient } from "../helpers/sync-client";

/** What a client believes of the others, from every awareness message it got. */
function statesOf(client: SyncClient): Map<number, Record<string, unknown>> {
  const awareness = new Awareness(new Y.Doc());
  for (const update of client.awareness) applyAwarenessUpdate(awareness, update, null);
  const states = new Map(awareness.getStates());
  states.delete(awareness.clientID);
  awareness.destroy();
  return states;
}

describe("access on the socket", () => {
  for (const role of ROLES) {
    const writes = can(role, "edit");
    it(`AC-10 role ${role} ${writes ? "writes" : "reads but can't write"} through the socket`, async () => {
      const { log, rooms, speechId } = openRooms();
      const chief = new SyncClient(rooms, speechId, { role: "chief" });
      chief.write("正文");
      await until(() => chief.allSaved);
      const client = new SyncClient(rooms, speechId, { role });
      await until(() => client.fragment.length === 1);
      expect(client.role).toBe(role);
      client.write("改动");
      if (writes) {
        await until(() => client.allSaved && chief.fragment.length === 2);
      } else {
        // A suggester's updates are read, to see whether they are suggestions.
        expect(client.closeError).toBe(can(role, "suggest") ? "content-not-allowed" : "forbidden");
        expect(log.rows.get(speechId)).toHaveLength(1);
        expect(chief.fragment.length).toBe(1);
      }
    });
  }

  it("AC-11 someone who lost the right to edit isn't asked for offline edits, and keeps them", async () => {
    const { log, rooms, speechId } = openRooms();
    const editor = new SyncClient(rooms, speechId);
    editor.write("在线");
    await until(() => editor.allSaved);
    editor.disconnect();
    editor.write("离线");
    const viewer = new SyncClient(rooms, speechId, {
      doc: editor.doc,
      personId: editor.personId,
      role: "viewer",
    });
    await until(() => viewer.role === "viewer");
    expect(viewer.closed).toBeNull();
    expect(log.rows.get(speechId)).toHaveLength(1);
    expect(viewer.fragment.toString()).toContain("离线");
  });

  it("AC-12 revoking closes the person's sockets on that speech at once, and nobody else's", async () => {
    const { rooms, speechId } = openRooms();
    const a = new SyncClient(rooms, speechId);
    const b = new SyncClient(rooms, speechId);
    await until(() => a.allSaved && b.allSaved);
    rooms.revoke(a.personId, speechId);
    expect(a.closeError).toBe("access-changed");
    expect(b.closed).toBeNull();
    rooms.revoke(b.personId);
    expect(b.closeError).toBe("access-changed");
  });
});

describe("presence", () => {
  it("SY-40 name and colour come from the server, whatever a client claims", async () => {
    const { rooms, speechId } = openRooms();
    const watcher = new SyncClient(rooms, speechId);
    const liar = new SyncClient(rooms, speechId, { name: "李四" });
    await until(() => watcher.allSaved && liar.allSaved);
    sendAwareness(liar, liar.doc.clientID, { user: { name: "局长", color: "#000" }, cursor: null });
    await until(() => statesOf(watcher).size === 1);
    expect(statesOf(watcher).get(liar.doc.clientID)).toMatchObject({
      user: { id: liar.personId, name: "李四" },
    });
    expect(rooms.present(speechId).map(({ name }) => name)).toContain("李四");
  });

  it("SY-41 a caret under somebody else's client id is passed over, one's own is shown", async () => {
    const { rooms, speechId } = openRooms();
    const victim = new SyncClient(rooms, speechId, { name: "王五" });
    const liar = new SyncClient(rooms, speechId, { name: "李四" });
    const watcher = new SyncClient(rooms, speechId);
    victim.write("在此");
    await until(() => victim.allSaved && liar.allSaved && watcher.allSaved);
    sendAwareness(liar, victim.doc.clientID, { cursor: null });
    sendAwareness(liar, liar.doc.clientID, { cursor: null });
    await until(() => statesOf(watcher).has(liar.doc.clientID));
    expect(statesOf(watcher).has(victim.doc.clientID)).toBe(false);
    sendAwareness(victim, victim.doc.clientID, { cursor: null });
    await until(() => statesOf(watcher).has(victim.doc.clientID));
    expect(liar.closed).toBeNull();
  });

  it("SY-43 a caret that names no place is passed over, one that does is shown", async () => {
    const { rooms, speechId } = openRooms();
    const watcher = new SyncClient(rooms, speechId);
    const liar = new SyncClient(rooms, speechId);
    const honest = new SyncClient(rooms, speechId);
    await until(() => watcher.allSaved && liar.allSaved && honest.allSaved);
    const place = { type: null, tname: "default", item: null, assoc: 0 };
    const broken = [
      null,
      {},
      "text",
      { item: 1 },
      { item: { client: 1, clock: -1 } },
      { tname: "elsewhere" },
      { ...place, type: { client: 1.5, clock: 0 } },
    ];
    for (const anchor of broken) {
      sendAwareness(liar, liar.doc.clientID, { cursor: { anchor, head: place } });
      sendAwareness(liar, liar.doc.clientID, { cursor: { anchor: place, head: anchor } });
    }
    sendAwareness(honest, honest.doc.clientID, { cursor: { anchor: place, head: place } });
    await until(() => statesOf(watcher).has(honest.doc.clientID));
    expect(statesOf(watcher).has(liar.doc.clientID)).toBe(false);
    expect(statesOf(watcher).get(honest.doc.clientID)).toMatchObject({ cursor: { anchor: place } });
    expect(liar.closed).toBeNull();
  });

  it("SY-42 who leaves is taken off at once", async () => {
    const { rooms, speechId } = openRooms();
    const watcher = new SyncClient(rooms, speechId);
    const guest = new SyncClient(rooms, speechId);
    await until(() => watcher.allSaved && guest.allSaved);
    sendAwareness(guest, guest.doc.clientID, { cursor: null });
    await until(() => statesOf(watcher).size === 1);
    guest.disconnect();
    await until(() => statesOf(watcher).size === 0);
    expect(rooms.present(speechId)).toHaveLength(1);
  });
});
