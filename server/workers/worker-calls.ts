/** Work off the server's thread: calls to a worker thread of its own. */
import { Worker } from "node:worker_threads";
import { AppError } from "@/core/errors";
import { type CallWorker, createCallQueue, type WorkerCalls, type WorkerReports } from "./call-queue";
import type { WorkerEntry } from "./worker-entry";

export interface WorkerOptions {
  readonly entry: WorkerEntry;
  /** From the work's beginning; asked for every call. */
  readonly limitMs: () => number;
  /** Past it Node ends the thread; without it the thread may grow like the process. */
  readonly heapMegabytes?: number;
}

export function createWorkerCalls<Input, Output>({
  entry,
  limitMs,
  heapMegabytes,
}: WorkerOptions): WorkerCalls<Input, Output> {
  function start(reports: WorkerReports<Output>): CallWorker<Input> {
    const resourceLimits = heapMegabytes === undefined ? {} : { maxOldGenerationSizeMb: heapMegabytes };
    const worker = new Worker(entry.url, { workerData: entry.data, resourceLimits });
    let failure: unknown = new AppError("shutting-down", "the thread ended");
    worker.on("message", (answer) => reports.answered(answer)); // answerCalls() wrote it
    worker.on("error", (error) => {
      failure = error;
    });
    worker.on("exit", () => reports.ended(failure));
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    return { send: (call) => worker.postMessage(call), end: () => worker.terminate() };
  }
  return createCallQueue({ start, limitMs });
}
