/** Where error codes of better-sqlite3 and pg become ours. */
import { AppError } from "@/core/errors";

/** SQLite's result codes for a storage that can't do its work now: full, broken, busy, read-only. */
const SQLITE_UNAVAILABLE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL)/;

/**
 * SQLSTATE classes of the same kind: 08 connection, 25006 read-only, 25P03 idle for too long in a
 * transaction, 40 rollback (deadlock), 53 resources (disk full), 57 operator (shutdown, cancelled), 58 system (I/O), XX internal.
 */
const POSTGRES_UNAVAILABLE = /^(08|25006|25P03|40|53|57|58|XX)/;

/** Failures before the server's answer, which pg gives as bare errors without an SQLSTATE. */
const CONNECTION_LOST =
  /connection (terminated|error)|connection timeout|timeout exceeded|query read timeout|client was closed/i;
const SOCKET_ERROR = /^(ECONN|EPIPE|ENOTFOUND|ENOENT|EHOST|ENET|ETIMEDOUT|EAI_)/;

/**
 * A database's error as ours: `conflict` where a row must be unique, `not-found` where a row points
 * at one that isn't there, `storage-unavailable` where trying again may help. Anything else stays
 * what it is: a fault of the program.
 */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
    case "23505":
      return wrap("conflict", error);
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
    case "23503":
      return wrap("not-found", error);
  }
  const unavailable =
    SQLITE_UNAVAILABLE.test(code) ||
    POSTGRES_UNAVAILABLE.test(code) ||
    SOCKET_ERROR.test(code) ||
    CONNECTION_LOST.test(error.message);
  return unavailable ? wrap("storage-unavailable", error) : error;
}

function wrap(code: "conflict" | "not-found" | "storage-unavailable", cause: Error): AppError {
  const error = new AppError(code, cause.message);
  error.cause = cause;
  return error;
}
