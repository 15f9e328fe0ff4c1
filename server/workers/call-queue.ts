/**
 * Calls that are answered one after the other by something outside of the server's thread: a thread or
 * a process. They wait here, so that one can be told its place and given up without disturbing the rest.
 */
import { AppError } from "@/core/errors";
import type { WorkerAnswer, WorkerCall } from "./worker-messages";

export interface CallOptions {
  /** Aborted, the call rejects with the signal's reason; work that is under way ends with its worker. */
  readonly signal?: AbortSignal | undefined;
  /** How many calls are ahead: told when that changes, 0 as the work begins. */
  readonly onPlace?: ((ahead: number) => void) | undefined;
}

export interface WorkerCalls<Input, Output> {
  /** Rejects with `too-large` when it takes longer than the limit, and with what it failed on. */
  call(input: Input, options?: CallOptions): Promise<Output>;
  /** Ends the worker; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A thread or process that does one thing at a time. */
export interface CallWorker<Input> {
  send(call: WorkerCall<Input>): void;
  end(): unknown;
}

/** What a worker tells of itself. */
export interface WorkerReports<Output> {
  /** `retires`: it wants to be ended before anything else is asked of it. */
  answered(answer: WorkerAnswer<Output>, retires?: boolean): void;
  /** It is gone, with whatever it was asked. */
  ended(error: unknown): void;
}

export interface CallQueueOptions<Input, Output> {
  /** Where it throws, the call that it was for fails; the next one tries again. */
  readonly start: (reports: WorkerReports<Output>) => CallWorker<Input>;
  /** From the work's beginning. Past it the worker is ended rather than left to burn; asked for every call. */
  readonly limitMs: () => number;
  /** A worker that was asked nothing for so long is ended, with what it keeps; never when left out. */
  readonly idleMs?: number | undefined;
}

interface Call<Input, Output> extends CallOptions {
  readonly input: Input;
  resolve(output: Output): void;
  reject(error: unknown): void;
}

/** A worker starts with the first call, and anew after one ended. */
export function createCallQueue<Input, Output>({
  start,
  limitMs,
  idleMs,
}: CallQueueOptions<Input, Output>): WorkerCalls<Input, Output> {
  /** The first is under way. */
  const queue: Call<Input, Output>[] = [];
  let lastId = 0;
  let worker: CallWorker<Input> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  function started(): CallWorker<Input> {
    const isCurrent = () => worker === own;
    const own = start({
      answered: (answer, retires = false) => {
        // One that was given up may have answered just before it ended.
        if (!isCurrent() || answer.id !== lastId) return;
        if (retires) endWorker();
        const call = next();
        if (answer.ok) call?.resolve(answer.output);
        else call?.reject(new Error(answer.detail));
      },
      ended: (error) => {
        if (!isCurrent()) return;
        worker = undefined;
        next()?.reject(error);
      },
    });
    return own;
  }

  /** Takes the call that was under way off, and begins the one behind it. */
  function next(): Call<Input, Output> | undefined {
    clearTimeout(timer);
    const done = queue.shift();
    begin();
    return done;
  }

  function begin(): void {
    // A loop: where no thread is to be had, all that wait may fail in turn.
    for (;;) {
      for (const [ahead, call] of queue.entries()) call.onPlace?.(ahead);
      const [call] = queue;
      clearTimeout(idle);
      if (call === undefined) {
        if (idleMs !== undefined && worker !== undefined) idle = setTimeout(endWorker, idleMs).unref();
        return;
      }
      try {
        ask(call);
        return;
      } catch (error) {
        // Left in the queue, it would keep everything behind it from ever beginning.
        clearTimeout(timer);
        endWorker();
        queue.shift();
        call.reject(error);
      }
    }
  }

  /** Throws where no worker can be started. */
  function ask({ input }: Call<Input, Output>): void {
    worker ??= started();
    timer = setTimeout(() => giveUp(new AppError("too-large", "the work took too long")), limitMs());
    lastId += 1;
    worker.send({ id: lastId, input });
  }

  function endWorker(): unknown {
    const ended = worker;
    worker = undefined;
    return ended?.end();
  }

  /** There's no way to stop work but with its worker. */
  function giveUp(reason: unknown): void {
    endWorker();
    next()?.reject(reason);
  }

  function abort(call: Call<Input, Output>, reason: unknown): void {
    const place = queue.indexOf(call);
    if (place === 0) giveUp(reason);
    if (place <= 0) return;
    queue.splice(place, 1);
    for (const [ahead, other] of queue.entries()) if (ahead >= place) other.onPlace?.(ahead);
    call.reject(reason);
  }

  return {
    async call(input, options = {}) {
      const { signal } = options;
      if (closed) throw new AppError("shutting-down");
      signal?.throwIfAborted();
      let onAbort = () => {};
      try {
        return await new Promise<Output>((resolve, reject) => {
          const call = { ...options, input, resolve, reject };
          onAbort = () => abort(call, signal?.reason);
          signal?.addEventListener("abort", onAbort);
          queue.push(call);
          if (queue.length === 1) begin();
          else options.onPlace?.(queue.length - 1);
        });
      } finally {
        signal?.removeEventListener("abort", onAbort);
      }
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(idle);
      for (const call of queue.splice(0)) call.reject(new AppError("shutting-down", "the worker ended"));
      await endWorker();
    },
  };
}
