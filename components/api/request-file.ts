/** A request that is answered with a file, told about while it is made. Every failure is an AppError. */
import { AppError } from "@/core/errors";
import type { ExportProgress } from "@/core/export";
import { FILE_STREAM_TYPE, type FileStreamMessage } from "@/core/file-stream";
import type { SpeechId } from "@/core/ids";
import { errorFrom, send } from "./request";

export interface FileRequest {
  /** Aborted, the request rejects with the signal's reason, and the server stops. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

export interface ReceivedFile {
  readonly file: Blob;
  readonly leftOut: readonly SpeechId[];
}

export async function requestFile(
  path: string,
  body: unknown,
  { signal, onProgress }: FileRequest = {},
): Promise<ReceivedFile> {
  const response = await send(`/api${path}`, {
    method: "POST",
    cache: "no-store",
    headers: { "content-type": "application/json", accept: FILE_STREAM_TYPE },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  if (!response.ok) throw errorFrom(await response.json().catch(() => null));
  if (response.body === null) throw new AppError("unreachable");
  try {
    return await readFileStream(response.body, onProgress);
  } catch (error) {
    if (error instanceof AppError || signal?.aborted === true) throw error;
    throw new AppError("unreachable", String(error));
  }
}

async function readFileStream(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: FileRequest["onProgress"],
): Promise<ReceivedFile> {
  const reader = body.getReader();
  let rest = new Uint8Array();
  for (;;) {
    const end = rest.indexOf(LINE_FEED);
    if (end < 0) {
      const { value } = await reader.read();
      if (value === undefined) throw new AppError("unreachable", "the answer broke off");
      rest = joined([rest, value]);
      continue;
    }
    const message = JSON.parse(new TextDecoder().decode(rest.slice(0, end))) as FileStreamMessage; // our own server's
    rest = rest.slice(end + 1);
    if (message.kind === "progress") onProgress?.(message.progress);
    else if (message.kind === "error") throw errorFrom(message);
    else
      return {
        file: new Blob([await readRest(reader, { rest, size: message.size })]),
        leftOut: message.leftOut,
      };
  }
}

const LINE_FEED = 10;

/** Throws `unreachable` for fewer bytes than were announced: half a file is none. */
async function readRest(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  { rest, size }: { rest: Uint8Array<ArrayBuffer>; size: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [rest];
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) break;
    parts.push(value);
  }
  const file = joined(parts);
  if (file.length !== size) throw new AppError("unreachable", "the answer broke off");
  return file;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
