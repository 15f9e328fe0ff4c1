/**
 * The update log in SQLite, seen from the server's thread: sends each call to the worker and
 * settles it with the worker's answer.
 */
import { Worker } from "node:worker_threads";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import type { StoredSpeech, UpdateLog } from "../sync/ports";
import type { LogOperation, LogResponse, LogValue, LogWorkerData } from "./log-messages";

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

/** The worker starts with the first call, and anew after it died. */
export function createSqliteLog(path: string): ClosableUpdateLog {
  const waiting = new Map<number, Waiting>();
  let waitingBytes = 0;
  let lastId = 0;
  let worker: Worker | undefined;
  let closing: Promise<void> | undefined;

  function start(): Worker {
    const workerData: LogWorkerData = { path };
    const started = new Worker(WORKER_URL, { workerData });
    let failure = "the log's thread ended";
    started.on("message", settle);
    started.on("error", (error) => {
      failure = error.message;
    });
    started.on("exit", () => {
      if (worker === started) worker = undefined;
      // Some may be on disk. Their writers send them again, which Yjs updates allow.
      for (const id of [...waiting.keys()]) take(id)?.reject(new AppError("storage-unavailable", failure));
    });
    return started;
  }

  function settle(response: LogResponse): void {
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
    waitingBytes -= call?.bytes ?? 0;
    return call;
  }

  function send(operation: LogOperation, payload?: Uint8Array): Promise<LogValue> {
    if (closing !== undefined) return Promise.reject(new AppError("shutting-down", "the log is closed"));
    const bytes = payload?.byteLength ?? 0;
    if (waitingBytes + bytes > LIMITS.logQueueBytes) {
      return Promise.reject(new AppError("storage-unavailable", "the log's queue is full"));
    }
    worker ??= start();
    const target = worker;
    const id = ++lastId;
    waitingBytes += bytes;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, bytes });
      target.postMessage(
        { kind: "operation", id, operation },
        payload === undefined ? [] : [payload.buffer as ArrayBuffer], // `ownBytes` made it
      );
    });
  }

  return {
    async append(entry) {
      const update = ownBytes(entry.update);
      return (await send({ kind: "append", entry: { ...entry, update } }, update)) as number; // see LogValue
    },
    async load(speechId, afterSeq = 0) {
      return (await send({ kind: "load", speechId, afterSeq })) as StoredSpeech; // see LogValue
    },
    async compact(speechId, upToSeq, merged) {
      const bytes = ownBytes(merged);
      await send({ kind: "compact", speechId, upToSeq, merged: bytes }, bytes);
    },
    async recordFigures(speechId, figures) {
      await send({ kind: "record-figures", speechId, figures });
    },
    close() {
      closing ??= worker === undefined ? Promise.resolve() : closeWorker(worker);
      return closing;
    },
  };
}

function closeWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.postMessage({ kind: "close" });
  });
}

/** A copy that may be handed over: posting a view would copy the whole buffer it looks into. */
function ownBytes(view: Uint8Array): Uint8Array {
  return Uint8Array.from(view);
}
