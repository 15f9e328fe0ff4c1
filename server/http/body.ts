/** A request's body, read within a limit. */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { withoutNul } from "@/core/text/without-nul";
import type { BodyShare } from "./body-shares";

/** What a body may take: its route's limit, and its person's share. */
export interface BodyRoom {
  readonly mostBytes: number;
  readonly share: BodyShare;
}

/** The parsed body. Throws `too-large` before more than the limit is in memory, else `invalid-input`. */
export async function readJson(request: Request, room: BodyRoom): Promise<unknown> {
  requireType(request, "application/json");
  const text = (await readBody(request, room)).toString("utf8");
  try {
    // Here already, so that what is checked and compared later is what will be stored.
    return UNSTORABLE.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
  } catch {
    throw new AppError("invalid-input", "the body isn't JSON");
  }
}

/** U+0000, or a half of a character, which JSON alone can hold. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;
const HALF_CHARACTER = /\p{Cs}/gu;

function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? withoutNul(value).replace(HALF_CHARACTER, "\ufffd") : value;
}

/** A file as it is. Throws `too-large` before more than the limit is in memory. */
export function readFileBody(request: Request, share: BodyShare): Promise<Uint8Array> {
  requireType(request, "application/octet-stream");
  return readBody(request, { mostBytes: LIMITS.importBytes, share });
}

/** A cross-site form can't send these types without asking first, which no route allows. */
function requireType(request: Request, wanted: string): void {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== wanted) throw new AppError("invalid-input", `the body isn't ${wanted}`);
}

/** Counts what really arrives: a chunked body has no Content-Length, and a header can lie. */
async function readBody(request: Request, { mostBytes, share }: BodyRoom): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > mostBytes) throw new AppError("too-large");
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    try {
      if (bytes > mostBytes) throw new AppError("too-large");
      share.take(part.value.byteLength);
    } catch (error) {
      await reader.cancel();
      throw error;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
