import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { newSpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Connection } from "@/server/sync/connection";
import { element, forge, GC_OF_ONE, message, rawUpdate } from "../helpers/forged-update";
import { openRooms, until } from "../helpers/rooms";
import { sendAwareness } from "../helpers/send-awareness";
import { SyncClient } from "../helpers/sync-client";

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

describe("a client id whose owner is offline", () => {
  /** One paragraph, written under the owner's id by somebody else. */
  const underIdOf = (owner: SyncClient, writer: SyncClient) =>
    forge(writer, (fragment, doc) => {
      doc.clientID = owner.doc.clientID;
      fragment.push([element("paragraph", new Y.XmlText("占了别人的编号，写得很长"))]);
    });

  it("SY-105 is kept for the owner who showed a caret with it", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const owner = new SyncClient(rooms, speechId);
    const taker = new SyncClient(rooms, speechId);
    await until(() => owner.allSaved && taker.allSaved);
    sendAwareness(owner, owner.doc.clientID, { cursor: null });
    owner.disconnect();
    taker.sendUpdate(underIdOf(owner, taker));
    expect(taker.closeError).toBe("author-mismatch");
    owner.write("路上写的");
    const back = new SyncClient(rooms, speechId, { personId: owner.personId, doc: owner.doc });
    await until(() => back.allSaved);
    expect(back.closed).toBeNull();
    const reader = new SyncClient(rooms, speechId);
    await until(() => reader.fragment.toString() === "<paragraph>路上写的</paragraph>");
  });

  it("SY-105 if it was taken all the same, the owner's text is refused and not called saved", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const owner = new SyncClient(rooms, speechId);
    const taker = new SyncClient(rooms, speechId);
    await until(() => owner.allSaved && taker.allSaved);
    owner.disconnect();
    taker.sendUpdate(underIdOf(owner, taker));
    await until(() => taker.allSaved);
    owner.write("路上写的");
    const back = new SyncClient(rooms, speechId, { personId: owner.personId });
    await until(() => back.allSaved);
    back.sendUpdate(Y.encodeStateAsUpdate(owner.doc));
    expect(back.closeError).toBe("author-mismatch");
    expect(back.allSaved).toBe(false);
  });

  it("SY-105 text that is sent again, one's own and others', in parts and since deleted, is known and saved", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const one = new SyncClient(rooms, speechId);
    const other = new SyncClient(rooms, speechId);
    await until(() => one.allSaved && other.allSaved);
    one.write("第一段很长");
    other.write("第二段");
    await until(
      () => one.allSaved && other.allSaved && one.fragment.length === 2 && other.fragment.length === 2,
    );
    const whole = Y.encodeStateAsUpdate(one.doc);
    const line = (other.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    line.delete(1, 2);
    line.insert(1, "句");
    line.format(0, 2, { bold: {} });
    await until(() => other.allSaved);
    one.sendUpdate(whole);
    await until(() => one.allSaved);
    expect(one.closed).toBeNull();
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

  it("SY-102 a socket that sends the same large text again and again is closed; once or twice isn't too often", async () => {
    const { rooms, speechId } = openRooms();
    const flooder = new SyncClient(rooms, speechId);
    const patient = new SyncClient(rooms, speechId);
    flooder.write("长".repeat(500_000));
    await until(() => flooder.allSaved && patient.fragment.length === 1);
    const sendAgain = (client: SyncClient) => client.sendUpdate(Y.encodeStateAsUpdate(client.doc));
    for (let i = 0; i < 2; i += 1) sendAgain(patient);
    for (let i = 0; i < 40; i += 1) sendAgain(flooder);
    expect(flooder.closeError).toBe("too-many-requests");
    patient.write("接着写");
    await until(() => patient.allSaved);
    expect(patient.closed).toBeNull();
  });

  it("SY-102 a socket that asks for a large text again and again is closed for its bytes, before its questions are too many", async () => {
    const { logger, rooms, speechId } = openRooms();
    const writer = new SyncClient(rooms, speechId);
    await until(() => writer.allSaved);
    for (let part = 0; part < 3; part += 1) writer.write("长".repeat(450_000));
    await until(() => writer.allSaved);
    const flooder = new SyncClient(rooms, speechId, { role: "viewer" });
    const patient = new SyncClient(rooms, speechId);
    await until(() => patient.allSaved && flooder.fragment.length === 3);
    const askForAll = (client: SyncClient) => client.send(message(0, 0, Uint8Array.of(0)));
    askForAll(patient);
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now());
    // With the one that it came with, as many as may be asked at once.
    for (let i = 0; i < 4; i += 1) askForAll(flooder);
    clock.mockRestore();
    expect(flooder.closeError).toBe("too-many-requests");
    expect(logger.lines.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("bytes per second") }),
    ]);
    patient.write("接着写");
    await until(() => patient.allSaved);
    expect(patient.closed).toBeNull();
  });

  it("SY-113 a socket that goes on asking what it lacks is closed though it lacks nothing, one that asks again isn't", async () => {
    const { rooms, speechId } = openRooms();
    const flooder = new SyncClient(rooms, speechId, { role: "viewer" });
    const honest = new SyncClient(rooms, speechId);
    honest.write("一句");
    await until(() => honest.allSaved && flooder.fragment.length === 1);
    const ask = (client: SyncClient) => client.send(message(0, 0, Y.encodeStateVector(client.doc)));
    const answers = honest.frames.length;
    for (let i = 0; i < 3; i += 1) ask(honest);
    expect(honest.frames.length).toBe(answers + 3);
    for (let i = 0; i < 20; i += 1) ask(flooder);
    expect(flooder.closeError).toBe("too-many-requests");
    honest.write("再一句");
    await until(() => honest.allSaved);
    expect(honest.closed).toBeNull();
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

  it("SY-34 a socket that was closed counts until it has gone from memory", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const { personId } = new SyncClient(rooms, speechId);
    const stuck: Connection[] = [];
    for (let i = 1; i < LIMITS.socketsPerPerson; i += 1) {
      const socket = { send() {}, close() {}, bufferedBytes: 0 };
      stuck.push(rooms.accept(socket, { personId, name: "张三", role: "viewer" }, speechId));
    }
    for (const connection of stuck) connection.close("resync-required");
    expect(new SyncClient(rooms, speechId, { personId }).closeError).toBe("too-many-sockets");
    for (const connection of stuck) connection.left();
    const back = new SyncClient(rooms, speechId, { personId });
    await until(() => back.allSaved);
    expect(rooms.sockets).toBe(2);
  });

  it("SY-34 sockets per room are limited and the refusal is counted; another speech is open to all", async () => {
    const refused: string[] = [];
    const metrics = { refused: (code: string) => refused.push(code), committed() {}, shown() {} };
    const { rooms, speechId } = openRooms({ metrics });
    for (let i = 0; i < LIMITS.socketsPerRoom; i += 1) new SyncClient(rooms, speechId, { role: "viewer" });
    const over = new SyncClient(rooms, speechId);
    expect(over.closeError).toBe("too-many-sockets");
    expect(refused).toEqual(["too-many-sockets"]);
    const elsewhere = new SyncClient(rooms, newSpeechId());
    await until(() => elsewhere.allSaved);
  });
});
