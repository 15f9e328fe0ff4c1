/** Work off the server's thread: calls to a worker of its own, answered one after the other. */
import { Worker } from "node:worker_threads";
import { AppError } from "@/core/errors";
import type { WorkerEntry } from "./worker-entry";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

export interface WorkerCalls<Input, Output> {
  /**
   * Rejects with `too-large` when it takes longer than the limit, and with what it failed on. An aborted
   * signal ends the thread, since nothing else stops what it is in the middle of; the call rejects with
   * the signal's reason.
   */
  call(input: Input, signal?: AbortSignal): Promise<Output>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

export interface WorkerOptions {
  readonly entry: WorkerEntry;
  /** Past it the thread is ended rather than left to burn; asked anew for every call. */
  readonly limitMs: () => number;
  /** Past it Node ends the thread; without it the thread may grow like the process. */
  readonly heapMegabytes?: number;
}

interface Waiting<Output> {
  resolve(output: Output): void;
  reject(error: unknown): void;
  readonly stop: () => void;
  readonly worker: Worker;
}

/** The thread starts with the first call, and anew after it ended. */
export function createWorkerCalls<Input, Output>({
  entry,
  limitMs,
  heapMegabytes,
}: WorkerOptions): WorkerCalls<Input, Output> {
  const waiting = new Map<number, Waiting<Output>>();
  let lastId = 0;
  let worker: Worker | undefined;
  let closed = false;

  function start(): Worker {
    const resourceLimits = heapMegabytes === undefined ? {} : { maxOldGenerationSizeMb: heapMegabytes };
    const started = new Worker(entry.url, { workerData: entry.data, resourceLimits });
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
    call?.stop();
    return call;
  }

  return {
    call(input, signal) {
      if (closed) return Promise.reject(new AppError("shutting-down"));
      if (signal?.aborted) return Promise.reject(signal.reason);
      worker ??= start();
      const target = worker;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const giveUp = (reason: unknown) => {
          take(id)?.reject(reason);
          if (worker === target) worker = undefined;
          void target.terminate();
        };
        const timer = setTimeout(
          () => giveUp(new AppError("too-large", "the work took too long")),
          limitMs(),
        );
        const abort = () => giveUp(signal?.reason);
        signal?.addEventListener("abort", abort);
        const stop = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", abort);
        };
        waiting.set(id, { resolve, reject, stop, worker: target });
        target.postMessage({ id, input } satisfies WorkerCall<Input>);
      });
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
