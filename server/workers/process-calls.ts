/**
 * Work in a process of its own, for libraries that may end theirs: calls answered one after the other.
 * What can't be interrupted is ended with its process, and the next call starts another.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AppError } from "@/core/errors";
import type { WorkerCalls } from "./worker-calls";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

export interface ProcessOptions {
  /** dist/<name>.js, or the source in development and tests. */
  readonly file: URL;
  readonly args: readonly string[];
  /** Past it the process is ended; asked anew for every call. */
  readonly limitMs: () => number;
  /** Past it the process makes room for another once nothing is asked of it. Bytes resident. */
  readonly mostMemory: number;
}

/** What comes back besides the answer. */
export interface ProcessAnswer<Output> {
  readonly answer: WorkerAnswer<Output>;
  /** Bytes resident after it. */
  readonly memory: number;
}

interface Waiting<Output> {
  resolve(output: Output): void;
  reject(error: unknown): void;
  readonly stop: () => void;
  readonly child: ChildProcess;
}

export function createProcessCalls<Input, Output>(options: ProcessOptions): WorkerCalls<Input, Output> {
  const waiting = new Map<number, Waiting<Output>>();
  let lastId = 0;
  let child: ChildProcess | undefined;
  let closed = false;

  function start(): ChildProcess {
    const file = fileURLToPath(options.file);
    const execArgv = file.endsWith(".ts") ? ["--import", "tsx"] : [];
    // Keeps typed arrays as they are; JSON would make objects of them.
    const started = fork(file, options.args, { execArgv, serialization: "advanced", stdio: "ignore" });
    started.on("message", (message) => settle(started, message as ProcessAnswer<Output>)); // answerProcessCalls() wrote it
    started.on("error", () => end(started));
    started.on("exit", () => {
      if (child === started) child = undefined;
      const failure = closed ? new AppError("shutting-down") : new Error("the process ended in its work");
      for (const [id, call] of [...waiting]) if (call.child === started) take(id)?.reject(failure);
    });
    // It must not keep a process alive that has nothing else to do.
    started.unref();
    started.channel?.unref();
    return started;
  }

  function settle(from: ChildProcess, { answer, memory }: ProcessAnswer<Output>): void {
    const call = take(answer.id);
    if (answer.ok) call?.resolve(answer.output);
    else call?.reject(new Error(answer.detail));
    const isIdle = [...waiting.values()].every((other) => other.child !== from);
    if (memory > options.mostMemory && isIdle) end(from);
  }

  function end(ended: ChildProcess): void {
    if (child === ended) child = undefined;
    ended.kill("SIGKILL");
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
      child ??= start();
      const target = child;
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          take(id)?.reject(new AppError("too-large", "the work took too long"));
          end(target);
        }, options.limitMs());
        // Others may wait behind it in the same process: their work isn't given up.
        const abort = () => take(id)?.reject(signal?.reason);
        signal?.addEventListener("abort", abort);
        const stop = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", abort);
        };
        waiting.set(id, { resolve, reject, stop, child: target });
        target.send({ id, input } satisfies WorkerCall<Input>, (error) => {
          if (error !== null) take(id)?.reject(error);
        });
      });
    },
    async close() {
      closed = true;
      if (child !== undefined) end(child);
    },
  };
}
