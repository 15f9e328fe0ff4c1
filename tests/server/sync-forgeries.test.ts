/** Updates that are well-formed one by one and would spoil the speech for everybody all the same. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "@/core/limits";
import { element, forge, GC_OF_ONE, rawUpdate } from "../helpers/forged-update";
import { itRefuses } from "../helpers/refusals";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const ORIGIN_AND_STRING = 0x84;
const ORIGIN_AND_FORMAT = 0x86;

function varUint(value: number): number[] {
  return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}
function varString(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...varUint(bytes.length), ...bytes];
}
/** A letter right of another struct. */
const letterAfter = (client: number, clock: number) => [
  ORIGIN_AND_STRING,
  ...varUint(client),
  ...varUint(clock),
  ...varString("字"),
];

/** Where the text of the first paragraph starts. */
function firstLetter({ doc }: SyncClient): Y.ID {
  const letters = Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.find(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString,
  );
  if (letters === undefined) throw new Error("no text");
  return letters.id;
}

function formatted(client: SyncClient, mark: string, json: string): Uint8Array {
  const { client: author, clock } = firstLetter(client);
  return rawUpdate([
    {
      client: 9,
      clock: 0,
      structs: [
        [ORIGIN_AND_FORMAT, ...varUint(author), ...varUint(clock), ...varString(mark), ...varString(json)],
      ],
    },
  ]);
}

const afterFirstLetter = (client: SyncClient) => {
  const { client: author, clock } = firstLetter(client);
  return letterAfter(author, clock);
};
/** The paragraph that everybody in these tests has. */
const paragraph = (fragment: Y.XmlFragment) => fragment.get(0) as Y.XmlElement;
const text = (fragment: Y.XmlFragment) => paragraph(fragment).get(0) as Y.XmlText;

/** An attribute of any JSON, which Yjs's types don't let through. */
function setAttribute(node: Y.XmlElement | Y.XmlText, name: string, value: unknown): void {
  (node as unknown as { setAttribute(name: string, value: unknown): void }).setAttribute(name, value);
}

/** One letter deleted so many times in one update. */
function deletion({ client, clock }: Y.ID, times: number): Uint8Array {
  const ranges = Array.from({ length: times }, () => [...varUint(clock), 1]).flat();
  return Uint8Array.from([0, 1, ...varUint(client), ...varUint(times), ...ranges]);
}

const manyClients = (count: number) =>
  rawUpdate(
    Array.from({ length: count }, (_, index) => ({ client: 1000 - index, clock: 0, structs: [GC_OF_ONE] })),
  );

/** A table of one cell with this attribute. */
function table(name: string, value: unknown): Y.XmlElement {
  const cell = element("tableCell", element("paragraph"));
  setAttribute(cell, name, value);
  return element("table", element("tableRow", cell));
}

function orderedList(name: string, value: unknown): Y.XmlElement {
  const list = element("orderedList", element("listItem", element("paragraph")));
  setAttribute(list, name, value);
  return list;
}

const pushed = (client: SyncClient, node: Y.XmlElement) =>
  client.sendUpdate(forge(client, (fragment) => fragment.push([node])));

