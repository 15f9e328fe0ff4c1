/** Starting and ending the built server as a process. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ConfigError, readConfig } from "@/server/config";
import { ServerProcess } from "../helpers/server-process";

/** Each test starts a few processes, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const failureOf = (env: Record<string, string>) =>
  ServerProcess.start(env).then(
    async (server) => {
      await server.stop();
      return "it started";
    },
    (error: Error) => error.message,
  );

describe("settings", () => {
  it("OP-02 that are wrong are all told at once", async () => {
    const wrong = {
      PORT: "99999",
      DATABASE_URL: "mysql://db",
      PUBLIC_URL: "nowhere",
      SESSION_SECRET: "short",
    };
    const problems = (env: Record<string, string>) => {
      try {
        readConfig(env);
        return [];
      } catch (error) {
        return error instanceof ConfigError ? error.problems.map((problem) => problem.split(":")[0]) : error;
      }
    };
    expect(problems(wrong)).toEqual(["PORT", "DATABASE_URL", "SESSION_SECRET", "PUBLIC_URL"]);
    expect(problems({ PORT: "99999", DATABASE_URL: "postgres://db" })).toEqual(["PORT", "SESSION_SECRET"]);
    expect(problems({})).toEqual([]);
    const message = await failureOf(wrong);
    expect(message).toMatch(/ended with 1/);
    for (const name of Object.keys(wrong)) expect(message).toContain(`${name}: `);
  });
});

describe("the process", () => {
  it("OP-03 makes its folder and secret for its owner alone, and the secret outlives a restart", async () => {
    const server = await ServerProcess.start();
    const file = path.join(server.dataDir, "session-secret");
    const secret = await readFile(file, "utf8");
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await server.kill();
    await server.restart();
    expect(await readFile(file, "utf8")).toBe(secret);
    await server.stop();
  });

  it("OP-04 says in a sentence that the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "localhost", resolve));
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const message = await failureOf({ PORT: port });
    expect(message).toMatch(/ended with 1.*Port \d+ is in use/s);
    expect(message).not.toMatch(/\n +at /);
    await new Promise((resolve) => other.close(resolve));
    const server = await ServerProcess.start({ PORT: port });
    await server.stop();
  });

  it("OP-05 says in a sentence that another process has the data folder", async () => {
    const server = await ServerProcess.start();
    const message = await failureOf({ DATA_DIR: server.dataDir });
    expect(message).toMatch(/ended with 1.*Another Lectern process/s);
    expect(message).not.toMatch(/\n +at /);
    // The kernel frees the folder with the process, however that ends.
    await server.kill();
    await server.restart();
    await server.stop();
  });

  it("OP-05 says in a sentence that the data folder can't be used", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "lectern-start-"));
    await writeFile(path.join(folder, "file"), "");
    const message = await failureOf({ DATA_DIR: path.join(folder, "file", "data") });
    expect(message).toMatch(/ended with 1.*can't be (made|used|written) \(ENOTDIR\)/s);
    expect(message).not.toMatch(/\n +at /);
    await rm(folder, { recursive: true });
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "OP-10 ends in order with 0 on %s, told twice",
    async (signal) => {
      const folder = await mkdtemp(path.join(tmpdir(), "lectern-start-"));
      const settings = { NODE_ENV: "production" as const, PORT: "0", HOST: "localhost", DATA_DIR: folder };
      const child = spawn(process.execPath, ["dist/main.js"], {
        env: { ...process.env, ...settings },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = new Promise((resolve) => child.once("exit", (code, by) => resolve({ code, by })));
      await new Promise<void>((resolve) => {
        child.stdout.on("data", (chunk: Buffer) => {
          if (chunk.toString().includes("is ready")) resolve();
        });
      });
      child.kill(signal);
      child.kill(signal);
      expect(await ended).toEqual({ code: 0, by: null });
      await rm(folder, { recursive: true });
    },
    30_000,
  );
});
