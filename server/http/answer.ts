/** Answers of the JSON API, and the one place where an error becomes one. */
import { type AppError, HTTP_STATUS } from "@/core/errors";
import { loggedDetail } from "../logged-detail";
import type { Runtime } from "../runtime";

// Answers depend on the cookie: neither a proxy nor the back button may show them to someone else.
const HEADERS = { "Cache-Control": "no-store" };

export function jsonAnswer(body: unknown): Response {
  return Response.json(body, { headers: HEADERS });
}

/** An expected error goes out by its code; any other says `internal` and is logged whole. */
export function errorAnswer(error: unknown, request: Request, log: Runtime["log"]): Response {
  const known = isAppError(error) ? error : null;
  const code = known?.code ?? "internal";
  const status = HTTP_STATUS[code];
  const fields = { code, status, method: request.method, path: new URL(request.url).pathname };
  if (status >= 500) log.error({ ...fields, err: error }, "request failed");
  else log.warn({ ...fields, detail: loggedDetail(known?.message ?? "") }, "request refused");
  return Response.json({ error: { code, fields: known?.fields } }, { status, headers: HEADERS });
}

/**
 * By name, not `instanceof`: the services throw the server's own AppError, and a route's bundle has
 * another copy of the class (see server/runtime.ts).
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && isErrorCode(error.code);
}

function isErrorCode(code: unknown): code is keyof typeof HTTP_STATUS {
  return typeof code === "string" && Object.hasOwn(HTTP_STATUS, code);
}
