import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import type { CloseErrorCode } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

/** An update made by `change` on a document that starts as a copy of the client's. */
function forge(client: SyncClient, change: (fragment: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getXmlFragment(FRAGMENT), doc));
  return Y.encodeStateAsUpdate(doc, before);
}

function message(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === "number") encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

/** Structs as they stand in an update: client, first clock, and raw bytes per struct. */
function rawUpdate(blocks: { client: number; clock: number; structs: number[][] }[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const bytes of structs) encoding.writeUint8Array(encoder, Uint8Array.from(bytes));
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

const element = (name: string, content?: Y.XmlElement | Y.XmlText) => {
  const node = new Y.XmlElement(name);
  if (content !== undefined) node.insert(0, [content]);
  return node;
};
const heading = (level: unknown) => {
  const node = element("heading", new Y.XmlText("题"));
  // Yjs types attributes as strings; the binding and forgers write any JSON.
  (node as unknown as { setAttribute(name: string, value: unknown): void }).setAttribute("level", level);
  return node;
};
const marked = (mark: string) => {
  const text = new Y.XmlText();
  text.insert(0, "字", { [mark]: {} });
  return element("paragraph", text);
};
const GC_OF_ONE = [0, 1];

interface Case {
  readonly rule: string;
  readonly code: CloseErrorCode;
  readonly bad: (client: SyncClient) => void;
  /** The same kind of message as an honest client sends it. */
  readonly good: (client: SyncClient) => void;
}

const add = (client: SyncClient, ...nodes: Y.XmlElement[]) =>
  client.sendUpdate(forge(client, (fragment) => fragment.push(nodes)));

const CASES: readonly Case[] = [
  {
    rule: "SY-20 a message that ends too early",
    code: "malformed-message",
    bad: (client) => client.send(Uint8Array.of(0, 2, 200, 1)),
    good: (client) => client.write("整"),
  },
  {
    rule: "SY-20 bytes after the end of a message",
    code: "malformed-message",
    bad: (client) => client.send(Uint8Array.of(3, 0)),
    good: (client) => client.send(Uint8Array.of(3)),
  },
  {
    rule: "SY-21 a message of an unknown type",
    code: "unknown-message",
    bad: (client) => client.send(message(77)),
    good: (client) => client.send(message(3)),
  },
  {
    rule: "SY-21 a sync message of an unknown kind",
    code: "unknown-message",
    bad: (client) => client.send(message(0, 9, new Uint8Array(2))),
    good: (client) => client.send(message(0, 0, Y.encodeStateVector(new Y.Doc()))),
  },
  {
    rule: "SY-22 a message over the limit",
    code: "too-large",
    bad: (client) => client.send(message(0, 2, new Uint8Array(LIMITS.messageBytes))),
    good: (client) => client.write("字".repeat(100_000)),
  },
  {
    rule: "SY-23 an empty update",
    code: "malformed-message",
    bad: (client) => client.sendUpdate(Uint8Array.of(0, 0)),
    good: (client) => client.send(message(0, 1, Uint8Array.of(0, 0))),
  },
  {
    rule: "SY-24 an update in V2 encoding",
    code: "malformed-message",
    bad: (client) =>
      client.sendUpdate(
        Y.convertUpdateFormatV1ToV2(
          forge(client, (f) => f.push([element("paragraph", new Y.XmlText("二"))])),
        ),
      ),
    good: (client) => client.write("一"),
  },
  {
    rule: "SY-25 random bytes as an update",
    code: "malformed-message",
    bad: (client) => client.sendUpdate(Uint8Array.from({ length: 64 }, (_, i) => (i * 97 + 13) % 251)),
    good: (client) => client.write("顺"),
  },
  {
    rule: "SY-25 one client's block twice",
    code: "malformed-message",
    bad: (client) =>
      client.sendUpdate(
        rawUpdate([
          { client: 9, clock: 0, structs: [GC_OF_ONE] },
          { client: 9, clock: 0, structs: [GC_OF_ONE, GC_OF_ONE] },
        ]),
      ),
    good: (client) =>
      client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [GC_OF_ONE, GC_OF_ONE] }])),
  },
  {
    rule: "SY-25 clients out of order",
    code: "malformed-message",
    bad: (client) =>
      client.sendUpdate(
        rawUpdate([
          { client: 8, clock: 0, structs: [GC_OF_ONE] },
          { client: 9, clock: 0, structs: [GC_OF_ONE] },
        ]),
      ),
    good: (client) =>
      client.sendUpdate(
        rawUpdate([
          { client: 9, clock: 0, structs: [GC_OF_ONE] },
          { client: 8, clock: 0, structs: [GC_OF_ONE] },
        ]),
      ),
  },
  {
    rule: "SY-25 a struct without length",
    code: "malformed-message",
    bad: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [[0, 0]] }])),
    good: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [[0, 1]] }])),
  },
  {
    rule: "SY-26 an update whose predecessor is missing",
    code: "resync-required",
    bad: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 5, structs: [GC_OF_ONE] }])),
    good: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [GC_OF_ONE] }])),
  },
  {
    rule: "SY-27 a node of an unknown name",
    code: "content-not-allowed",
    bad: (client) => add(client, element("iframe")),
    good: (client) => add(client, element("paragraph")),
  },
  {
    rule: "SY-27 a node in a parent that can't hold it",
    code: "content-not-allowed",
    bad: (client) => add(client, element("paragraph", element("table"))),
    good: (client) => add(client, element("quotation", element("paragraph"))),
  },
  {
    rule: "SY-27 a node pushed into someone's paragraph",
    code: "content-not-allowed",
    bad: (client) =>
      client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).push([element("paragraph")]))),
    good: (client) =>
      client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).push([element("hardBreak")]))),
  },
  {
    rule: "SY-27 text straight in the document",
    code: "content-not-allowed",
    bad: (client) => client.sendUpdate(forge(client, (f) => f.push([new Y.XmlText("裸")]))),
    good: (client) => add(client, element("paragraph", new Y.XmlText("文"))),
  },
  {
    rule: "SY-27 another root than the document",
    code: "content-not-allowed",
    bad: (client) => client.sendUpdate(forge(client, (_, doc) => doc.getMap("other").set("a", 1))),
    good: (client) => add(client, element("paragraph")),
  },
  {
    rule: "SY-28 a heading of level 9",
    code: "content-not-allowed",
    bad: (client) => add(client, heading(9)),
    good: (client) => add(client, heading(2)),
  },
  {
    rule: "SY-28 an unknown attribute",
    code: "content-not-allowed",
    bad: (client) =>
      client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).setAttribute("onclick", "x"))),
    good: (client) => add(client, heading(3)),
  },
  {
    rule: "SY-28 an unknown mark",
    code: "content-not-allowed",
    bad: (client) => add(client, marked("script")),
    good: (client) => add(client, marked("bold")),
  },
];

