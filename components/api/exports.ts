/** The typed client for a speech's files and its record. Throws AppError. */
import type { ExportRequest } from "@/core/export";
import type { SpeechId } from "@/core/ids";
import type { ReadingSize } from "@/core/paper/reading-copy";
import type { SpeechRecord } from "@/core/record";
import { request, requestFile } from "./request";

export function exportSpeech(speechId: SpeechId, body: ExportRequest): Promise<Blob> {
  return requestFile(`/speeches/${speechId}/exports`, body);
}

export async function readReadingSize(speechId: SpeechId, signal?: AbortSignal): Promise<ReadingSize> {
  return (await request<{ size: ReadingSize }>(`/speeches/${speechId}/reading-copy`, { signal })).size;
}

export async function readRecord(speechId: SpeechId, signal?: AbortSignal): Promise<SpeechRecord> {
  return (await request<{ record: SpeechRecord }>(`/speeches/${speechId}/record`, { signal })).record;
}
