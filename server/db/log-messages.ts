/** What passes between the server's thread and the log's worker thread. Plain data only. */
import type { ErrorCode } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { LogEntry, SpeechFigures, StoredSpeech } from "../sync/ports";

export type LogWrite =
  | { readonly kind: "append"; readonly entry: LogEntry }
  | {
      readonly kind: "compact";
      readonly speechId: SpeechId;
      readonly upToSeq: number;
      readonly merged: Uint8Array;
    }
  | { readonly kind: "record-figures"; readonly speechId: SpeechId; readonly figures: SpeechFigures };

export type LogOperation =
  | LogWrite
  | { readonly kind: "load"; readonly speechId: SpeechId; readonly afterSeq: number };

export interface LogCall {
  readonly id: number;
  readonly operation: LogOperation;
}

/** The worker closes its connection after everything that was sent before "close". */
export type LogRequest = readonly LogCall[] | "close";

/** `append` answers with the row's seq, `load` with the speech, the others with null. */
export type LogValue = number | StoredSpeech | null;

/** `code` is null for faults of the program, which have no place among the known errors. */
export type LogOutcome =
  | { readonly ok: true; readonly value: LogValue }
  | { readonly ok: false; readonly code: ErrorCode | null; readonly detail: string };

export type LogAnswer = LogOutcome & { readonly id: number };

/** One for each group that was committed. */
export type LogResponse = readonly LogAnswer[];

/** The worker's `workerData`. */
export interface LogWorkerData {
  readonly path: string;
  /** Of WaitingWriters. */
  readonly waiting: SharedArrayBuffer;
}
