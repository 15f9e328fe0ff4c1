/**
 * Runs log operations that arrived together in one transaction, so that they share one sync of the
 * disk. Whatever happens, every operation gets an outcome; none is told "ok" before the commit.
 */
import type Sqlite from "better-sqlite3";
import { AppError } from "@/core/errors";
import { toAppError } from "./database-error";
import type { LogOperation, LogOutcome, LogWrite } from "./log-messages";
import { type LogStatements, prepareLogStatements } from "./log-statements";

/** Outcomes in the order of the operations. Reads run last and see every write of the group. */
export type CommitGroup = (operations: readonly LogOperation[]) => readonly LogOutcome[];

export function prepareGroupCommit(connection: Sqlite.Database): CommitGroup {
  const statements = prepareLogStatements(connection);
  const commitWrites = prepareWrites(connection, statements);
  return (operations) => {
    const writes = operations.filter((operation) => operation.kind !== "load");
    const written = writes.length === 0 ? [] : commitWrites(writes);
    let next = 0;
    return operations.map((operation) => {
      if (operation.kind === "load")
        return attempt(() => statements.load(operation.speechId, operation.afterSeq));
      return written[next++] ?? failed(new Error("an operation without an outcome"));
    });
  };
}

function prepareWrites(
  connection: Sqlite.Database,
  statements: LogStatements,
): (writes: readonly LogWrite[]) => readonly LogOutcome[] {
  const together = connection.transaction((writes: readonly LogWrite[]) =>
    writes.map((write): LogOutcome => ({ ok: true, value: statements.write(write) })),
  );
  // Inside the outer transaction better-sqlite3 makes this one a savepoint.
  const one = connection.transaction((write: LogWrite) => statements.write(write));
  const oneByOne = connection.transaction((writes: readonly LogWrite[]) =>
    writes.map((write): LogOutcome => {
      const outcome = attempt(() => one(write));
      // A broken rule concerns its own write only; a storage that fails, fails them all.
      if (!outcome.ok && outcome.code === "storage-unavailable")
        throw new AppError(outcome.code, outcome.detail);
      return outcome;
    }),
  );
  return (writes) => {
    const all = attempt(() => together.immediate(writes));
    if (all.ok) return all.value;
    if (all.code === "storage-unavailable") return writes.map(() => all);
    // All of it was rolled back. Savepoints tell which write it was, at the price of two statements each.
    const each = attempt(() => oneByOne.immediate(writes));
    return each.ok ? each.value : writes.map(() => each);
  };
}

function attempt<T>(
  run: () => T,
): { readonly ok: true; readonly value: T } | (LogOutcome & { readonly ok: false }) {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): LogOutcome & { readonly ok: false } {
  const known = toAppError(error);
  const code = known instanceof AppError ? known.code : null;
  return { ok: false, code, detail: known instanceof Error ? known.message : String(known) };
}
