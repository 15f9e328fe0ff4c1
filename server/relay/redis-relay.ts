/**
 * The relay over Redis publish/subscribe. Messages are fire and forget: what is lost, rooms find by
 * `seq` and read from the log. Both connections reconnect by themselves for ever.
 */
import { newId } from "@/core/new-id";
import type { Relay, RoomMessage, SyncLogger } from "../sync/ports";
import {
  decodeOfficeMessage,
  decodeRoomMessage,
  encodeOfficeMessage,
  encodeRoomMessage,
} from "./relay-message";

// The number rises with every change of relay-message.ts, so that versions don't misread each other.
const channelsOf = (database: string) => ({
  office: `lectern:3:${database}:office`,
  speech: (speechId: string) => `lectern:3:${database}:speech:${speechId}`,
});

/** How often Redis is asked whether it's there, and how long for an answer: a cut without a word is no error. */
const PING_MS = 3000;
const ANSWER_MS = 3000;

/** Longest pause between two attempts to reconnect, and the one before asking again for what Redis refused. */
const RECONNECT_MS = 1000;

export interface RedisRelay extends Relay {
  close(): void;
}

type Listener = (bytes: Uint8Array) => void;

/**
 * Doesn't wait for Redis to answer; `available` tells whether it does.
 * @param database hears those only who name the same; a number in Redis's own address keeps no channels apart
 */
export async function createRedisRelay(
  url: string,
  logger: SyncLogger,
  database: string,
): Promise<RedisRelay> {
  // Loaded where it's used: without Redis every start would wait 0.2 s for it.
  const { Redis } = await import("ioredis");
  const node = newId();
  const channels = channelsOf(database);
  const options = {
    lazyConnect: false,
    // Nothing waits for Redis: a message that can't be sent now is found in the log later.
    enableOfflineQueue: false,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => Math.min(attempt * 100, RECONNECT_MS),
  };
  const publisher = new Redis(url, options);
  // Opening a speech waits for its subscription, but not for a Redis that has gone silent.
  const subscriber = new Redis(url, { ...options, autoResubscribe: false, commandTimeout: ANSWER_MS });
  const listeners = new Map<string, Set<Listener>>([[channels.office, new Set()]]);
  const watchers = new Set<(available: boolean) => void>();
  let subscribed = false;
  let available = false;
  let again: NodeJS.Timeout | undefined;
  /** Said once, however often it is asked again. */
  let toldRefused = false;

  function judge(): void {
    const now = subscribed && publisher.status === "ready";
    if (now === available) return;
    available = now;
    logger.warn({ available }, available ? "relay is back" : "relay lost");
    for (const watcher of watchers) watcher(available);
  }

  async function subscribeAll(): Promise<void> {
    clearTimeout(again);
    try {
      await subscriber.subscribe(...listeners.keys());
      subscribed = true;
      toldRefused = false;
    } catch (error) {
      unheard(error);
    }
    judge();
  }

  /** What others say on some channel doesn't come: as good as no Redis, until everything is subscribed. */
  function unheard(error: unknown): void {
    // The connection went; "ready" comes with the next one.
    if (subscriber.status !== "ready") return;
    if (!toldRefused) logger.warn({ err: error }, "relay not subscribed");
    toldRefused = true;
    subscribed = false;
    judge();
    // Redis refused, or was held for longer than it's waited for, on a connection that lives on: no other
    // "ready" would come.
    clearTimeout(again);
    again = setTimeout(() => void subscribeAll(), RECONNECT_MS).unref();
  }

  /** An answer that doesn't come breaks the connection, which then is lost as any other. */
  async function ping(client: typeof publisher): Promise<void> {
    if (client.status !== "ready") return;
    let late: NodeJS.Timeout | undefined;
    const silence = new Promise<false>((resolve) => {
      late = setTimeout(resolve, ANSWER_MS, false);
    });
    const answer = client.ping().then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([answer, silence]);
    clearTimeout(late);
    if (!answered && client.status === "ready") client.disconnect(true);
  }
  const pings = setInterval(() => {
    void ping(publisher);
    void ping(subscriber);
  }, PING_MS);
  pings.unref();

  for (const client of [publisher, subscriber]) {
    client.on("error", (error: Error) => logger.warn({ err: error }, "relay connection failed"));
    client.on("close", () => {
      if (client === subscriber) subscribed = false;
      judge();
    });
  }
  publisher.on("ready", judge);
  subscriber.on("ready", () => void subscribeAll());
  subscriber.on("messageBuffer", (channel: Buffer, bytes: Buffer) => {
    for (const listener of listeners.get(channel.toString()) ?? []) {
      try {
        listener(bytes);
      } catch (error) {
        logger.error({ err: error }, "message from another node not understood");
      }
    }
  });

  function send(channel: string, bytes: Uint8Array): void {
    if (!available) return;
    publisher.publish(channel, Buffer.from(bytes)).catch((error: unknown) => {
      logger.warn({ err: error }, "message to other nodes lost");
    });
  }

  return {
    shared: true,
    get available() {
      return available;
    },
    publish: (speechId, message) => send(channels.speech(speechId), encodeRoomMessage(node, message)),
    async subscribe(speechId, onMessage) {
      const channel = channels.speech(speechId);
      const listener = roomListener(node, onMessage);
      const known = listeners.get(channel);
      if (known !== undefined) known.add(listener);
      else {
        listeners.set(channel, new Set([listener]));
        // Also while everything is being subscribed again, of which this is no part. When Redis is away this
        // fails at once, and the next "ready" subscribes to everything.
        await subscriber.subscribe(channel).catch(unheard);
      }
      return () => {
        const rest = listeners.get(channel);
        rest?.delete(listener);
        if (rest?.size !== 0) return;
        listeners.delete(channel);
        subscriber.unsubscribe(channel).catch(() => {});
      };
    },
    publishOffice: (message) => send(channels.office, encodeOfficeMessage(node, message)),
    onOffice(onMessage) {
      const listener: Listener = (bytes) => {
        const received = decodeOfficeMessage(bytes);
        if (received.node !== node) onMessage(received.message, received.node);
      };
      listeners.get(channels.office)?.add(listener);
      return () => listeners.get(channels.office)?.delete(listener);
    },
    onAvailable(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    close() {
      watchers.clear();
      clearInterval(pings);
      clearTimeout(again);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

function roomListener(own: string, onMessage: (message: RoomMessage, node: string) => void): Listener {
  return (bytes) => {
    const { node, message } = decodeRoomMessage(bytes);
    // Redis gives a publisher its own messages too.
    if (node !== own) onMessage(message, node);
  };
}
