/** Threads and processes that can't be started, as where memory or processes are used up. */
import { describe, expect, it } from "vitest";
import { createFileReader } from "@/server/import/file-reader";
import { createCallQueue } from "@/server/workers/call-queue";

const refusal = new Error("no thread is to be had");

describe("a queue whose worker can't be started", () => {
  it("OP-160 fails what waits, however much that is, and does what comes when one can be", async () => {
    let isRefused = false;
    let end = (_error: unknown) => {};
    const queue = createCallQueue<number, number>({
      limitMs: () => 60_000,
      start: ({ answered, ended }) => {
        if (isRefused) throw refusal;
        end = ended;
        return {
          // Zero is work without an end.
          send: ({ id, input }) => {
            if (input !== 0) queueMicrotask(() => answered({ id, ok: true, output: input * 2 }));
          },
          end: () => {},
        };
      },
    });
    const outcomes = Promise.allSettled(Array.from({ length: 10_000 }, () => queue.call(0)));
    isRefused = true;
    const death = new Error("it ended in its work");
    end(death);
    const reasons = (await outcomes).map((outcome) => outcome.status === "rejected" && outcome.reason);
    expect([reasons[0], ...new Set(reasons.slice(1))]).toEqual([death, refusal]);

    await expect(queue.call(1)).rejects.toBe(refusal);
    isRefused = false;
    expect(await Promise.all([queue.call(1), queue.call(2)])).toEqual([2, 4]);
    await queue.close();
  });

  it("OP-160 fails what can't be passed on to its worker, and gives the next to another one", async () => {
    const ended: number[] = [];
    let started = 0;
    const queue = createCallQueue<() => void, number>({
      limitMs: () => 60_000,
      start: ({ answered }) => {
        started += 1;
        const own = started;
        return {
          send: ({ id, input }) => {
            input();
            queueMicrotask(() => answered({ id, ok: true, output: own }));
          },
          end: () => ended.push(own),
        };
      },
    });
    const refused = queue.call(() => {
      throw refusal;
    });
    await expect(refused).rejects.toBe(refusal);
    expect(await queue.call(() => {})).toBe(2);
    expect(ended).toEqual([1]);
    await queue.close();
  });
});

// Starting a process from TypeScript takes seconds where other tests share the machine.
describe("a process that can't be started", { timeout: 60_000 }, () => {
  it("OP-160 says why at once; the next is started when it can be", async () => {
    const reader = createFileReader();
    const file = { bytes: new TextEncoder().encode("同志们："), name: "a.txt", encoding: null };
    const node = process.execPath;
    process.execPath = "/nowhere/node";
    try {
      const refused = [reader.read(file), reader.read(file), reader.read(file)];
      for (const outcome of await Promise.allSettled(refused)) {
        expect(outcome).toMatchObject({ status: "rejected", reason: { code: "ENOENT" } });
      }
    } finally {
      process.execPath = node;
    }
    expect(await reader.read(file)).toMatchObject({ format: "txt" });
    await reader.close();
  });
});
