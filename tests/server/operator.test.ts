/** What the operator's tools ask of a running server, and what its log keeps to itself. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { FRAGMENT } from "@/core/document/fragment";
import { type Config, readConfig } from "@/server/config";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { createOperatorRoutes } from "@/server/http/operator";
import { createMetrics } from "@/server/metrics";
import { NodeWriter } from "../helpers/node-writer";
import { Office } from "../helpers/office";
import { type RawRequest, rawRequest } from "../helpers/raw-request";
import { ServerProcess } from "../helpers/server-process";
import { editShared } from "../helpers/shared-edit";

vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TOKEN = "a token that only the scraper has";
let server: ServerProcess;
let office: Office;

beforeAll(async () => {
  server = await ServerProcess.start({ METRICS_TOKEN: TOKEN, LOG_LEVEL: "debug" });
  office = await Office.open(server.url);
}, 60_000);
afterAll(() => server?.stop());

/** Asks operator routes over checks of the test's own. */
async function ask(
  checks: Readonly<Record<string, () => Promise<boolean>>>,
  wanted: RawRequest,
  env: Record<string, string> = {},
) {
  const config: Config = readConfig(env);
  const routes = createOperatorRoutes({ config, metrics: createMetrics(), checks });
  const http = createServer((request, response) => {
    routes(request, response).then((isDone) => isDone || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  try {
    return await rawRequest(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, wanted);
  } finally {
    http.close();
  }
}

const number = (metrics: string, name: string) =>
  Number(new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1] ?? Number.NaN);

async function metrics(): Promise<string> {
  const { status, body } = await rawRequest(server.url, {
    path: "/metrics",
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  expect(status).toBe(200);
  return body;
}

/** The built program, on a data folder; resolves with how it ended and what it printed. */
function run(args: readonly string[], dataDir: string): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR: dataDir };
    execFile(process.execPath, ["dist/transfer.js", ...args], { cwd: ROOT, env }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ code, printed: out + err });
    });
  });
}

describe("health", () => {
  it("OP-30 a running server is alive and ready, and says which parts are", async () => {
    const live = await rawRequest(server.url, { path: "/health/live" });
    expect([live.status, JSON.parse(live.body)]).toEqual([200, { status: "ok" }]);
    const ready = await rawRequest(server.url, { path: "/health/ready" });
    expect(ready.status).toBe(200);
    expect(new Set(Object.values(JSON.parse(ready.body)))).toEqual(new Set(["ok", true]));
  });

  it.each([
    ["fails", () => Promise.reject(new Error("gone"))],
    ["says no", async () => false],
    ["never answers", () => new Promise<boolean>(() => {})],
  ])("OP-30 a server with a part that %s isn't ready, but alive", async (_, database) => {
    const checks = { database, relay: async () => true };
    const ready = await ask(checks, { path: "/health/ready" });
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body)).toEqual({ status: "unavailable", database: false, relay: true });
    expect((await ask(checks, { path: "/health/live" })).status).toBe(200);
  });
});

