/** One measured server in a process of its own. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { BUNDLED, HERE } from "./bundle";
import type { ServerName } from "./load/protocols";
import type { Profile } from "./profiled";
import type { StageTimes } from "./stamps/stages";

const ENTRY: Readonly<Record<ServerName, string>> = {
  lectern: BUNDLED.lectern,
  hocuspocus: path.join(HERE, "peers/hocuspocus.mjs"),
  "y-websocket": path.join(HERE, "peers/y-websocket.mjs"),
  relay: path.join(HERE, "peers/relay.mjs"),
};

export interface Usage {
  /** User and system time of all the process's threads so far. */
  readonly cpuMicros: number;
  readonly residentBytes: number;
}

type Message =
  | { readonly kind: "listening"; readonly port: number }
  | ({ readonly kind: "usage" } & Usage)
  | { readonly kind: "stamping" }
  | { readonly kind: "stages"; readonly stages: readonly StageTimes[] }
  | { readonly kind: "profiling" }
  | ({ readonly kind: "profile" } & Profile);

export interface ServerOptions {
  readonly server: ServerName;
  readonly roomNames: readonly string[];
  /** Holds the server's storage; a restart on the same folder finds it. */
  readonly folder: string;
  /** Where to leave CPU profiles, if they are wanted. */
  readonly profileFolder?: string | undefined;
  /** Lectern only. */
  readonly stamped: boolean;
}

export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** Resolves when it listens; rejects when it ends instead. */
  static async start({
    server,
    roomNames,
    folder,
    profileFolder,
    stamped,
  }: ServerOptions): Promise<ServerProcess> {
    const child = fork(ENTRY[server], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        BENCH_FOLDER: folder,
        BENCH_ROOMS: roomNames.join(","),
        BENCH_STAMPS: stamped ? "1" : "",
      },
      execArgv: profileFolder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`${server} ended with ${code} before it listened`);
    });
    const message = await Promise.race([nextMessage(child), ended]);
    if (message.kind !== "listening") throw new Error(`${server} said ${message.kind} first`);
    ended.catch(() => undefined); // its later end is expected
    return new ServerProcess(child, message.port);
  }

  async usage(): Promise<Usage> {
    const answer = nextMessage(this.child);
    this.child.send("usage");
    const message = await answer;
    if (message.kind !== "usage") throw new Error(`a server said ${message.kind}`);
    return message;
  }

  /** Of a server that was started `stamped`: notes the stages of every edit until `stopStamps`. */
  async startStamps(): Promise<void> {
    const answer = nextMessage(this.child);
    this.child.send("start-stamps");
    await answer;
  }

  async stopStamps(): Promise<readonly StageTimes[]> {
    const answer = nextMessage(this.child);
    this.child.send("stop-stamps");
    const message = await answer;
    if (message.kind !== "stages") throw new Error(`a server said ${message.kind}`);
    return message.stages;
  }

  /** Lectern only: samples where its main thread is until `stopProfile`. */
  async startProfile(): Promise<void> {
    const answer = nextMessage(this.child);
    this.child.send("start-profile");
    await answer;
  }

  async stopProfile(): Promise<Profile> {
    const answer = nextMessage(this.child);
    this.child.send("stop-profile");
    const message = await answer;
    if (message.kind !== "profile") throw new Error(`a server said ${message.kind}`);
    return message;
  }

  /** SIGTERM lets it store what it has; SIGKILL doesn't. */
  async stop(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, "exit");
    this.child.kill(signal);
    await exit;
  }
}

async function nextMessage(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, "message");
  return message as Message; // peers/meter.mjs, profiled.ts and stamps/ send nothing else
}
