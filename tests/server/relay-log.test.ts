/** What a node writes to its log where Redis refuses what it was sent. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CuttableLink, openLink } from "../helpers/cuttable-link";
import { NO_REDIS, type RedisServer, startRedis } from "../helpers/redis";

const WORDS = "这句话不能进日志";
const WRONG = "a-password-that-was-once-right";
let redis: RedisServer | null = null;
let link: CuttableLink | undefined;
beforeAll(async () => {
  redis = await startRedis();
  if (redis === null) return;
  const admin = new Redis(redis.url);
  await admin.config("SET", "requirepass", "the right one");
  await admin.acl("SETUSER", "mute", "on", ">mute", "~*", "allchannels", "+@all", "-publish");
  admin.disconnect();
  link = await openLink(redis.url);
});
afterAll(async () => {
  await link?.close();
  await redis?.stop();
});

/** The log of a node of its own, up to and with a line that says `message`. It publishes WORDS once it can. */
async function logOf(credentials: string, message: string): Promise<string> {
  const program = `
    import { readConfig } from "./server/config.ts";
    import { createLogger } from "./server/logger.ts";
    import { createRedisRelay } from "./server/relay/redis-relay.ts";
    const [, url, words] = process.argv;
    const relay = await createRedisRelay(url, createLogger(readConfig({})), "office");
    const update = new TextEncoder().encode(words);
    relay.onAvailable(() => relay.publish("speech", { kind: "update", seq: 1, update, bindings: [] }));`;
  const url = `redis://${credentials}@127.0.0.1:${link?.port}`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program, url, WORDS];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  let log = "";
  try {
    await new Promise<void>((resolve, reject) => {
      child.stderr.on("data", (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes(message)) resolve();
      });
      child.once("exit", (code) => reject(new Error(`the node ended with ${code}: ${log}`)));
    });
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
  return log;
}

// Starting a process from TypeScript takes seconds where other tests share the machine.
describe("the log", { timeout: 60_000 }, () => {
  it("OP-32 holds no password of Redis, also where Redis refuses it", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const log = await logOf(`:${WRONG}`, "relay connection failed");
    expect(log).toContain("WRONGPASS");
    expect(log).not.toContain(WRONG);
  });

  it("OP-32 holds no word of a text that Redis refuses to pass on", async (context) => {
    if (redis === null) return context.skip(NO_REDIS);
    const log = await logOf("mute:mute", "message to other nodes lost");
    expect(log).toContain("NOPERM");
    expect(log).not.toContain(WORDS);
    expect(log).not.toContain([...Buffer.from(WORDS)].join(","));
  });
});
