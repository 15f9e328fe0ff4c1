/** A restored copy of the office's data, run beside it on the same Redis: it has the same speeches. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import { buildServer, type LecternServer } from "@/server/build";
import { readConfig } from "@/server/config";
import { openPostgresPool } from "@/server/db/postgres-pool";
import { openStorage } from "@/server/db/storage";
import type { Tables } from "@/server/db/tables";
import { exportArchive } from "@/server/transfer/export-archive";
import { importArchive } from "@/server/transfer/import-archive";
import { NO_POSTGRES, type PostgresServer, startPostgres } from "../helpers/postgres";
import { NO_REDIS, type RedisServer, startRedis } from "../helpers/redis";
import { SocketOffice } from "../helpers/socket-office";

let postgres: PostgresServer | null = null;
let redis: RedisServer | null = null;
let folder = "";
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  folder = await mkdtemp(path.join(os.tmpdir(), "lectern-shared-redis-"));
}, 60_000);
afterAll(async () => {
  await Promise.all([postgres?.stop(), redis?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const nothing = () => {};

async function copyData(from: string, to: string): Promise<void> {
  const file = path.join(folder, "office.lectern");
  const pool = await openPostgresPool(from, nothing);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await exportArchive({ kind: "postgres", kysely }, file, nothing);
  await kysely.destroy();
  const storage = await openStorage({ dataDir: folder, databaseUrl: to, onConnectionLost: nothing });
  await importArchive(storage.database, file, nothing);
  await storage.close();
}

async function start(databaseUrl: string, redisUrl: string): Promise<LecternServer> {
  const settings = { NODE_ENV: "test", PORT: "0", HOST: "localhost", DATA_DIR: folder };
  const server = await buildServer({
    config: readConfig({
      ...settings,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      SESSION_SECRET: "a secret that is long enough for tests",
    }),
    nextFolder: null,
    logger: pino({ level: "silent" }),
  });
  await untilReady(server);
  return server;
}

const untilReady = ({ url }: LecternServer) =>
  vi.waitFor(async () => expect((await fetch(`${url}/health/ready`)).ok).toBe(true), { timeout: 20_000 });

async function textOf({ rooms }: LecternServer, speechId: SpeechId): Promise<string> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await rooms.textOf(speechId));
  return doc.getXmlFragment(FRAGMENT).toString();
}

function addLine(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(FRAGMENT).push([paragraph]);
}

it("SY-130 what is written in the copy doesn't come into the office's text, and takes nothing out of it", async (context) => {
  if (postgres === null) return context.skip(NO_POSTGRES);
  if (redis === null) return context.skip(NO_REDIS);
  const [own, copied] = [await postgres.createDatabase(), await postgres.createDatabase()];
  const office = await SocketOffice.open({
    env: { DATABASE_URL: own, REDIS_URL: redis.url },
    text: "原文",
  });
  const { server, speechId, administrator } = office;
  await untilReady(server);
  await copyData(own, copied);
  const second = await start(own, redis.url);
  const copy = await start(copied, redis.url);
  const write = (node: LecternServer, words: string) =>
    node.rooms.edit(speechId, administrator.id, (doc) => addLine(doc, words));

  expect(await textOf(server, speechId)).toContain("原文");
  await write(copy, "副本里写的");
  await write(second, "第二台写的");
  await vi.waitFor(async () => expect(await textOf(server, speechId)).toContain("第二台写的"), {
    timeout: 10_000,
  });
  expect(await textOf(server, speechId)).not.toContain("副本里写的");
  expect(await textOf(copy, speechId)).not.toContain("第二台写的");
  for (const node of [second, copy]) await node.close();
  await office.close();
}, 60_000);
