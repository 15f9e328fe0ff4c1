/** A private PostgreSQL server for one test file: its own folder, its own socket, gone afterwards. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { findPostgres } from "../../scripts/testing/postgres.mjs";

/** The reason to give to `context.skip()` where `startPostgres` returns null. */
export const NO_POSTGRES = "PostgreSQL 15 or newer isn't installed here (initdb and postgres weren't found)";

export interface PostgresServer {
  /** Makes an empty database and returns its `postgres://` address. It sorts by bytes unless a language is given. */
  createDatabase(language?: string): Promise<string>;
  /** kill -9 of the whole server; `start` brings it back on the same data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Null where the machine has no PostgreSQL programs; `npm test` installs them where it may. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const programs = findPostgres();
  if (programs === null) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), "lectern-postgres-"));
  const account = unprivilegedAccount();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const data = path.join(folder, "data");
  const initdb = spawnSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "lectern", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...account, cwd: folder, encoding: "utf8" },
  );
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`);
  // A socket in our own folder: no port that another run could take first.
  const options = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"];
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    server = spawn(path.join(programs as string, "postgres"), options, {
      ...account,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      // A group of its own, so that a kill takes its processes along as a power cut would.
      detached: true,
    });
    await untilReady(server);
  }

  async function end(signal: (pid: number) => void): Promise<void> {
    if (server?.pid === undefined) return;
    const gone = once(server, "exit");
    signal(server.pid);
    await gone;
    server = null;
  }

  await start();
  let made = 0;
  const address = (database: string) => `postgres://lectern@/${database}?host=${folder}`;
  return {
    async createDatabase(language) {
      made += 1;
      const database = `lectern_${made}`;
      const client = new Client({ connectionString: address("postgres") });
      await client.connect();
      const sorting =
        language === undefined ? "" : `TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${language}'`;
      await client.query(`CREATE DATABASE ${database} ${sorting}`);
      await client.end();
      return address(database);
    },
    kill: () => end((pid) => process.kill(-pid, "SIGKILL")),
    start,
    async stop() {
      await end((pid) => process.kill(pid, "SIGINT")); // "fast shutdown": closes open connections
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout);
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}

async function untilReady(server: ChildProcess): Promise<void> {
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL didn't start: ${printed}`)));
  });
}
