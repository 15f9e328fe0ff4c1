/** Work off the server's thread: calls to a worker of its own, answered one after the other. */
import { Worker } from "node:worker_threads";
import { AppError } from "@/core/errors";
import type { WorkerEntry } from "./worker-entry";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

export interface WorkerCalls<Input, Output> {
  /** Rejects with `too-large` when it takes longer than the limit, and with what it failed on. */
  call(input: Input): Promise<Output>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

export interface WorkerOptions {
  readonly entry: WorkerEntry;
  /** Past it the thread is ended rather than left to burn; asked anew for every call. */
  readonly limitMs: () => number;
}

interface Waiting<Output> {
  resolve(output: Output): void;
  reject(error: unknown): void;
  readonly timer: NodeJS.Timeout;
  readonly worker: Worker;
}

/** The thread starts with the first call, and anew after it ended. */
export function createWorkerCalls<Input, Output>({
  entry,
  limitMs,
}: WorkerOptions): WorkerCalls<Input, Output> {
  const waiting = new Map<number, Waiting<Output>>();
  let lastId = 0;
  let worker: Worker | undefined;
  let closed = false;

  function start(): Worker {
    const started = new Worker(entry.url, { workerData: entry.data });
    let failure: unknown = new AppError("shutting-down", "the thread ended");
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

  function settle(answer: WorkerAnswer<Output>): void {
    const call = take(answer.id);
    if (answer.ok) call?.resolve(answer.output);
    else call?.reject(new Error(answer.detail));
  }

  function take(id: number): Waiting<Output> | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    clearTimeout(call?.timer);
    return call;
  }

  return {
    call(input) {
      if (closed) return Promise.reject(new AppError("shutting-down"));
      worker ??= start();
      const target = worker;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          take(id)?.reject(new AppError("too-large", "the work took too long"));
          if (worker === target) worker = undefined;
          void target.terminate();
        }, limitMs());
        waiting.set(id, { resolve, reject, timer, worker: target });
        target.postMessage({ id, input } satisfies WorkerCall<Input>);
      });
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
