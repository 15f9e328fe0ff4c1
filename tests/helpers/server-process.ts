/** The built server as its own process, on a port of the system's choice and a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** For NODE_OPTIONS: passwords cost this server nothing; see that file for why and where they do. */
export const QUICK_PASSWORDS = `--import=${pathToFileURL(path.join(ROOT, "tests/helpers/programs/quick-scrypt.mjs"))}`;
const READY = /http:\/\/[\w.-]+:(\d+)/;

export class ServerProcess {
  #child: ChildProcess | null = null;
  #port = 0;
  #printed = "";

  private constructor(
    readonly dataDir: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly args: readonly string[],
  ) {}

  /** Starts it with an empty data folder; throws with what it printed when it doesn't come up. */
  static async start(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<ServerProcess> {
    if (!existsSync(path.join(ROOT, "dist", "main.js"))) {
      throw new Error("There is no build to start: run `npm run build` first.");
    }
    const dataDir = await mkdtemp(path.join(os.tmpdir(), "lectern-data-"));
    const server = new ServerProcess(dataDir, env, args);
    await server.restart();
    return server;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** What the process has printed since it was started last. */
  get printed(): string {
    return this.#printed;
  }

  /** Starts it again on the same folder and, after the first time, the same port. */
  async restart(): Promise<void> {
    this.#printed = "";
    const child = spawn(process.execPath, ["dist/main.js", ...this.args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(this.#port),
        HOST: "localhost",
        DATA_DIR: this.dataDir,
        LOG_LEVEL: "warn",
        ...this.env,
      },
    });
    this.#child = child;
    const port = await new Promise<number>((resolve, reject) => {
      let started = false;
      const hear = (chunk: Buffer) => {
        this.#printed += chunk.toString();
        if (started) return; // looking through all of it at each line would cost more than what is tested
        const ready = READY.exec(this.#printed);
        if (ready === null) return;
        started = true;
        resolve(Number(ready[1]));
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${this.#printed}`)));
    });
    this.#port = port;
  }

  /** `kill -9`: no handler of the process runs. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends it in order and keeps its folder for `restart`; resolves with the exit code, null when it ended before. */
  terminate(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** Ends it in order and deletes its folder. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    return child.exitCode;
  }
}
