/**
 * Papers and their pictures, made by Typst in a process of its own: it may panic, and nothing interrupts
 * it. The process lives on from order to order, so that what was typeset before is known.
 */
import type { DocumentNode } from "@/core/document/schema";
import type { PaperFormat } from "@/core/export";
import type { Locale } from "@/core/messages/locale";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { ReplacedFont } from "@/core/paper/replaced-font";
import type { RecordSheet } from "@/core/record-sheet";
import type { NumberingStyle } from "@/core/speech";
import type { CallOptions, WorkerCalls } from "../workers/call-queue";
import { createProcessCalls } from "../workers/process-calls";
import type { DocxContent } from "./exporter";

export interface PdfOrder {
  readonly format: "pdf";
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

export interface TypesetPaper {
  readonly bytes: Uint8Array;
  readonly replaced: readonly ReplacedFont[];
}

/** 领导阅读稿, of the text with all suggestions accepted. */
export interface ReadingOrder {
  readonly format: PaperFormat;
  readonly document: DocumentNode;
  readonly size: ReadingSize;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** What stands pale across every page; none where it is left out. */
  readonly watermark?: string | null;
}

/** The record of a speech, as a sheet. */
export interface RecordOrder {
  readonly sheet: RecordSheet;
  readonly locale: Locale;
  /** When and by whom the sheet is made, in words. */
  readonly made: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

/** What the process is asked. */
export type TypesetOrder =
  | { readonly kind: "pdf"; readonly order: PdfOrder }
  | { readonly kind: "reading"; readonly order: ReadingOrder }
  | { readonly kind: "record"; readonly order: RecordOrder };
export type TypesetAnswer = TypesetPaper;

export interface Typesetting {
  /** Rejects with `too-large` when it takes longer than the limit, with the reason of an aborted signal. */
  pdf(order: PdfOrder, options?: CallOptions): Promise<TypesetPaper>;
  reading(order: ReadingOrder, options?: CallOptions): Promise<TypesetPaper>;
  record(order: RecordOrder, options?: CallOptions): Promise<TypesetPaper>;
  /** Ends the process; what is still asked for is given up. */
  close(): Promise<void>;
}

/** A hundred pages take a second; ten orders may wait for each other. */
const LIMIT_MS = 60_000;
/** Fonts and one hundred pages take about 300 MB. */
const MOST_MEMORY = 700 * 2 ** 20;

export interface TypesettingOptions {
  /** The office's own fonts. */
  readonly fontDir: string | undefined;
  readonly limitMs?: () => number;
}

export function createTypesetting({ fontDir, limitMs = () => LIMIT_MS }: TypesettingOptions): Typesetting {
  const isSource = import.meta.url.endsWith(".ts");
  const calls: WorkerCalls<TypesetOrder, TypesetAnswer> = createProcessCalls({
    file: new URL(isSource ? "./typeset-process.ts" : "./typeset-process.js", import.meta.url),
    args: fontDir === undefined ? [] : [fontDir],
    limitMs,
    mostMemory: MOST_MEMORY,
  });
  return {
    pdf: (order, options) => calls.call({ kind: "pdf", order }, options),
    reading: (order, options) => calls.call({ kind: "reading", order }, options),
    record: (order, options) => calls.call({ kind: "record", order }, options),
    close: calls.close,
  };
}
