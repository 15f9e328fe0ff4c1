/** The answer of a route that makes files: as usual, or told about while it is made (core/file-stream.ts). */
import type { ExportProgress } from "@/core/export";
import { FILE_STREAM_TYPE, type FileStreamMessage } from "@/core/file-stream";
import type { SpeechId } from "@/core/ids";
import type { Runtime } from "../runtime";
import { errorAnswer } from "./answer";
import { type FileName, fileAnswer } from "./file-answer";

export interface MadeFile extends FileName {
  readonly bytes: Uint8Array;
  readonly leftOut?: readonly SpeechId[];
}

export interface FileWork {
  /** Aborted when nobody waits for the file any more. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

export async function answerWithFile(
  { request, log }: { readonly request: Request; readonly log: Runtime["log"] },
  make: (work: FileWork) => Promise<MadeFile>,
): Promise<Response> {
  if (request.headers.get("accept") !== FILE_STREAM_TYPE) {
    const { bytes, ...name } = await make({ signal: request.signal, onProgress: () => {} });
    return fileAnswer(bytes, name);
  }
  const left = new AbortController();
  const leave = () => left.abort(new DOMException("nobody waits for the file", "AbortError"));
  request.signal.addEventListener("abort", leave);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (message: FileStreamMessage) => {
        if (!left.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(message)}\n`));
      };
      try {
        const onProgress = (progress: ExportProgress) => tell({ kind: "progress", progress });
        const { bytes, leftOut = [] } = await make({ signal: left.signal, onProgress });
        tell({ kind: "file", size: bytes.length, leftOut });
        if (!left.signal.aborted) controller.enqueue(bytes);
      } catch (error) {
        if (!left.signal.aborted) tell({ kind: "error", ...(await errorAnswer(error, request, log).json()) });
      } finally {
        request.signal.removeEventListener("abort", leave);
        if (!left.signal.aborted) controller.close();
      }
    },
    cancel: leave,
  });
  return new Response(body, {
    headers: {
      "Content-Type": FILE_STREAM_TYPE,
      // Compressing would hold the lines back until the end.
      "Cache-Control": "no-store, no-transform",
      // nginx would gather them until its buffers are full.
      "X-Accel-Buffering": "no",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