describe("the socket refuses with a named code, stores nothing and disturbs nobody", () => {
  for (const { rule, code, bad, good } of CASES) {
    it(`${rule} → ${code}, and its honest twin passes`, async () => {
      const { log, logger, rooms, speechId } = openRooms();
      const witness = new SyncClient(rooms, speechId);
      const attacker = new SyncClient(rooms, speechId);
      await until(() => witness.allSaved && attacker.allSaved);
      witness.write("底稿");
      await until(() => witness.allSaved && attacker.fragment.length === 1);
      const stored = log.rows.get(speechId)?.length;
      const shown = witness.frames.length;

      bad(attacker);
      expect(attacker.closeError).toBe(code);
      expect(logger.lines).toContainEqual(
        expect.objectContaining({ level: "warn", fields: expect.objectContaining({ code }) }),
      );
      expect(JSON.stringify(logger.lines)).not.toContain("底稿");

      const honest = new SyncClient(rooms, speechId);
      await until(() => honest.allSaved);
      expect(log.rows.get(speechId)?.length).toBe(stored);
      good(honest);
      await until(() => honest.allSaved);
      expect(honest.closed).toBeNull();
      expect(witness.closed).toBeNull();
      witness.write("接着写");
      await until(() => witness.allSaved);
      expect(witness.frames.length).toBeGreaterThan(shown);
      expect(witness.fragment.toString()).not.toMatch(/iframe|onclick|script/);
    });
  }
});

