import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { newPersonId, newSpeechId, type SpeechId } from "@/core/ids";
import { createRedisRelay, type RedisRelay } from "@/server/relay/redis-relay";
import type { OfficeMessage, RoomMessage } from "@/server/sync/ports";
import { openLink } from "../helpers/cuttable-link";
import { keepingLogger } from "../helpers/keeping-logger";
import { NO_REDIS, type RedisServer, startRedis } from "../helpers/redis";
import { until } from "../helpers/rooms";

let redis: RedisServer | null = null;
const open: RedisRelay[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => {
  for (const relay of open.splice(0)) relay.close();
});
afterAll(() => redis?.stop());

async function join(url = redis?.url ?? "", database = "office"): Promise<RedisRelay> {
  const relay = await createRedisRelay(url, keepingLogger(), database);
  open.push(relay);
  await until(() => relay.available);
  return relay;
}

/** A node that Redis lets hear no other channels; `allow` gives it all of them, on the connections that it has. */
async function joinNarrowly(server: RedisServer, channels: string) {
  const admin = new Redis(server.url);
  await admin.acl("SETUSER", "narrow", "reset", "on", ">narrow", "~*", "+@all", channels);
  await admin.config("RESETSTAT");
  const link = await openLink(server.url);
  const logger = keepingLogger();
  const relay = await createRedisRelay(`redis://narrow:narrow@127.0.0.1:${link.port}`, logger, "office");
  open.push(relay);
  return {
    relay,
    told: () => logger.lines.map(({ message }) => message),
    /** Resolves once Redis has refused it so often. */
    refused: (times: number) =>
      vi.waitFor(async () => {
        const [, count] =
          /^cmdstat_subscribe:.*rejected_calls=(\d+)/m.exec(await admin.info("commandstats")) ?? [];
        expect(Number(count)).toBeGreaterThanOrEqual(times);
      }, 20_000),
    allow: () => admin.acl("SETUSER", "narrow", "allchannels"),
    async close() {
      relay.close();
      admin.disconnect();
      await link.close();
    },
  };
}

const update = (seq: number): RoomMessage => ({
  kind: "update",
  seq,
  update: Uint8Array.of(1, 2, seq),
  bindings: [{ clientId: 4_000_000_000, personId: newPersonId() }],
});

