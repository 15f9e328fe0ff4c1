/** Files made off the server's thread, one after the other. */
import type { DocumentNode } from "@/core/document/schema";
import type { ExportRequest } from "@/core/export";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";
import { createWorkerCalls } from "../workers/worker-calls";
import { workerEntry } from "../workers/worker-entry";

export interface DocxOrder {
  /** As it is, with its suggestions. */
  readonly document: DocumentNode;
  readonly request: ExportRequest;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  /** People's names by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly threads: readonly Thread[];
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

export interface Exporter {
  /** Rejects with `too-large` when it takes longer than the limit. */
  docx(order: DocxOrder): Promise<Uint8Array>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A hundred pages take a tenth of a second; ten orders may wait for each other. */
const LIMIT_MS = 30_000;

export function createExporter(limitMs: () => number = () => LIMIT_MS): Exporter {
  const entry = workerEntry("export-worker", "./export-worker.ts", import.meta.url);
  const calls = createWorkerCalls<DocxOrder, Uint8Array>({ entry, limitMs });
  return { docx: calls.call, close: calls.close };
}