itRefuses("SY-39 a struct that stands right of itself", "malformed-message", {
  bad: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [letterAfter(9, 0)] }])),
  good: (client) =>
    client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [afterFirstLetter(client)] }])),
});
itRefuses("SY-39 a struct that stands right of a later one", "malformed-message", {
  bad: (client) =>
    client.sendUpdate(
      rawUpdate([{ client: 9, clock: 0, structs: [letterAfter(9, 1), afterFirstLetter(client)] }]),
    ),
  good: (client) =>
    client.sendUpdate(
      rawUpdate([{ client: 9, clock: 0, structs: [afterFirstLetter(client), letterAfter(9, 0)] }]),
    ),
});
itRefuses("SY-39 two clients' structs that wait for each other", "malformed-message", {
  bad: (client) =>
    client.sendUpdate(
      rawUpdate([
        { client: 9, clock: 0, structs: [letterAfter(8, 0)] },
        { client: 8, clock: 0, structs: [letterAfter(9, 0)] },
      ]),
    ),
  good: (client) =>
    client.sendUpdate(
      rawUpdate([
        { client: 9, clock: 0, structs: [letterAfter(8, 0)] },
        { client: 8, clock: 0, structs: [afterFirstLetter(client)] },
      ]),
    ),
});
itRefuses("SY-25 the same text deleted twice", "malformed-message", {
  bad: (client) => client.sendUpdate(deletion(firstLetter(client), 2)),
  good: (client) => client.sendUpdate(deletion(firstLetter(client), 1)),
});
itRefuses("SY-25 more new client ids than anybody has pages", "malformed-message", {
  bad: (client) => client.sendUpdate(manyClients(LIMITS.newClientsPerUpdate + 1)),
  good: (client) => client.sendUpdate(manyClients(LIMITS.newClientsPerUpdate)),
});
itRefuses("SY-28 a mark whose value is nested too deep to be written again", "content-not-allowed", {
  bad: (client) => client.sendUpdate(formatted(client, "bold", "[".repeat(20_000) + "]".repeat(20_000))),
  good: (client) => client.sendUpdate(formatted(client, "bold", "{}")),
});
itRefuses("SY-28 a mark that the binding can't read", "content-not-allowed", {
  bad: (client) => client.sendUpdate(formatted(client, "bold--________", "{}")),
  good: (client) => client.sendUpdate(formatted(client, "italic", "null")),
});
for (const name of ["__proto__", "constructor", "toString"]) {
  itRefuses(`SY-28 a mark named ${name}`, "content-not-allowed", {
    bad: (client) => client.sendUpdate(formatted(client, name, "{}")),
    good: (client) => client.sendUpdate(formatted(client, "bold", "{}")),
  });
  itRefuses(`SY-27 a node named ${name}`, "content-not-allowed", {
    bad: (client) => pushed(client, element(name)),
    good: (client) => pushed(client, element("title")),
  });
  itRefuses(`SY-28 an attribute named ${name}`, "content-not-allowed", {
    bad: (client) => pushed(client, table(name, 1)),
    good: (client) => pushed(client, table("rowspan", 1)),
  });
}
itRefuses("SY-28 an attribute of a text", "content-not-allowed", {
  bad: (client) => client.sendUpdate(forge(client, (fragment) => setAttribute(text(fragment), "a", "x"))),
  good: (client) => client.sendUpdate(forge(client, (fragment) => text(fragment).insert(0, "好"))),
});
itRefuses("SY-27 an element named like a text", "content-not-allowed", {
  bad: (client) =>
    client.sendUpdate(forge(client, (fragment) => paragraph(fragment).push([element("text")]))),
  good: (client) =>
    client.sendUpdate(forge(client, (fragment) => paragraph(fragment).push([new Y.XmlText("文")]))),
});
itRefuses("SY-28 a cell wider than a page can lay out", "content-not-allowed", {
  bad: (client) => pushed(client, table("colspan", 100_000_000)),
  good: (client) => pushed(client, table("colspan", 2)),
});
itRefuses("SY-28 an alignment that carries other styles", "content-not-allowed", {
  bad: (client) => pushed(client, table("align", "left; position: fixed; inset: 0")),
  good: (client) => pushed(client, table("align", "center")),
});
itRefuses("SY-28 a list's type that HTML doesn't know", "content-not-allowed", {
  bad: (client) => pushed(client, orderedList("type", "disc")),
  good: (client) => pushed(client, orderedList("type", "a")),
});
itRefuses("SY-28 a list that starts at a text", "content-not-allowed", {
  bad: (client) => pushed(client, orderedList("start", "3")),
  good: (client) => pushed(client, orderedList("start", 3)),
});

describe("text that was accepted before", () => {
  it("SY-39 can't be replaced by repeating its clocks while it is on its way to the disk", async () => {
    const { log, rooms, speechId } = openRooms();
    const witness = new SyncClient(rooms, speechId);
    const forger = new SyncClient(rooms, speechId);
    await until(() => witness.allSaved && forger.allSaved);

    const asClient = (node: Y.XmlElement, more: number) =>
      forge(forger, (fragment, doc) => {
        doc.clientID = 77;
        fragment.push([node]);
        for (let added = 0; added < more; added += 1) fragment.push([element("paragraph")]);
      });
    const honest = asClient(element("paragraph"), 0);
    forger.sendUpdate(honest);
    // The same clock again with another node, and news after it: all in one batch for the disk.
    forger.sendUpdate(asClient(element("iframe"), 2));
    expect(forger.closeError).toBe("author-mismatch");
    await until(() => witness.fragment.length === 1);

    const stored = new Y.Doc();
    for (const { update } of log.rows.get(speechId) ?? []) {
      expect(Y.decodeUpdate(update).structs.map(nodeName)).not.toContain("iframe");
      Y.applyUpdate(stored, update);
    }
    expect(stored.getXmlFragment("default").toString()).toBe("<paragraph></paragraph>");
    expect(witness.fragment.toString()).toBe("<paragraph></paragraph>");
  });

  it("SY-08 is taken in part: an update that begins with it brings what is new in it", async () => {
    const { rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    const witness = new SyncClient(rooms, speechId);
    await until(() => writer.allSaved && witness.allSaved);
    writer.write("前半");
    await until(() => writer.allSaved && witness.fragment.length === 1);
    text(writer.fragment).insert(2, "后半");
    // Everything once more: Yjs has merged both halves into one struct by now.
    writer.sendUpdate(Y.encodeStateAsUpdate(writer.doc));
    await until(() => writer.allSaved && witness.fragment.toString().includes("前半后半"));
    expect(writer.closed).toBeNull();
  });
});

function nodeName(struct: Y.Item | Y.GC | Y.Skip): string | null {
  const type: unknown =
    struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
  return type instanceof Y.XmlElement ? type.nodeName : null;
}
