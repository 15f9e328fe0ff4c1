/**
 * The closed set of errors that leave the server, with the one map to HTTP status and the one to
 * WebSocket close events. Anything that is not an AppError is shown as `internal` and logged whole.
 */

/** Every error a user or a client program can meet. Messages per language are in core/messages. */
export const ERROR_CODES = [
  "unauthenticated",
  "password-change-required",
  "forbidden",
  "not-found",
  "conflict",
  "invalid-input",
  "too-large",
  "too-many-requests",
  "sign-in-failed",
  "sign-in-locked",
  "cross-site",
  "sign-in-name-taken",
  "last-administrator",
  "last-chief",
  "sole-chief",
  "already-set-up",
  "password-wrong",
  "text-changed",
  "not-your-turn",
  "not-ready",
  "unanswered",
  "stage-in-use",
  "unreadable-file",
  "schema-outdated",
  "data-restored",
  "malformed-message",
  "unknown-message",
  "content-not-allowed",
  "author-mismatch",
  "resync-required",
  "access-changed",
  "too-many-sockets",
  "storage-unavailable",
  "shutting-down",
  "internal",
  "unreachable",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** HTTP status per code; RFC 9110 names. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  "password-change-required": 403,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "invalid-input": 400,
  "too-large": 413,
  "too-many-requests": 429,
  "sign-in-failed": 401,
  "sign-in-locked": 429,
  "cross-site": 403,
  "sign-in-name-taken": 409,
  "last-administrator": 409,
  "last-chief": 409,
  "sole-chief": 409,
  "already-set-up": 409,
  "password-wrong": 400,
  "text-changed": 409,
  "not-your-turn": 409,
  // Its fields are how many there are of each blocker.
  "not-ready": 409,
  unanswered: 409,
  // Its fields are the stages.
  "stage-in-use": 409,
  // What is wrong with the file is its field `file`: an ImportProblem.
  "unreadable-file": 422,
  "schema-outdated": 409,
  "data-restored": 409,
  "malformed-message": 400,
  "unknown-message": 400,
  "content-not-allowed": 422,
  "author-mismatch": 403,
  "resync-required": 409,
  "access-changed": 403,
  "too-many-sockets": 429,
  "storage-unavailable": 503,
  "shutting-down": 503,
  internal: 500,
  // Never sent: what the browser calls a request that got no answer.
  unreachable: 503,
};

/**
 * WebSocket close code per error. y-websocket 3 takes 4400–4499 as "don't come back"; every other
 * code makes it reconnect, so only what a reconnect can mend is outside that range.
 */
export const CLOSE_CODE = {
  unauthenticated: 4401,
  "password-change-required": 4402,
  forbidden: 4403,
  "not-found": 4404,
  "schema-outdated": 4409,
  "too-large": 4413,
  "malformed-message": 4420,
  "unknown-message": 4421,
  "content-not-allowed": 4422,
  "author-mismatch": 4423,
  "cross-site": 4424,
  "data-restored": 4425,
  "too-many-requests": 4429,
  "resync-required": 4500,
  "access-changed": 4501,
  "too-many-sockets": 4502,
  "storage-unavailable": 4503,
  "shutting-down": 4504,
  internal: 4505,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** The errors that can close a socket. */
export type CloseErrorCode = keyof typeof CLOSE_CODE;

/** The error behind a close code, or null for codes that are not ours (1000, 1006, …). */
export function closeErrorOf(closeCode: number): CloseErrorCode | null {
  for (const [code, value] of Object.entries(CLOSE_CODE)) {
    if (value === closeCode) return code as CloseErrorCode; // keys of CLOSE_CODE by construction
  }
  return null;
}

/** An error with a code from the closed set. `detail` is for the log, never for the user. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Which input was wrong, for forms: field name → message key suffix. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: ErrorCode, detail?: string, fields?: Readonly<Record<string, string>>) {
    super(detail ?? code);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
  }
}

/** What was thrown, as an AppError: anything else is `internal`, and what it says is the detail. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError("internal", String(error));
}
