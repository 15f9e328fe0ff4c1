/** A private Redis server for one test file: its own folder and socket, nothing kept on disk. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** The reason to give to `context.skip()` where `startRedis` returns null. */
export const NO_REDIS = "Redis isn't installed here (redis-server wasn't found)";

export interface RedisServer {
  readonly url: string;
  /** kill -9; `start` brings it back at the same address. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Null where the machine has no Redis program; `npm test` installs it where it may. */
export async function startRedis(): Promise<RedisServer | null> {
  if (spawnSync("redis-server", ["--version"]).status !== 0) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), "lectern-redis-"));
  const socket = path.join(folder, "socket");
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const options = ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no"];
    server = spawn("redis-server", options, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    await untilReady(server);
  }

  async function kill(): Promise<void> {
    if (server === null) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
    server = null;
  }

  await start();
  return {
    url: socket,
    kill,
    start,
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("eady to accept connections")) resolve();
    });
  });
}