describe("the relay over Redis", () => {
  it("SY-60 a room's messages reach that room on the other nodes, whole, in order, not one's own", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const [a, b] = [await join(), await join()];
    const speechId = newSpeechId();
    const heard: RoomMessage[] = [];
    const own: RoomMessage[] = [];
    await b.subscribe(speechId, (message) => heard.push(message));
    await a.subscribe(speechId, (message) => own.push(message));
    await b.subscribe(newSpeechId(), (message) => own.push(message));
    const sent: RoomMessage[] = [
      update(1),
      { kind: "head", seq: 9 },
      { kind: "presence", awareness: Uint8Array.of(7), isAll: false },
      { kind: "presence", awareness: Uint8Array.of(8), isAll: true },
      update(2),
    ];
    for (const message of sent) a.publish(speechId, message);
    await until(() => heard.length === sent.length);
    expect(heard).toEqual(sent);
    expect(own).toEqual([]);
  });

  it("SY-60 office messages reach every other node", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const [a, b, c] = [await join(), await join(), await join()];
    const heard: OfficeMessage[] = [];
    for (const node of [a, b, c]) node.onOffice((message) => heard.push(message));
    const message: OfficeMessage = { kind: "revoke", personId: newPersonId(), speechId: null };
    a.publishOffice(message);
    await until(() => heard.length === 2);
    expect(heard).toEqual([message, message]);
  });

  it("SY-130 nodes on one database hear one another, and nothing of those on another one", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const [one, other, foreign] = [await join(), await join(), await join(redis.url, "copy")];
    const speechId = newSpeechId();
    const heard: unknown[] = [];
    await one.subscribe(speechId, (message) => heard.push(message));
    one.onOffice((message) => heard.push(message));
    for (const relay of [foreign, other]) {
      relay.publish(speechId, { kind: "head", seq: relay === other ? 1 : 2 });
      relay.publishOffice(relay === other ? { kind: "back" } : { kind: "threads-changed", speechId });
    }
    await until(() => heard.length === 2);
    expect(heard).toEqual([{ kind: "head", seq: 1 }, { kind: "back" }]);
  });

  it("SY-61 a Redis that falls silent without a word is lost too; rooms open meanwhile, and it is back with the link", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const link = await openLink(redis.url);
    const [a, b] = [await join(), await join(`redis://127.0.0.1:${link.port}`)];
    const speechId = newSpeechId();
    const heard: number[] = [];
    link.silence();
    await b.subscribe(speechId, (message) => heard.push(message.kind === "head" ? message.seq : 0));
    await until(() => !b.available);
    expect(a.available).toBe(true);
    link.mend();
    await until(() => b.available);
    a.publish(speechId, { kind: "head", seq: 2 });
    await until(() => heard.length > 0);
    expect(heard).toEqual([2]);
    b.close();
    await link.close();
  });

  it("SY-110 every room that was opened while a node was coming back to Redis hears the others", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const link = await openLink(redis.url, 30);
    const [a, b] = [await join(), await join(`redis://127.0.0.1:${link.port}`)];
    link.cut();
    await until(() => !b.available);
    link.mend();
    const heard = new Set<SpeechId>();
    const opened: SpeechId[] = [];
    const opening: Promise<unknown>[] = [];
    await until(() => {
      const speechId = newSpeechId();
      opened.push(speechId);
      opening.push(b.subscribe(speechId, () => heard.add(speechId)));
      return b.available;
    });
    await Promise.all(opening);
    for (const speechId of opened) a.publish(speechId, { kind: "head", seq: 1 });
    await until(() => heard.size === opened.length);
    // Some were opened while Redis had yet to answer.
    expect(opened.length).toBeGreaterThan(3);
    b.close();
    await link.close();
  });

  it("SY-160 a node whose subscription Redis refuses asks again, and hears the others once it may", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const a = await join();
    const narrow = await joinNarrowly(redis, "resetchannels");
    const speechId = newSpeechId();
    const heard: RoomMessage[] = [];
    await narrow.relay.subscribe(speechId, (message) => heard.push(message));
    await narrow.refused(3);
    expect(narrow.relay.available).toBe(false);
    await narrow.allow();
    await until(() => narrow.relay.available);
    // Once, however long that takes, and the end of it.
    expect(narrow.told()).toEqual(["relay not subscribed", "relay is back"]);
    a.publish(speechId, { kind: "head", seq: 1 });
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ kind: "head", seq: 1 }]);
    await narrow.close();
  });

  it("SY-160 a node that Redis refuses one speech's messages is without Redis until it hears them", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const a = await join();
    const narrow = await joinNarrowly(redis, "&*:office");
    await until(() => narrow.relay.available);
    const speechId = newSpeechId();
    const heard: RoomMessage[] = [];
    const states: boolean[] = [];
    narrow.relay.onAvailable((available) => states.push(available));
    await narrow.relay.subscribe(speechId, (message) => heard.push(message));
    expect(states).toEqual([false]);
    await narrow.allow();
    await until(() => narrow.relay.available);
    a.publish(speechId, { kind: "head", seq: 1 });
    await until(() => heard.length > 0);
    expect(states).toEqual([false, true]);
    await narrow.close();
  });

  it("SY-61 a node that lost Redis says so, and hears again when it is back", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const [a, b] = [await join(), await join()];
    const speechId = newSpeechId();
    const heard: number[] = [];
    const states: boolean[] = [];
    b.onAvailable((available) => states.push(available));
    await b.subscribe(speechId, (message) => heard.push(message.kind === "head" ? message.seq : 0));
    await redis.kill();
    await until(() => !a.available && !b.available);
    a.publish(speechId, { kind: "head", seq: 1 });
    await redis.start();
    await until(() => a.available && b.available);
    a.publish(speechId, { kind: "head", seq: 2 });
    await until(() => heard.length > 0);
    expect(heard).toEqual([2]);
    expect(states).toEqual([false, true]);
  });
});