describe("authorship", () => {
  it("SY-30 text under somebody else's client id is refused; under one's own it passes", async () => {
    const { rooms, speechId } = openRooms();
    const author = new SyncClient(rooms, speechId);
    author.write("原作");
    const forger = new SyncClient(rooms, speechId);
    await until(() => author.allSaved && forger.fragment.length === 1);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc));
    doc.clientID = author.doc.clientID;
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment(FRAGMENT).push([element("paragraph", new Y.XmlText("冒名"))]);
    const update = Y.encodeStateAsUpdate(doc, before);
    forger.sendUpdate(update);
    expect(forger.closeError).toBe("author-mismatch");

    const sameAuthor = new SyncClient(rooms, speechId, { personId: author.personId });
    await until(() => sameAuthor.allSaved);
    sameAuthor.sendUpdate(update);
    await until(() => sameAuthor.allSaved);
    expect(sameAuthor.closed).toBeNull();
  });

  it("SY-31 the binding of a client id to its person survives the room", async () => {
    const { rooms, speechId } = openRooms();
    const author = new SyncClient(rooms, speechId);
    author.write("原作");
    await until(() => author.allSaved);
    author.disconnect();
    await until(() => rooms.size === 0);
    const forger = new SyncClient(rooms, speechId);
    await until(() => forger.fragment.length === 1);
    forger.sendUpdate(
      rawUpdate([
        {
          client: author.doc.clientID,
          clock: Y.getState(author.doc.store, author.doc.clientID),
          structs: [GC_OF_ONE],
        },
      ]),
    );
    expect(forger.closeError).toBe("author-mismatch");
  });
});

describe("floods", () => {
  it("SY-32 a socket that sends too fast is closed; a burst of honest typing isn't", async () => {
    const { rooms, speechId } = openRooms();
    const flooder = new SyncClient(rooms, speechId);
    const typist = new SyncClient(rooms, speechId);
    await until(() => flooder.allSaved && typist.allSaved);
    for (let i = 0; i < 1000; i += 1) typist.write("快");
    for (let i = 0; i < LIMITS.messagesPerSecond * 20; i += 1) flooder.send(message(3));
    expect(flooder.closeError).toBe("too-many-requests");
    await until(() => typist.allSaved);
    expect(typist.closed).toBeNull();
  });

  it("SY-33 a client that doesn't read is dropped to resync, one that reads stays", async () => {
    const { rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    const stuck = new SyncClient(rooms, speechId);
    const reader = new SyncClient(rooms, speechId);
    await until(() => writer.allSaved && stuck.allSaved && reader.allSaved);
    stuck.bufferedBytes = LIMITS.socketBacklogBytes + 1;
    writer.write("一句");
    await until(() => reader.fragment.length === 1);
    expect(stuck.closeError).toBe("resync-required");
    expect(reader.closed).toBeNull();
  });

  it("SY-34 sockets per person are limited, a colleague still gets in", async () => {
    const { rooms, speechId } = openRooms();
    const first = new SyncClient(rooms, speechId);
    const { personId } = first;
    for (let i = 1; i < LIMITS.socketsPerPerson; i += 1) new SyncClient(rooms, speechId, { personId });
    const over = new SyncClient(rooms, speechId, { personId });
    expect(over.closeError).toBe("too-many-sockets");
    const colleague = new SyncClient(rooms, speechId);
    await until(() => colleague.allSaved);
  });
});
