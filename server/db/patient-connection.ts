/**
 * A SQLite connection whose statements wait for another connection's lock without holding up the
 * thread. SQLite's own waiting blocks it, and all the office with it. The turn on the connection is
 * given up meanwhile, so that whoever only reads isn't kept waiting.
 */
import { setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { LOCK_WAIT_MS } from "./sqlite-file";
import type { WaitingWriters } from "./waiting-writers";

/** First and longest pause between two attempts; one takes some 20 µs. */
const PAUSE_MS = { first: 1, longest: 10 } as const;

interface Surroundings {
  readonly file: Pick<Sqlite.Database, "inTransaction">;
  readonly waiting: WaitingWriters;
  /** Gives up the right to use the connection, of which there is one. */
  release(): Promise<void>;
  /** Resolves when it's one's turn again. */
  acquire(): Promise<unknown>;
}

export class PatientConnection implements DatabaseConnection {
  constructor(
    private readonly inner: DatabaseConnection,
    private readonly around: Surroundings,
  ) {}

  /** Fails with SQLITE_BUSY when the lock isn't free within LOCK_WAIT_MS. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      return await this.inner.executeQuery<Row>(query);
    } catch (error) {
      // Inside a transaction, which has the lock, others' statements would come into it meanwhile.
      if (!isBusy(error) || this.around.file.inTransaction) throw error;
    }
    this.around.waiting.enter();
    try {
      return await this.executeLater<Row>(query);
    } finally {
      this.around.waiting.leave();
    }
  }

  private async executeLater<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const giveUpAt = performance.now() + LOCK_WAIT_MS;
    for (let pauseMs: number = PAUSE_MS.first; ; pauseMs = Math.min(PAUSE_MS.longest, pauseMs * 2)) {
      await this.around.release();
      await pause(pauseMs);
      await this.around.acquire();
      try {
        return await this.inner.executeQuery<Row>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery(query, chunkSize);
  }
}

/** Nothing of such a statement was done. */
function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
