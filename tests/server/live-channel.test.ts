/** The live channel against the real server: who gets it, and what it tells. */
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE_CODE } from "@/core/errors";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { LIVE_PATH } from "@/core/live";
import { newId } from "@/core/new-id";
import type { Person } from "@/core/person";
import { PERSON_PARAM } from "@/core/protocol";
import { createNoticeChannel } from "@/server/live/notice-channel";
import type { OfficeMessage } from "@/server/sync/ports";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let writer: Person;
beforeAll(async () => {
  office = await SocketOffice.open();
  writer = await office.colleague("live.writer", "editor");
});
afterAll(() => office?.close());

const connect = (person: Person, change = {}) =>
  office.connect(person, { path: LIVE_PATH, params: {}, ...change });

const mention = (people: readonly PersonId[]) =>
  office.server.runtime.threads.create(office.administrator, office.speechId, {
    id: newThreadId(),
    place: null,
    comment: { id: newCommentId(), body: "请看", mentions: [...people] },
  });

describe("the live channel", () => {
  it("NT-20 tells one's own unread notices at once and with every change, and nobody else's", async () => {
    const { notices } = office.server.runtime;
    await notices.markRead(writer, {});
    const { socket } = await connect(writer);
    const next = async (): Promise<unknown> => JSON.parse(String((await once(socket, "message"))[0]));
    expect(await next()).toEqual({ unread: 0 });
    const told = next();
    await mention([writer.id]);
    expect(await told).toEqual({ unread: 1 });
    const read = next();
    await notices.markRead(writer, {});
    expect(await read).toEqual({ unread: 0 });
    // Another's notice rings no bell here: the next message is the one after it.
    const after = next();
    const other = await office.colleague("live.other", "editor");
    await mention([other.id]);
    await mention([writer.id]);
    expect(await after).toEqual({ unread: 1 });
    socket.close();
  });

  it("NT-21 is for whoever is signed in, from a page of ours", async () => {
    expect(await (await connect(writer)).outcome).toBe("let in");
    const refused = { closed: CLOSE_CODE.unauthenticated };
    expect(await (await connect(writer, { cookie: undefined })).outcome).toEqual(refused);
    expect(await (await connect(writer, { origin: "https://elsewhere.example" })).outcome).toEqual({
      http: 403,
    });
    const newcomer = await office.newcomer("live.newcomer");
    const before = { closed: CLOSE_CODE["password-change-required"] };
    expect(await (await connect(newcomer)).outcome).toEqual(before);
  });

  it("NT-81 tells nothing to a page of another person than the session's, and one's own its number", async () => {
    const page = (person: string) => connect(writer, { params: { [PERSON_PARAM]: person } });
    const refused = { closed: CLOSE_CODE.unauthenticated };
    for (const other of [office.administrator.id, ""])
      expect(await (await page(other)).outcome).toEqual(refused);
    expect(await (await page(writer.id)).outcome).toBe("let in");
  });

  it("NT-22 closes at once for somebody whose account is disabled or who signs out, and for nobody else", async () => {
    const { people, sessions } = office.server.runtime;
    const bystander = await connect(writer);
    expect(await bystander.outcome).toBe("let in");
    const leaver = await office.colleague("live.leaver", "viewer");
    const attempt = await connect(leaver);
    expect(await attempt.outcome).toBe("let in");
    await sessions.end({ personId: leaver.id, sessionId: newId() }, Date.now() + 1000);
    expect(await attempt.closed).toBe(CLOSE_CODE["access-changed"]);
    // Another session of the same person comes again.
    const again = await connect(leaver);
    expect(await again.outcome).toBe("let in");
    await people.change(office.administrator, leaver.id, { disabled: true });
    expect(await again.closed).toBe(CLOSE_CODE["access-changed"]);
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
    bystander.socket.terminate();
  });

  it("NT-24 takes nothing and only so many sockets of one person; each refusal is counted, a colleague's stays", async () => {
    const refusals = async (code: string) => {
      const text = await (await fetch(`${office.server.url}/metrics`)).text();
      const line = text
        .split("\n")
        .find((each) => each.startsWith(`lectern_socket_refusals_total{code="${code}"}`));
      return Number(line?.split(" ").at(-1) ?? 0);
    };
    const colleague = await connect(writer);
    const talker = await office.colleague("live.talker", "viewer");
    const before = await refusals("malformed-message");
    const talking = await connect(talker);
    expect(await talking.outcome).toBe("let in");
    talking.socket.send("hello");
    expect(await talking.closed).toBe(CLOSE_CODE["malformed-message"]);
    expect(await refusals("malformed-message")).toBe(before + 1);
    const pinging = await connect(talker);
    expect(await pinging.outcome).toBe("let in");
    for (let sent = 0; sent < LIMITS.messagesPerSecond * 20; sent += 1) pinging.socket.ping();
    expect(await pinging.closed).toBe(CLOSE_CODE["too-many-requests"]);
    expect(await refusals("too-many-requests")).toBe(1);
    const opened = await Promise.all(
      Array.from({ length: LIMITS.socketsPerPerson + 1 }, () => connect(talker)),
    );
    const codes = await Promise.race(opened.map(({ closed }) => closed));
    expect(codes).toBe(CLOSE_CODE["too-many-sockets"]);
    expect(await refusals("too-many-sockets")).toBe(1);
    expect(opened.filter(({ socket }) => socket.readyState === socket.OPEN)).toHaveLength(
      LIMITS.socketsPerPerson,
    );
    expect(colleague.socket.readyState).toBe(colleague.socket.OPEN);
    for (const { socket } of [...opened, colleague]) socket.terminate();
  });

  it("NT-23 a notice written on one node is told on the others, one of a node that was cut off when it is back", async () => {
    const listeners: ((message: OfficeMessage, node: string) => void)[] = [];
    const relay = {
      onAvailable: () => () => undefined,
      publishOffice: (message: OfficeMessage) => {
        for (const listen of listeners) listen(message, "another");
      },
      onOffice: (listen: (message: OfficeMessage, node: string) => void) => {
        listeners.push(listen);
        return () => undefined;
      },
    };
    const asked: PersonId[] = [];
    const unread = async (personId: PersonId) => {
      asked.push(personId);
      return 3;
    };
    const logger = { warn: () => undefined };
    const here = createNoticeChannel({
      relay: { ...relay, onOffice: () => () => undefined },
      unread,
      logger,
    });
    const there = createNoticeChannel({ relay, unread, logger });
    const attempt = await connect(writer);
    await attempt.outcome;
    const sent = new Promise((resolve) => {
      const socket = Object.assign(Object.create(attempt.socket), { send: resolve });
      there.open(socket, writer.id);
    });
    expect(await sent).toBe('{"unread":3}');
    here.ring([writer.id]);
    expect(asked).toEqual([writer.id, writer.id]);
    relay.publishOffice({ kind: "back" });
    expect(asked).toEqual([writer.id, writer.id, writer.id]);
  });
});
