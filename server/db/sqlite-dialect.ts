/**
 * Kysely's SQLite dialect with two repairs to its transactions, texts as PostgreSQL takes them, and a way to wait:
 * see patient-connection.ts.
 */
import type Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import { PatientConnection } from "./patient-connection";
import { LecternSqliteCompiler } from "./query-compilers";
import { WaitingWriters } from "./waiting-writers";

export class LecternSqliteDialect extends SqliteDialect {
  readonly #connection: Sqlite.Database;
  readonly #waiting: WaitingWriters;

  constructor(connection: Sqlite.Database, waiting = new WaitingWriters()) {
    super({ database: connection });
    this.#connection = connection;
    this.#waiting = waiting;
  }

  override createDriver(): Driver {
    return new LecternSqliteDriver(this.#connection, this.#waiting);
  }

  override createQueryCompiler(): QueryCompiler {
    return new LecternSqliteCompiler();
  }

  override createAdapter(): DialectAdapter {
    return new LecternSqliteAdapter();
  }
}

/**
 * Kysely migrates SQLite outside a transaction, although SQLite makes tables in one. Killed, or on a full disk, it
 * would leave tables that nothing recorded, and a database that no start ever gets past.
 */
class LecternSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LecternSqliteDriver extends SqliteDriver {
  readonly #connection: Sqlite.Database;
  readonly #waiting: WaitingWriters;
  #patient: PatientConnection | null = null;

  constructor(connection: Sqlite.Database, waiting: WaitingWriters) {
    super({ database: connection });
    this.#connection = connection;
    this.#waiting = waiting;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await super.acquireConnection();
    // Kysely knows connections by identity, and SQLite's is always the same.
    this.#patient ??= new PatientConnection(inner, {
      file: this.#connection,
      waiting: this.#waiting,
      release: () => super.releaseConnection(),
      acquire: () => super.acquireConnection(),
    });
    return this.#patient;
  }

  /**
   * Takes the write lock at once. A plain BEGIN that reads first and writes later fails with
   * SQLITE_BUSY, without waiting, when the log's connection committed in between.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** A full disk rolls back by itself; a second ROLLBACK would hide the first error behind its own. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
  }
}
