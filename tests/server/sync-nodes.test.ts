import { afterEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { createHub } from "../helpers/hub-relay";
import { MemoryLog } from "../helpers/memory-log";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

async function openNodes(count: number, isLost?: () => boolean) {
  const hub = createHub(isLost);
  const log = new MemoryLog();
  const nodes = Array.from({ length: count }, () => {
    const relay = hub.join();
    return { relay, ...openRooms({ log, relay, pollMs: 5, idleTimeoutMs: 10_000 }) };
  });
  // Each tells those before it that it is there, on which their pages read again.
  await new Promise(setImmediate);
  return { log, nodes, speechId: (nodes[0] as (typeof nodes)[0]).speechId };
}

const text = (client: SyncClient) => client.fragment.toString();

/** A second page that writes under the id of a first one, which it never heard. */
function twin(of: SyncClient): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = of.doc.clientID;
  return doc;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("several nodes", () => {
  it("SY-62 people on different nodes write one text", async () => {
    const { nodes, speechId } = await openNodes(3);
    const clients = nodes.map(({ rooms }) => new SyncClient(rooms, speechId));
    await until(() => clients.every((client) => client.allSaved));
    for (let round = 0; round < 10; round += 1) {
      for (const [index, client] of clients.entries()) client.write(`节点${index}第${round}段`);
    }
    await until(() => clients.every((client) => client.allSaved && client.fragment.length === 30));
    expect(new Set(clients.map(text)).size).toBe(1);
  });

  it("SY-63 lost messages between nodes are found by their numbers and read from the log", async () => {
    let sent = 0;
    const { nodes, speechId } = await openNodes(2, () => {
      sent += 1;
      return sent % 3 === 0;
    });
    const clients = nodes.map(({ rooms }) => new SyncClient(rooms, speechId));
    await until(() => clients.every((client) => client.allSaved));
    for (let round = 0; round < 30; round += 1) {
      for (const client of clients) client.write(`第${round}段`);
      await until(() => clients.every((client) => client.allSaved));
    }
    // Whatever was lost last shows with the next message that isn't; the next may be lost too.
    await until(() => {
      if (text(clients[0] as SyncClient) === text(clients[1] as SyncClient)) return true;
      if (clients.every((client) => client.allSaved)) clients[0]?.write("再来");
      return false;
    });
    expect(clients[1]?.fragment.length).toBeGreaterThanOrEqual(60);
  });

  it("SY-64 without the relay a node still gets the others' text from the log, and all of it afterwards", async () => {
    const { nodes, speechId } = await openNodes(2);
    const [a, b] = nodes.map(({ rooms }) => new SyncClient(rooms, speechId)) as [SyncClient, SyncClient];
    await until(() => a.allSaved && b.allSaved);
    nodes[1]?.relay.setAvailable(false);
    a.write("断线期间");
    await until(() => text(b) === text(a));
    b.write("另一边也在写");
    await until(() => b.allSaved);
    nodes[1]?.relay.setAvailable(true);
    a.write("恢复之后");
    await until(() => text(a) === text(b) && a.fragment.length === 3);
    expect(b.relayStates).toEqual([false, true]);
    expect(a.relayStates).toEqual([]);
  });

  it("SY-111 a node that is well shows what one that is cut off stored, within ten seconds", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { nodes, speechId } = await openNodes(2);
    const [a, b] = nodes.map(({ rooms }) => new SyncClient(rooms, speechId)) as [SyncClient, SyncClient];
    await until(() => a.allSaved && b.allSaved);
    nodes[0]?.relay.setAvailable(false);
    a.write("断线的一边写的");
    await until(() => a.allSaved);
    expect(b.fragment.length).toBe(0);
    vi.advanceTimersByTime(10_000);
    await until(() => text(b) === text(a));
    expect(b.relayStates).toEqual([]);
  });

  it("SY-132 a room that somebody opens while its text is read for something else gives signs of life", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { log, nodes, speechId } = await openNodes(1);
    const { rooms } = nodes[0] as (typeof nodes)[0];
    await rooms.textOf(speechId);
    // Each reading of the log stands until it is let go.
    const held: (() => void)[] = [];
    const load = log.load.bind(log);
    log.load = async (...asked) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return load(...asked);
    };
    const asked = rooms.textOf(speechId);
    await until(() => held.length === 1);
    const client = new SyncClient(rooms, speechId);
    await new Promise(setImmediate);
    held[0]?.();
    await asked;
    await until(() => held.length === 2);
    held[1]?.();
    await until(() => client.allSaved);
    const before = client.awareness.length;
    vi.advanceTimersByTime(10_000);
    await until(() => client.awareness.length > before);
  });

  it("SY-65 someone who moves to another node isn't refused for text that node hasn't heard of", async () => {
    const { nodes, speechId } = await openNodes(2, () => true);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const resident = new SyncClient(second.rooms, speechId);
    await until(() => resident.allSaved);
    const author = new SyncClient(first.rooms, speechId);
    const mover = new SyncClient(first.rooms, speechId);
    author.write("甲写的");
    await until(() => author.allSaved && mover.fragment.length === 1);
    mover.disconnect();
    mover.write("路上写的");
    const moved = new SyncClient(second.rooms, speechId, { doc: mover.doc, personId: mover.personId });
    await until(() => moved.allSaved && resident.fragment.length === 2);
    expect(moved.closed).toBeNull();
  });

  it("SY-66 who is here, and a withdrawn right, cross nodes", async () => {
    const { nodes, speechId } = await openNodes(2);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const a = new SyncClient(first.rooms, speechId, { name: "甲" });
    const b = new SyncClient(second.rooms, speechId, { name: "乙" });
    await until(() => a.allSaved && b.allSaved);
    await until(() => first.rooms.present(speechId).length === 2);
    expect(second.rooms.present(speechId).map(({ name }) => name)).toEqual(["甲", "乙"]);
    first.rooms.revoke(b.personId, speechId);
    await until(() => b.closeError === "access-changed");
    expect(a.closed).toBeNull();
    await until(() => first.rooms.present(speechId).length === 1);
  });

  it("SY-66 that threads or the speech changed is heard on every node, each once", async () => {
    const { nodes, speechId } = await openNodes(3);
    const [first] = nodes as [(typeof nodes)[0]];
    const clients = nodes.map(({ rooms }) => new SyncClient(rooms, speechId));
    await until(() => clients.every((client) => client.allSaved));
    first.rooms.threadsChanged(speechId);
    first.rooms.speechChanged(speechId);
    await until(() => clients.every(({ news }) => news.length === 2));
    for (const { news } of clients) expect(news).toEqual(["threads-changed", "speech-changed"]);
  });

  it("SY-66 what was to be read again while the relay was lost is told when it is back", async () => {
    const { nodes, speechId } = await openNodes(2);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const b = new SyncClient(second.rooms, speechId);
    await until(() => b.allSaved);
    second.relay.setAvailable(false);
    first.rooms.threadsChanged(speechId);
    first.rooms.speechChanged(speechId);
    second.relay.setAvailable(true);
    await until(() => b.news.length === 2);
    expect([...b.news].sort()).toEqual(["speech-changed", "threads-changed"]);
  });

  it("SY-66 what a node told while only it was cut off is read again on the others when it is back", async () => {
    const { nodes, speechId } = await openNodes(2);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const a = new SyncClient(first.rooms, speechId);
    const b = new SyncClient(second.rooms, speechId);
    await until(() => a.allSaved && b.allSaved);
    first.relay.setAvailable(false);
    first.rooms.threadsChanged(speechId);
    first.rooms.speechChanged(speechId);
    a.write("断线的一边写的");
    await until(() => a.allSaved);
    expect(b.news).toEqual([]);
    first.relay.setAvailable(true);
    await until(() => b.news.length === 2 && text(b) === text(a));
    expect([...b.news].sort()).toEqual(["speech-changed", "threads-changed"]);
    expect(b.relayStates).toEqual([]);
  });

  it("SY-66 a node that starts has the others read again what one that ended cut off told", async () => {
    const hub = createHub();
    const log = new MemoryLog();
    const { rooms, speechId } = openRooms({ log, relay: hub.join(), idleTimeoutMs: 10_000 });
    const reader = new SyncClient(rooms, speechId);
    await until(() => reader.allSaved);
    openRooms({ log, relay: hub.join() });
    await until(() => reader.news.length === 2);
    expect([...reader.news].sort()).toEqual(["speech-changed", "threads-changed"]);
  });

  it("SY-68 one client id used on two nodes at once: the second text is refused, and nobody's page differs", async () => {
    const { nodes, log, speechId } = await openNodes(2, () => true);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const reader = new SyncClient(second.rooms, speechId);
    const author = new SyncClient(first.rooms, speechId);
    const copy = twin(author);
    const other = new SyncClient(second.rooms, speechId, { doc: copy, personId: author.personId });
    await until(() => [reader, author, other].every((client) => client.allSaved));
    author.write("甲乙丙");
    await until(() => author.allSaved);
    other.write("子丑寅");
    await until(() => reader.closeError === "resync-required");
    expect(other.closeError).toBe("resync-required");
    expect(log.rows.get(speechId)).toHaveLength(1);
    expect(reader.fragment.length).toBe(0);
    const back = new SyncClient(second.rooms, speechId, { doc: reader.doc, personId: reader.personId });
    await until(() => back.allSaved && text(back) === text(author));
  });

  it("SY-68 somebody else's client id on another node is refused by the log; one's own goes on from node to node", async () => {
    const { nodes, log, speechId } = await openNodes(2, () => true);
    const [first, second] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
    const author = new SyncClient(first.rooms, speechId);
    const thief = new SyncClient(second.rooms, speechId, { doc: twin(author) });
    await until(() => author.allSaved && thief.allSaved);
    author.write("甲写的");
    await until(() => author.allSaved);
    thief.write("冒名写的");
    await until(() => thief.closeError !== null);
    expect(log.rows.get(speechId)).toHaveLength(1);
    author.disconnect();
    const moved = new SyncClient(second.rooms, speechId, { doc: author.doc, personId: author.personId });
    await until(() => moved.allSaved);
    moved.write("换一台再写");
    await until(() => moved.allSaved && log.rows.get(speechId)?.length === 2);
    expect(moved.closed).toBeNull();
  });
});
