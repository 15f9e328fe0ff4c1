/** Files read off the server's thread, two at a time, each within limits of time and memory. */
import { AppError } from "@/core/errors";
import { ImportError } from "@/core/import";
import { LIMITS } from "@/core/limits";
import type { WorkerCalls } from "../workers/call-queue";
import { createWorkerCalls } from "../workers/worker-calls";
import { workerEntry } from "../workers/worker-entry";
import type { FileToRead, ReadFile, ReadOutcome } from "./read-file";

export interface FileReader {
  /** Rejects with ImportError, or with the signal's reason when it was aborted. */
  read(file: FileToRead, signal?: AbortSignal): Promise<ReadFile>;
  /** Ends the threads; what is still being read is given up. */
  close(): Promise<void>;
}

interface Lane {
  readonly calls: WorkerCalls<FileToRead, ReadOutcome>;
  /** Settles when the lane is free again. */
  last: Promise<unknown>;
  /** Whether its thread has started and read something. */
  warm: boolean;
  waiting: number;
}

/** One that takes its five seconds doesn't keep everybody waiting. */
const LANES = 2;
const START_MS = 60_000;
/** What a new thread reads to be ready. */
const FIRST: FileToRead = { bytes: new TextEncoder().encode("字"), name: "first.txt", encoding: null };

export function createFileReader(limitMs: () => number = () => LIMITS.importMs): FileReader {
  const entry = workerEntry("import-worker", "./import-worker.ts", import.meta.url);
  const lanes: readonly Lane[] = Array.from({ length: LANES }, () => {
    const lane: Lane = {
      calls: createWorkerCalls<FileToRead, ReadOutcome>({
        entry,
        limitMs: () => (lane.warm ? limitMs() : START_MS),
        heapMegabytes: LIMITS.importHeapMegabytes,
      }),
      last: Promise.resolve(),
      warm: false,
      waiting: 0,
    };
    return lane;
  });

  /** A file's time begins when its thread can read: starting one takes seconds on a busy machine. */
  async function readIn(lane: Lane, file: FileToRead, signal: AbortSignal | undefined): Promise<ReadOutcome> {
    try {
      if (!lane.warm) await lane.calls.call(FIRST, { signal });
      lane.warm = true;
      return await lane.calls.call(file, { signal });
    } catch (error) {
      // The thread has ended with it.
      lane.warm = false;
      throw error;
    }
  }

  return {
    async read(file, signal) {
      const [lane] = [...lanes].sort((one, other) => one.waiting - other.waiting);
      if (lane === undefined) throw new Error("no lanes");
      lane.waiting += 1;
      // A thread reads one file at a time: ending it for one mustn't take another along.
      const outcome = lane.last.then(() => readIn(lane, file, signal));
      lane.last = outcome.then(
        () => undefined,
        () => undefined,
      );
      try {
        return fileOf(await outcome);
      } catch (error) {
        throw signal?.aborted ? error : asImportError(error);
      } finally {
        lane.waiting -= 1;
      }
    },
    async close() {
      await Promise.all(lanes.map(({ calls }) => calls.close()));
    },
  };
}

function fileOf(outcome: ReadOutcome): ReadFile {
  if (!outcome.ok) throw new ImportError(outcome.problem, outcome.detail);
  return outcome.file;
}

/** Node's name for a thread that used up its memory; our own for one that used up its time. */
function asImportError(error: unknown): unknown {
  const outOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  const outOfTime = error instanceof AppError && error.code === "too-large";
  return outOfMemory || outOfTime ? new ImportError("too-complex", "time or memory") : error;
}
