import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { newSpeechId } from "@/core/ids";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

const SPEECHES = 10_000;
const AT_ONCE = 100;
/** Far below what 10,000 rooms would hold (a Y.Doc and its maps are over 10 KB), above the noise. */
const GROWTH_BYTES = 24 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

it("SY-15 10,000 speeches opened, written in and left one after the other don't grow the process", async () => {
  const { log, rooms } = openRooms();

  async function touch(count: number): Promise<void> {
    for (let done = 0; done < count; done += AT_ONCE) {
      const clients = Array.from({ length: AT_ONCE }, () => new SyncClient(rooms, newSpeechId()));
      await until(() => clients.every(({ allSaved }) => allSaved));
      for (const client of clients) client.write("一句话");
      await until(() => clients.every(({ allSaved }) => allSaved));
      for (const client of clients) {
        client.disconnect();
        client.doc.destroy();
      }
      await until(() => rooms.size === 0);
      // What the test's own log keeps isn't the process's.
      log.rows.clear();
      log.bindings.clear();
      log.figures.clear();
    }
  }

  await touch(AT_ONCE * 5);
  const before = usedHeap();
  await touch(SPEECHES);
  expect(usedHeap() - before).toBeLessThan(GROWTH_BYTES);
  expect(rooms.sockets).toBe(0);
}, 120_000);
