/**
 * Files read in processes of their own, two at a time, each within limits of time and memory. Not in threads:
 * JSON and other native work can't be stopped in one, and where it fills the heap the whole process ends.
 */
import { AppError } from "@/core/errors";
import { ImportError } from "@/core/import";
import { LIMITS } from "@/core/limits";
import type { WorkerCalls } from "../workers/call-queue";
import { createProcessCalls, ProcessEnded } from "../workers/process-calls";
import type { FileToRead, ReadFile, ReadOutcome } from "./read-file";

export interface FileReader {
  /** Rejects with ImportError, or with the signal's reason when it was aborted. */
  read(file: FileToRead, signal?: AbortSignal): Promise<ReadFile>;
  /** Ends the processes; what is still being read is given up. */
  close(): Promise<void>;
}

interface Lane {
  readonly calls: WorkerCalls<FileToRead, ReadOutcome>;
  /** Settles when the lane is free again. */
  last: Promise<unknown>;
  /** Whether its process may still have to start. */
  starting: boolean;
  waiting: number;
}

/** One that takes its five seconds doesn't keep everybody waiting. */
const LANES = 2;
const START_MS = 60_000;
/** A process that nobody needed for so long is ended, with the memory that the last file took. */
const IDLE_MS = 60_000;
/** What a file left behind would count for the next one. One that just started holds some 95 MB, from source 130. */
const MOST_MEMORY = 150 * 2 ** 20;
/** What a process reads to be ready. */
const FIRST: FileToRead = { bytes: new TextEncoder().encode("字"), name: "first.txt", encoding: null };

/** `program`: the reading process, when not the one of this very build or source. */
export function createFileReader(
  limitMs: () => number = () => LIMITS.importMs,
  program: URL = ownProgram(),
): FileReader {
  const lanes: readonly Lane[] = Array.from({ length: LANES }, () => {
    const lane: Lane = {
      calls: createProcessCalls<FileToRead, ReadOutcome>({
        file: program,
        args: [],
        limitMs: () => (lane.starting ? START_MS : limitMs()),
        mostMemory: MOST_MEMORY,
        heapMegabytes: LIMITS.importHeapMegabytes,
        idleMs: IDLE_MS,
      }),
      last: Promise.resolve(),
      starting: false,
      waiting: 0,
    };
    return lane;
  });

  /** A file's time begins when its process can read: starting one takes seconds on a busy machine. */
  async function readIn(lane: Lane, file: FileToRead, signal: AbortSignal | undefined): Promise<ReadOutcome> {
    lane.starting = true;
    try {
      await lane.calls.call(FIRST, { signal });
    } finally {
      lane.starting = false;
    }
    return lane.calls.call(file, { signal });
  }

  return {
    async read(file, signal) {
      const [lane] = [...lanes].sort((one, other) => one.waiting - other.waiting);
      if (lane === undefined) throw new Error("no lanes");
      lane.waiting += 1;
      // A process reads one file at a time: ending it for one mustn't take another along.
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

/** Bundled, this is in dist/main.js and the process beside it. */
const ownProgram = () =>
  new URL(import.meta.url.endsWith(".ts") ? "./import-process.ts" : "./import-process.js", import.meta.url);

function fileOf(outcome: ReadOutcome): ReadFile {
  if (!outcome.ok) throw new ImportError(outcome.problem, outcome.detail);
  return outcome.file;
}

/** A process that used up its memory ended; one that used up its time was ended. */
function asImportError(error: unknown): unknown {
  const outOfMemory = error instanceof ProcessEnded && error.outOfMemory;
  const outOfTime = error instanceof AppError && error.code === "too-large";
  return outOfMemory || outOfTime ? new ImportError("too-complex", "time or memory") : error;
}
