/** Comparing documents off the server's thread, one after the other. */
import { Worker } from "node:worker_threads";
import type { DocumentNode } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { Compared, CompareRequest, CompareResponse } from "./compare-messages";

export interface Comparer {
  /** Rejects with `too-large` when it takes longer than the limit, and with what it failed on. */
  compare(before: DocumentNode, after: DocumentNode): Promise<Compared>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(compared: Compared): void;
  reject(error: unknown): void;
  readonly timer: NodeJS.Timeout;
  readonly worker: Worker;
}

/** In production the worker is bundled beside the server; in development and tests both are source. */
const WORKER_URL = import.meta.url.endsWith(".ts")
  ? new URL("./compare-worker-from-source.mjs", import.meta.url)
  : new URL("./compare-worker.js", import.meta.url);

/** A hundred times what a long speech takes; past it the thread is ended rather than left to burn. */
const LIMIT_MS = 20_000;

/** The thread starts with the first call, and anew after it ended. */
export function createComparer(limitMs: () => number = () => LIMIT_MS): Comparer {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let worker: Worker | undefined;
  let closed = false;

  function start(): Worker {
    const started = new Worker(WORKER_URL);
    let failure: unknown = new AppError("shutting-down", "the comparing thread ended");
    started.on("message", settle);
    started.on("error", (error) => {
      failure = error;
    });
    started.on("exit", () => {
      if (worker === started) worker = undefined;
      for (const [id, call] of [...waiting]) if (call.worker === started) take(id)?.reject(failure);
    });
    // It must not keep a process alive that has nothing else to do.
    started.unref();
    return started;
  }

  function settle(response: CompareResponse): void {
    const call = take(response.id);
    if (response.ok) call?.resolve(response.compared);
    else call?.reject(new Error(response.detail));
  }

  function take(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    clearTimeout(call?.timer);
    return call;
  }

  return {
    compare(before, after) {
      if (closed) return Promise.reject(new AppError("shutting-down"));
      worker ??= start();
      const target = worker;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          take(id)?.reject(new AppError("too-large", "the comparison took too long"));
          if (worker === target) worker = undefined;
          void target.terminate();
        }, limitMs());
        waiting.set(id, { resolve, reject, timer, worker: target });
        target.postMessage({ id, before, after } satisfies CompareRequest);
      });
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
