/**
 * One JSON request to this server. Every failure is an AppError: the server's own code, or
 * `unreachable` when no answer came. Which routes there are is in components/api.ts and beside this file.
 */
import { AppError, ERROR_CODES, type ErrorCode } from "@/core/errors";
import { hearServerTime } from "../server-clock";
import { withAskingPerson } from "./asking-person";

export interface ApiRequest {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** An aborted request rejects with the signal's own reason, not with an AppError. */
  readonly signal?: AbortSignal;
  /** Tells an answer from an error where the status doesn't: next-auth refuses a sign-in with 401. */
  readonly isAnswer?: (body: unknown) => boolean;
}

/** `Answer` is what the route promises; the server's types make it, so it isn't parsed again here. */
export async function request<Answer>(path: string, options: ApiRequest = {}): Promise<Answer> {
  const { method = "GET", body, query = {}, signal, isAnswer } = options;
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
  const response = await send(`/api${path}${search}`, {
    method,
    signal,
    cache: "no-store",
    headers: {
      accept: "application/json",
      ...(method === "GET" ? {} : { "content-type": "application/json" }),
    },
    body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
  });
  const answer: unknown = await response.json().catch(() => {
    if (signal?.aborted) throw signal.reason;
    throw new AppError(response.status >= 500 ? "internal" : "unreachable");
  });
  if (!response.ok && !isAnswer?.(answer)) throw errorFrom(answer);
  return answer as Answer; // the route's own return type, which the function that asks for it names
}

/** Throws `unreachable` when no answer came, the reason of an aborted signal. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  const askedAt = performance.now();
  try {
    const response = await fetch(url, { ...init, headers: withAskingPerson(init.headers) });
    hearServerTime(response.headers.get("date"), { askedAt, answeredAt: performance.now() });
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new AppError("unreachable", String(error));
  }
}

/** The error a body of the form `{ error: { code, fields? } }` names; `internal` for any other. */
export function errorFrom(answer: unknown): AppError {
  const error = (answer as { error?: { code?: unknown; fields?: unknown } } | null)?.error;
  const code = errorCodeOf(error?.code);
  const fields = typeof error?.fields === "object" ? error.fields : undefined;
  return new AppError(code, undefined, (fields ?? undefined) as Record<string, string> | undefined);
}

/** A code of the closed set, or `internal` for anything a proxy in between may have made up. */
export function errorCodeOf(value: unknown): ErrorCode {
  return ERROR_CODES.find((code) => code === value) ?? "internal";
}
