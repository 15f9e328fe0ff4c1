/** Files made off the server's thread, one after the other. */
import type { DocumentNode } from "@/core/document/schema";
import type { ExportContent, TextFormat } from "@/core/export";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";
import type { SpeechFileContent } from "@/core/speech-file";
import type { CallOptions } from "../workers/call-queue";
import { createWorkerCalls } from "../workers/worker-calls";
import { workerEntry } from "../workers/worker-entry";
import type { PdfOrder, Typesetting } from "./typesetting";

/** What stands in the file. */
export type DocxContent =
  | {
      readonly kind: ExportContent;
      /** As it is, with its suggestions. */
      readonly document: DocumentNode;
      /** People's names by id. */
      readonly names: ReadonlyMap<string, string>;
      readonly threads: readonly Thread[];
    }
  /** What leads from one text to the other; `at` is the time of the revisions, epoch milliseconds. */
  | {
      readonly kind: "comparison";
      readonly before: DocumentNode;
      readonly after: DocumentNode;
      readonly at: number;
      /** The first is the newer one. */
      readonly isBackwards?: boolean | undefined;
      /** A PDF that is told apart by shape alone; Word's revisions have the reader's own colours. */
      readonly blackAndWhite?: boolean | undefined;
      /** How the first text's headings are numbered, where that isn't how the second's are. */
      readonly oldNumberingStyle?: NumberingStyle | undefined;
    };

export interface DocxOrder {
  readonly format: "docx";
  readonly content: DocxContent;
  readonly paper: PaperStyle;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** By whose clock its times are written; the server's when left out. */
  readonly timeZone?: string | undefined;
  /** What stands pale across every page; null for none. */
  readonly watermark: string | null;
}

export interface TextOrder {
  readonly format: TextFormat;
  readonly title: string;
  readonly document: DocumentNode;
  readonly numberingStyle: NumberingStyle;
}

/** The whole speech as a file of our own. */
export interface WholeOrder {
  readonly format: "json";
  readonly content: SpeechFileContent;
}

/** Several files as one; their names are unique. */
export interface ZipOrder {
  readonly format: "zip";
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What the thread makes; PDF is typeset elsewhere. */
export type ThreadOrder = DocxOrder | TextOrder | WholeOrder | ZipOrder;
export type ExportOrder = ThreadOrder | PdfOrder;

export interface Exporter {
  /** Rejects with `too-large` when it takes longer than the limit, with the reason of an aborted signal. */
  make(order: ExportOrder, options?: CallOptions): Promise<Uint8Array>;
  /** Ends the thread; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A hundred pages take a tenth of a second. */
const LIMIT_MS = 30_000;

export function createExporter(
  typesetting: Pick<Typesetting, "pdf">,
  limitMs: () => number = () => LIMIT_MS,
): Exporter {
  const entry = workerEntry("export-worker", "./export-worker.ts", import.meta.url);
  const calls = createWorkerCalls<ThreadOrder, Uint8Array>({ entry, limitMs });
  return {
    make: async (order, options) =>
      order.format === "pdf"
        ? (await typesetting.pdf(order, options)).bytes
        : await calls.call(order, options),
    close: calls.close,
  };
}
