/** The log of SQLite where its thread can't be started. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSqliteLog } from "@/server/db/sqlite-log";
import { openStorage } from "@/server/db/storage";
import { createWriteCheck } from "@/server/db/write-check";
import { insertSpeech } from "../helpers/offices";

const threads = vi.hoisted(() => ({ areRefused: false }));

vi.mock("node:worker_threads", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:worker_threads")>();
  class Worker extends real.Worker {
    constructor(...options: ConstructorParameters<typeof real.Worker>) {
      if (threads.areRefused) throw new Error("no thread is to be had");
      super(...options);
    }
  }
  return { ...real, Worker };
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-no-thread-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("ST-160 what is appended while no thread can be started is refused as by a storage that is away, and what comes later is stored", async () => {
  const storage = await openStorage({
    dataDir: folder,
    databaseUrl: undefined,
    onConnectionLost: () => undefined,
  });
  const speechId = await storage.database.query(insertSpeech);
  const log = createSqliteLog(join(folder, "lectern.db"));
  const append = () => log.append({ speechId, update: Uint8Array.of(1), bindings: [] });
  threads.areRefused = true;
  for (const outcome of await Promise.allSettled([append(), append()])) {
    expect(outcome).toMatchObject({
      status: "rejected",
      reason: { code: "storage-unavailable", message: expect.stringContaining("no thread") },
    });
  }
  threads.areRefused = false;
  expect(await append()).toBe(1);
  await log.close();
  await storage.close();
});

it("OP-30 while the log's thread can't be started the storage counts as one that takes no text, and afterwards as one that does", async () => {
  const storage = await openStorage({
    dataDir: folder,
    databaseUrl: undefined,
    onConnectionLost: () => undefined,
  });
  const checkAgain = () => createWriteCheck(storage)();
  threads.areRefused = true;
  await expect(checkAgain()).rejects.toMatchObject({ code: "storage-unavailable" });
  threads.areRefused = false;
  expect(await checkAgain()).toBe(true);
  await storage.close();
});
