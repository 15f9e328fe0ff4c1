/** Comparing documents off the server's thread, one after the other. */
import type { DocumentNode } from "@/core/document/schema";
import { createWorkerCalls } from "../workers/worker-calls";
import { workerEntry } from "../workers/worker-entry";
import type { Compared, CompareRequest } from "./compare-fully";
import type { Traces } from "./name-changers";

export interface Comparer {
  /** Rejects with `too-large` when it takes longer than the limit, and with what it failed on. */
  compare(before: DocumentNode, after: DocumentNode, traces?: Traces): Promise<Compared>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A hundred times what a long speech takes. */
const LIMIT_MS = 20_000;

export function createComparer(limitMs: () => number = () => LIMIT_MS): Comparer {
  const entry = workerEntry("compare-worker", "./compare-worker.ts", import.meta.url);
  const calls = createWorkerCalls<CompareRequest, Compared>({ entry, limitMs });
  return { compare: (before, after, traces) => calls.call({ before, after, traces }), close: calls.close };
}
