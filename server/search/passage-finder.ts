/** Searching the texts of versions off the server's thread, one search after the other. */
import { createWorkerCalls } from "../workers/worker-calls";
import { workerEntry } from "../workers/worker-entry";
import type { FoundPassage, PassageSearch } from "./find-passages";

export interface PassageFinder {
  /** Rejects with `too-large` when it takes longer than the limit. */
  find(search: PassageSearch): Promise<readonly FoundPassage[]>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

const LIMIT_MS = 20_000;

export function createPassageFinder(): PassageFinder {
  const entry = workerEntry("passage-worker", "./passage-worker.ts", import.meta.url);
  const calls = createWorkerCalls<PassageSearch, readonly FoundPassage[]>({ entry, limitMs: () => LIMIT_MS });
  return { find: calls.call, close: calls.close };
}
