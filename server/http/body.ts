/** A request's JSON body, read within the limit. */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";

/** The parsed body. Throws `too-large` before more than the limit is in memory, else `invalid-input`. */
export async function readJson(request: Request): Promise<unknown> {
  // A cross-site form can't send this type without asking first, which no route allows.
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("invalid-input", "the body isn't application/json");
  if (Number(request.headers.get("content-length")) > LIMITS.requestBytes) throw new AppError("too-large");
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid-input", "the body isn't JSON");
  }
}

/** Counts what really arrives: a chunked body has no Content-Length, and a header can lie. */
async function readText(request: Request): Promise<string> {
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > LIMITS.requestBytes) {
      await reader.cancel();
      throw new AppError("too-large");
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
