/** The lock in 修订 where people are on several nodes: turned on at one, it holds at the others. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Person } from "@/core/person";
import { rejectAll } from "@/core/review/settle";
import { buildServer } from "@/server/build";
import { readConfig } from "@/server/config";
import { NodeWriter } from "../helpers/node-writer";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { NO_REDIS, type RedisServer, startRedis } from "../helpers/redis";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

let postgres: PostgresServer | null = null;
let redis: RedisServer | null = null;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
}, 60_000);
afterAll(() => Promise.all([postgres?.stop(), redis?.stop()]));

const happens = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 5, timeout: 20_000 });

it("SU-40 locked at one node, an editor's open socket at another takes suggestions only, until it is unlocked there", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  if (redis === null) return context.skip(NO_REDIS);
  const shared = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url };
  const office = await SocketOffice.open({ env: shared, text: "我们要推动" });
  const { administrator, speechId } = office;
  const editor = await office.colleague("editor", "editor");
  const folder = await mkdtemp(path.join(tmpdir(), "lectern-node-"));
  const { sessionSecret } = office.server.runtime.config;
  const other = await buildServer({
    config: readConfig({
      ...shared,
      NODE_ENV: "test",
      PORT: "0",
      HOST: "localhost",
      DATA_DIR: folder,
      SESSION_SECRET: sessionSecret,
    }),
    nextFolder: null,
    logger: pino({ level: "silent" }),
  });
  const ready = async (url: string) => (await fetch(`${url}/health/ready`)).ok;
  for (const { url } of [office.server, other]) {
    await vi.waitFor(async () => expect(await ready(url)).toBe(true), { timeout: 20_000 });
  }
  const page = async (url: string, person: Person) => {
    const visitor = new Visitor(url);
    Object.defineProperty(visitor, "cookieHeader", { value: await office.cookie(person) });
    const writer = new NodeWriter({ person, visitor, password: "" }, speechId);
    await happens(() => writer.allSaved);
    return writer;
  };
  const chief = await page(office.server.url, administrator);
  const there = await page(other.url, editor);
  const base = () => rejectAll(textOf(chief.doc)).textContent;

  await office.server.runtime.speeches.change(administrator, speechId, { suggestOnly: true });
  await happens(() => there.connections === 2 && there.allSaved);
  suggestShared(there.doc, editor.id, (tr) => tr.insertText("现在", 1));
  await happens(() => there.allSaved && textOf(chief.doc).textContent === "现在我们要推动");
  expect(base()).toBe("我们要推动");
  editShared(there.doc, (tr) => tr.insertText("直接", 1));
  await happens(() => there.refusal === "content-not-allowed");
  expect(textOf(chief.doc).textContent).toBe("现在我们要推动");

  await other.runtime.speeches.change(administrator, speechId, { suggestOnly: false });
  const here = await page(office.server.url, editor);
  editShared(here.doc, (tr) => tr.insertText("直接", 1));
  await happens(() => here.allSaved && base().startsWith("直接"));
  expect([here.refusal, chief.connections]).toEqual([null, 1]);

  for (const writer of [chief, there, here]) writer.close();
  await other.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
