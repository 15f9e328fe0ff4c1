/** Work in a process of its own, for libraries that may end theirs. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AppError } from "@/core/errors";
import { type CallWorker, createCallQueue, type WorkerCalls, type WorkerReports } from "./call-queue";
import type { WorkerAnswer } from "./worker-messages";

/** Where a heap has a limit: new values take up to three times that beside it, and 48 MB where Node chooses. */
const SEMI_SPACE_MEGABYTES = 4;

export interface ProcessOptions {
  /** dist/<name>.js, or the source in development and tests. */
  readonly file: URL;
  readonly args: readonly string[];
  /** From the work's beginning; asked anew for every call. */
  readonly limitMs: () => number;
  /** Past it the process makes room for another once it has answered. Bytes resident. */
  readonly mostMemory: number;
  /** JavaScript heap; past it the process ends in the middle of its work. Without it, as much as Node allows. */
  readonly heapMegabytes?: number;
  /** A process that was asked nothing for so long is ended; without it it stays. */
  readonly idleMs?: number;
}

/** The process ended while it was asked something. */
export class ProcessEnded extends Error {
  /** @param outOfMemory V8 ends its process by SIGABRT where its heap is full */
  constructor(readonly outOfMemory: boolean) {
    super("the process ended in its work");
  }
}

/** What comes back besides the answer. */
export interface ProcessAnswer<Output> {
  readonly answer: WorkerAnswer<Output>;
  /** Bytes resident after it. */
  readonly memory: number;
}

export function createProcessCalls<Input, Output>(options: ProcessOptions): WorkerCalls<Input, Output> {
  let closed = false;

  function start(reports: WorkerReports<Output>): CallWorker<Input> {
    const file = fileURLToPath(options.file);
    const { heapMegabytes } = options;
    const execArgv = [
      ...(file.endsWith(".ts") ? ["--import", "tsx"] : []),
      ...(heapMegabytes === undefined
        ? []
        : [`--max-old-space-size=${heapMegabytes}`, `--max-semi-space-size=${SEMI_SPACE_MEGABYTES}`]),
    ];
    // Keeps typed arrays as they are; JSON would make objects of them.
    const child = fork(file, options.args, { execArgv, serialization: "advanced", stdio: "ignore" });
    // One that couldn't be started (no memory, no more processes) says so by "error" alone, and can neither be
    // sent anything nor killed: without an id the signal would be for this process's own group.
    const isStarted = child.pid !== undefined;
    const end = () => isStarted && child.kill("SIGKILL");
    child.on("message", (message) => {
      const { answer, memory } = message as ProcessAnswer<Output>; // answerProcessCalls() wrote it
      reports.answered(answer, memory > options.mostMemory);
    });
    child.on("error", (error) => {
      if (isStarted) end();
      else reports.ended(error);
    });
    child.on("exit", (_code, signal) => {
      reports.ended(closed ? new AppError("shutting-down") : new ProcessEnded(signal === "SIGABRT"));
    });
    // It must not keep a process alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
    return { send: (call) => isStarted && child.send(call, (error) => error !== null && end()), end };
  }

  const calls = createCallQueue({ start, limitMs: options.limitMs, idleMs: options.idleMs });
  return {
    call: calls.call,
    close: () => {
      closed = true;
      return calls.close();
    },
  };
}
