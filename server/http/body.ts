/** A request's body, read within a limit. */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { withoutNul } from "@/core/text/without-nul";

/** The parsed body. Throws `too-large` before more than the limit is in memory, else `invalid-input`. */
export async function readJson(request: Request): Promise<unknown> {
  requireType(request, "application/json");
  const text = (await readBody(request, LIMITS.requestBytes)).toString("utf8");
  try {
    // Here already, so that what is checked and compared later is what will be stored.
    return text.includes("\\u0000") ? JSON.parse(text, withoutNulIn) : JSON.parse(text);
  } catch {
    throw new AppError("invalid-input", "the body isn't JSON");
  }
}

function withoutNulIn(_key: string, value: unknown): unknown {
  return typeof value === "string" ? withoutNul(value) : value;
}

/** A file as it is. Throws `too-large` before more than the limit is in memory. */
export function readFileBody(request: Request): Promise<Uint8Array> {
  requireType(request, "application/octet-stream");
  return readBody(request, LIMITS.importBytes);
}

/** A cross-site form can't send these types without asking first, which no route allows. */
function requireType(request: Request, wanted: string): void {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== wanted) throw new AppError("invalid-input", `the body isn't ${wanted}`);
}

/** Counts what really arrives: a chunked body has no Content-Length, and a header can lie. */
async function readBody(request: Request, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > limitBytes) throw new AppError("too-large");
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > limitBytes) {
      await reader.cancel();
      throw new AppError("too-large");
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
