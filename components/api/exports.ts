/** The typed client for a speech's files and its record. Throws AppError. */
import type { ExportRequest, ExportSeveral } from "@/core/export";
import type { SpeechId } from "@/core/ids";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { SpeechRecord } from "@/core/record";
import type { RecordSheetRequest } from "@/core/record-sheet";
import { ownTimeZone } from "@/core/time-zone";
import { request } from "./request";
import { type FileRequest, type ReceivedFile, requestFile } from "./request-file";

/** Times in files are those of who asks for them. */
const ownClock = () => `?${new URLSearchParams({ timeZone: ownTimeZone() })}`;

export async function exportSpeech(
  speechId: SpeechId,
  body: ExportRequest,
  options?: FileRequest,
): Promise<Blob> {
  return (await requestFile(`/speeches/${speechId}/exports${ownClock()}`, body, options)).file;
}

/** A ZIP of those that may be had. */
export function exportSpeeches(body: ExportSeveral, options?: FileRequest): Promise<ReceivedFile> {
  return requestFile(`/exports${ownClock()}`, body, options);
}

export async function readReadingSize(speechId: SpeechId, signal?: AbortSignal): Promise<ReadingSize> {
  return (await request<{ size: ReadingSize }>(`/speeches/${speechId}/reading-copy`, { signal })).size;
}

/** A PDF. */
export async function exportRecord(speechId: SpeechId, body: RecordSheetRequest): Promise<Blob> {
  return (await requestFile(`/speeches/${speechId}/record/sheet`, body)).file;
}

export async function readRecord(speechId: SpeechId, signal?: AbortSignal): Promise<SpeechRecord> {
  return (await request<{ record: SpeechRecord }>(`/speeches/${speechId}/record`, { signal })).record;
}