describe("metrics", () => {
  it("OP-31 need the token where one is set, else a request from this machine itself", async () => {
    const withToken = (authorization?: string) =>
      ask(
        {},
        { path: "/metrics", headers: authorization === undefined ? {} : { authorization } },
        {
          METRICS_TOKEN: TOKEN,
        },
      );
    expect((await withToken()).status).toBe(403);
    expect((await withToken("Bearer wrong")).status).toBe(403);
    expect((await withToken(`Bearer ${TOKEN}`)).status).toBe(200);
    expect((await ask({}, { path: "/metrics" })).status).toBe(200);
    const proxied = { path: "/metrics", headers: { "x-forwarded-for": "203.0.113.9" } };
    expect((await ask({}, proxied)).status).toBe(403);
  });

  it("OP-31 count what is written and refused, and OP-32 the log holds none of it", async () => {
    const chief = await office.colleague("chief");
    const viewer = await office.colleague("viewer");
    const secret = "这句话不能进日志";
    const speech = await office.speech(chief, { title: "记数", text: secret }, [[viewer, "viewer"]]);
    const before = await metrics();
    const writer = new NodeWriter(chief, speech.id);
    const loaded = () => writer.doc.getXmlFragment(FRAGMENT).length > 0;
    await vi.waitFor(() => expect(loaded()).toBe(true), { timeout: 20_000 });
    editShared(writer.doc, (tr) => tr.insertText("另一句也不能", 1));
    await vi.waitFor(() => expect(writer.allSaved).toBe(true), { timeout: 20_000 });

    const reader = new NodeWriter(viewer, speech.id);
    await vi.waitFor(() => expect(reader.doc.getXmlFragment(FRAGMENT).length).toBe(1), { timeout: 20_000 });
    editShared(reader.doc, (tr) => tr.insertText("读者写的更不能", 1));
    await vi.waitFor(() => expect(reader.refusal).toBe("forbidden"), { timeout: 20_000 });

    const after = await metrics();
    expect(number(after, "lectern_commit_seconds_count")).toBeGreaterThan(
      number(before, "lectern_commit_seconds_count"),
    );
    expect(number(after, "lectern_committed_bytes_total")).toBeGreaterThan(
      number(before, "lectern_committed_bytes_total"),
    );
    expect(number(after, "lectern_rooms")).toBe(1);
    expect(after).toMatch(/^lectern_socket_refusals_total\{code="forbidden"\} 1$/m);
    expect(after).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(after).not.toMatch(/\p{Script=Han}/u);
    writer.close();
    reader.close();

    expect(server.printed).toContain("socket refused");
    for (const words of [secret, "另一句", "读者写的", office.administrator.password]) {
      expect(server.printed).not.toContain(words);
    }
  });
});

describe("the data commands", () => {
  it("OP-24 back up a running server and restore into an empty folder, from the command line", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "lectern-command-"));
    const file = path.join(folder, "speeches.lectern");
    try {
      const written = await run(["backup", file], server.dataDir);
      expect(written.code).toBe(0);
      expect(written.printed).toContain(file);
      const nowhere = await run(["backup", path.join(folder, "nowhere", "file.lectern")], server.dataDir);
      expect(nowhere).toMatchObject({ code: 1 });
      expect(nowhere.printed).toMatch(/^There is no such file or folder: .*nowhere/);
      const restored = path.join(folder, "restored");
      expect((await run(["restore", file], restored)).code).toBe(0);
      const again = await run(["restore", file], restored);
      expect(again.code).toBe(1);
      expect(again.printed).not.toMatch(/\n +at /);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("OP-22 leave an office of an older version as it is, which that version then still starts on", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "lectern-command-"));
    try {
      const dataDir = path.join(folder, "office");
      const file = path.join(folder, "speeches.lectern");
      for (const args of [
        ["backup", file],
        ["restore", file],
      ]) {
        const from = args[0] === "backup" ? server.dataDir : dataDir;
        expect((await run(args, from)).code).toBe(0);
      }
      const connection = openSqliteFile(path.join(dataDir, "lectern.db"));
      // What the newest migration brought.
      connection.exec("alter table updates drop column batch");
      connection.exec("delete from kysely_migration where name = '0025-update-batches'");
      const migrations = () =>
        connection.prepare("select name from kysely_migration order by name").pluck().all();
      const before = migrations();
      expect(before).not.toContain("0025-update-batches");
      for (const name of [file, path.join(folder, "mistyped.lectern")]) {
        const { code, printed } = await run(["restore", name], dataDir);
        expect(code).toBe(1);
        expect(printed).toMatch(/isn't empty|no such file/);
        expect(migrations()).toEqual(before);
      }
      connection.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ["an unknown command", ["forget", "x"], "backup"],
    ["no file", ["backup"], "backup"],
    ["a folder without data", ["backup", "nowhere.lectern"], "There is no Lectern data"],
    ["a file that isn't there", ["restore", "nowhere.lectern"], "There is no such file or folder"],
    ["a file that is a folder", ["restore", "."], "That is a folder"],
  ])("OP-24 say in a sentence what is wrong with %s", async (_, args, sentence) => {
    const folder = await mkdtemp(path.join(tmpdir(), "lectern-command-"));
    try {
      const { code, printed } = await run(args, path.join(folder, "data"));
      expect(code).toBe(1);
      expect(printed).toContain(sentence);
      expect(printed).not.toMatch(/\n +at /);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
