/**
 * The update log in SQLite, seen from the server's thread: sends the calls of one turn to the worker
 * together and settles each with the worker's answer.
 */
import { Worker } from "node:worker_threads";
import { AppError } from "@/core/errors";
import type { StoredSpeech, UpdateLog } from "../sync/ports";
import type {
  LogAnswer,
  LogCall,
  LogOperation,
  LogRequest,
  LogResponse,
  LogValue,
  LogWorkerData,
} from "./log-messages";
import { LogQueue } from "./log-queue";
import { WaitingWriters } from "./waiting-writers";

/** An UpdateLog that holds on to something. */
export interface ClosableUpdateLog extends UpdateLog {
  /** Resolves when everything asked for before has been answered. Later calls are refused. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(value: LogValue): void;
  reject(error: unknown): void;
  readonly bytes: number;
}

/** In production the worker is bundled beside the server; in development and tests both are source. */
const WORKER_URL = import.meta.url.endsWith(".ts")
  ? new URL("./log-worker-from-source.mjs", import.meta.url)
  : new URL("./log-worker.js", import.meta.url);

/**
 * The worker starts with the first call, and anew after it died.
 * @param others who else writes this database in this thread
 */
export function createSqliteLog(path: string, others = new WaitingWriters()): ClosableUpdateLog {
  const waiting = new Map<number, Waiting>();
  const queue = new LogQueue();
  /** Calls of this turn that the worker hasn't been sent yet. */
  let gathered: LogCall[] = [];
  let lastId = 0;
  let worker: Worker | undefined;
  let closing: Promise<void> | undefined;

  function start(): Worker {
    const workerData: LogWorkerData = { path, waiting: others.memory };
    const started = new Worker(WORKER_URL, { workerData });
    let failure = "the log's thread ended";
    started.on("message", (answers: LogResponse) => answers.forEach(settle));
    started.on("error", (error) => {
      failure = error.message;
    });
    started.on("exit", () => {
      if (worker === started) worker = undefined;
      gathered = [];
      // Some may be on disk. Their writers send them again, which Yjs updates allow.
      for (const id of [...waiting.keys()]) take(id)?.reject(new AppError("storage-unavailable", failure));
    });
    return started;
  }

  function settle(response: LogAnswer): void {
    const call = take(response.id);
    if (response.ok) call?.resolve(response.value);
    else
      call?.reject(
        response.code === null ? new Error(response.detail) : new AppError(response.code, response.detail),
      );
  }

  function take(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    queue.remove(call?.bytes ?? 0);
    return call;
  }

  async function send(operation: LogOperation, bytes: number): Promise<LogValue> {
    if (closing !== undefined) throw new AppError("shutting-down", "the log is closed");
    queue.add(bytes);
    const id = ++lastId;
    // Rooms that set off together are told so in promises: once those have run, all have called.
    if (gathered.length === 0) process.nextTick(post);
    gathered.push({ id, operation });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject, bytes }));
  }

  function post(): void {
    if (gathered.length === 0) return;
    const calls = gathered;
    gathered = [];
    try {
      worker ??= start();
      worker.postMessage(calls satisfies LogRequest);
    } catch (error) {
      // No thread was to be had; the next call tries again. Nobody else knows of these, nor catches what is
      // thrown here: it would end the server.
      for (const { id } of calls) take(id)?.reject(new AppError("storage-unavailable", String(error)));
    }
  }

  return {
    async append(entry) {
      const update = exactBytes(entry.update);
      // see LogValue
      return (await send({ kind: "append", entry: { ...entry, update } }, update.length)) as number;
    },
    async load(speechId, afterSeq = 0) {
      return (await send({ kind: "load", speechId, afterSeq }, 0)) as StoredSpeech; // see LogValue
    },
    async compact(speechId, upToSeq, merged) {
      const bytes = exactBytes(merged);
      await send({ kind: "compact", speechId, upToSeq, merged: bytes }, bytes.length);
    },
    async recordFigures(speechId, figures) {
      await send({ kind: "record-figures", speechId, figures }, 0);
    },
    close() {
      post();
      closing ??= worker === undefined ? Promise.resolve() : closeWorker(worker);
      return closing;
    },
  };
}

function closeWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.postMessage("close" satisfies LogRequest);
  });
}

/** Posting a view would copy the whole buffer that it looks into. */
function exactBytes(view: Uint8Array): Uint8Array {
  return view.byteLength === view.buffer.byteLength ? view : Uint8Array.from(view);
}
