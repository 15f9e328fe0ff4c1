import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "@/core/limits";
import { MESSAGE_AWARENESS } from "@/core/protocol";
import { element, forge, GC_OF_ONE, heading, marked, message, rawUpdate } from "../helpers/forged-update";
import { itRefuses } from "../helpers/refusals";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const add = (client: SyncClient, ...nodes: Y.XmlElement[]) =>
  client.sendUpdate(forge(client, (fragment) => fragment.push(nodes)));

itRefuses("SY-20 a message that ends too early", "malformed-message", {
  bad: (client) => client.send(Uint8Array.of(0, 2, 200, 1)),
  good: (client) => client.write("整"),
});
itRefuses("SY-20 bytes after the end of a message", "malformed-message", {
  bad: (client) => client.send(Uint8Array.of(3, 0)),
  good: (client) => client.send(Uint8Array.of(3)),
});
itRefuses("SY-20 a state vector that isn't whole, or is more", "malformed-message", {
  bad: (client) => client.send(message(0, 0, Uint8Array.of(0, 7))),
  good: (client) => client.send(message(0, 0, Uint8Array.of(1, 7, 0))),
});
itRefuses("SY-21 a message of an unknown type", "unknown-message", {
  bad: (client) => client.send(message(77)),
  good: (client) => client.send(message(3)),
});
itRefuses("SY-21 a sync message of an unknown kind", "unknown-message", {
  bad: (client) => client.send(message(0, 9, new Uint8Array(2))),
  good: (client) => client.send(message(0, 0, Y.encodeStateVector(new Y.Doc()))),
});
itRefuses("SY-22 a message over the limit", "too-large", {
  bad: (client) => client.send(message(0, 2, new Uint8Array(LIMITS.messageBytes))),
  good: (client) => client.write("字".repeat(100_000)),
});
itRefuses("SY-23 an empty update", "malformed-message", {
  bad: (client) => client.sendUpdate(Uint8Array.of(0, 0)),
  good: (client) => client.send(message(0, 1, Uint8Array.of(0, 0))),
});
itRefuses("SY-24 an update in V2 encoding", "malformed-message", {
  bad: (client) =>
    client.sendUpdate(
      Y.convertUpdateFormatV1ToV2(forge(client, (f) => f.push([element("paragraph", new Y.XmlText("二"))]))),
    ),
  good: (client) => client.write("一"),
});
itRefuses("SY-25 random bytes as an update", "malformed-message", {
  bad: (client) => client.sendUpdate(Uint8Array.from({ length: 64 }, (_, i) => (i * 97 + 13) % 251)),
  good: (client) => client.write("顺"),
});
itRefuses("SY-25 one client's block twice", "malformed-message", {
  bad: (client) =>
    client.sendUpdate(
      rawUpdate([
        { client: 9, clock: 0, structs: [GC_OF_ONE] },
        { client: 9, clock: 0, structs: [GC_OF_ONE, GC_OF_ONE] },
      ]),
    ),
  good: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [GC_OF_ONE, GC_OF_ONE] }])),
});
itRefuses("SY-25 clients out of order", "malformed-message", {
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
});
itRefuses("SY-25 a struct without length", "malformed-message", {
  bad: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [[0, 0]] }])),
  good: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [[0, 1]] }])),
});
itRefuses("SY-26 an update whose predecessor is missing", "resync-required", {
  bad: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 5, structs: [GC_OF_ONE] }])),
  good: (client) => client.sendUpdate(rawUpdate([{ client: 9, clock: 0, structs: [GC_OF_ONE] }])),
});
/** Deletes all that the room's first writer wrote, and so many characters more. */
const deletionPast = (client: SyncClient, more: number) => {
  const [[writer, length] = [0, 0]] = Y.decodeStateVector(Y.encodeStateVector(client.doc));
  return rawUpdate([], [{ client: writer, clock: 0, length: length + more }]);
};
itRefuses("SY-26 a deletion of text that never arrived", "resync-required", {
  bad: (client) => client.sendUpdate(deletionPast(client, 1)),
  good: (client) => client.sendUpdate(deletionPast(client, 0)),
});
const LATER_TEXT = { client: 9, clock: 0, structs: [GC_OF_ONE] };
itRefuses("SY-26 a deletion of more than the text that comes with it", "resync-required", {
  bad: (client) => client.sendUpdate(rawUpdate([LATER_TEXT], [{ client: 9, clock: 0, length: 2 }])),
  good: (client) => client.sendUpdate(rawUpdate([LATER_TEXT], [{ client: 9, clock: 0, length: 1 }])),
});
itRefuses("SY-27 a node of an unknown name", "content-not-allowed", {
  bad: (client) => add(client, element("iframe")),
  good: (client) => add(client, element("paragraph")),
});
itRefuses("SY-27 a node in a parent that can't hold it", "content-not-allowed", {
  bad: (client) => add(client, element("paragraph", element("table"))),
  good: (client) => add(client, element("quotation", element("paragraph"))),
});
itRefuses("SY-27 a node pushed into someone's paragraph", "content-not-allowed", {
  bad: (client) =>
    client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).push([element("paragraph")]))),
  good: (client) =>
    client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).push([element("hardBreak")]))),
});
itRefuses("SY-27 text straight in the document", "content-not-allowed", {
  bad: (client) => client.sendUpdate(forge(client, (f) => f.push([new Y.XmlText("裸")]))),
  good: (client) => add(client, element("paragraph", new Y.XmlText("文"))),
});
itRefuses("SY-27 another root than the document", "content-not-allowed", {
  bad: (client) => client.sendUpdate(forge(client, (_, doc) => doc.getMap("other").set("a", 1))),
  good: (client) => add(client, element("paragraph")),
});
itRefuses("SY-28 a heading of level 9", "content-not-allowed", {
  bad: (client) => add(client, heading(9)),
  good: (client) => add(client, heading(2)),
});
itRefuses("SY-28 an unknown attribute", "content-not-allowed", {
  bad: (client) =>
    client.sendUpdate(forge(client, (f) => (f.get(0) as Y.XmlElement).setAttribute("onclick", "x"))),
  good: (client) => add(client, heading(3)),
});
itRefuses("SY-28 an unknown mark", "content-not-allowed", {
  bad: (client) => add(client, marked("script")),
  good: (client) => add(client, marked("bold")),
});
/** The hash is what the binding calls this mark; the server only asks for its form. */
const comment = (key: string, values: object) => {
  const text = new Y.XmlText();
  text.insert(0, "字", { [key]: values });
  return element("paragraph", text);
};
const cue = (kind: string) => {
  const node = element("cue");
  node.setAttribute("kind", kind);
  return node;
};
const THREAD = { thread: "abcdefgh01234567" };
for (const [what, key, values] of [
  ["without the hash in its key", "comment", THREAD],
  ["with something else than a thread's id", "comment--abcd/+1=", { thread: "<script>" }],
  ["with more than a thread's id", "comment--abcd/+1=", { ...THREAD, onclick: "x" }],
  ["without a thread's id", "comment--abcd/+1=", {}],
] as const) {
  itRefuses(`SY-28 a comment's mark ${what}`, "content-not-allowed", {
    bad: (client) => add(client, comment(key, values)),
    good: (client) => add(client, comment("comment--abcd/+1=", THREAD)),
  });
}
for (const [what, reading] of [
  ["of two syllables", "zhòng yào"],
  ["that is markup", "<b>"],
  ["that is no text", 4],
] as const) {
  itRefuses(`SY-28 RC-01 a reading ${what}`, "content-not-allowed", {
    bad: (client) => add(client, comment("pinyin", { reading })),
    good: (client) => add(client, comment("pinyin", { reading: "zhòng" })),
  });
}
itRefuses("SY-27 RC-01 a cue of an unknown kind", "content-not-allowed", {
  bad: (client) => add(client, element("paragraph", cue("shout"))),
  good: (client) => add(client, element("paragraph", cue("applause"))),
});
itRefuses("SY-27 RC-01 a cue that stands outside of a line", "content-not-allowed", {
  bad: (client) => add(client, cue("pause")),
  good: (client) => add(client, element("paragraph", cue("pause"))),
});
itRefuses("SY-28 a bold mark with a hash in its key", "content-not-allowed", {
  bad: (client) => add(client, comment("bold--abcd/+1=", {})),
  good: (client) => add(client, comment("bold", {})),
});

describe("the log's line about a refusal", () => {
  /** Sends these bytes, is refused, and returns all that was logged. */
  async function loggedOf(bad: (client: SyncClient) => void): Promise<string> {
    const { logger, rooms, speechId } = openRooms();
    const client = new SyncClient(rooms, speechId);
    await until(() => client.allSaved);
    bad(client);
    expect(client.closed).not.toBeNull();
    return JSON.stringify(logger.lines);
  }

  it("OP-32 quotes no state of a caret that isn't JSON", async () => {
    const state = new TextEncoder().encode("内部讲话全文");
    const body = Uint8Array.of(1, 5, 1, state.length, ...state);
    const logged = await loggedOf((client) => client.send(message(MESSAGE_AWARENESS, body)));
    expect(logged).toContain("malformed-message");
    expect(logged).not.toContain("内部");
  });

  it("OP-32 is short, however long the name is that a client made up", async () => {
    const name = "x".repeat(500_000);
    const logged = await loggedOf((client) => add(client, element(name)));
    expect(logged).toContain("content-not-allowed");
    expect(logged.length).toBeLessThan(1000);
  });
});
