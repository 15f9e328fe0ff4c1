/**
 * The relational side of storage: people, speeches, members. Queries go through `query` and
 * `transaction` only, so that every database error is turned into ours in one place.
 */
import type { Kysely, Transaction } from "kysely";
import { toAppError } from "./database-error";
import type { Tables } from "./tables";

export type DatabaseKind = "sqlite" | "postgres";

/** What a query is written against, inside a transaction or out of one. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

export interface Database {
  readonly kind: DatabaseKind;
  query<T>(run: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * All or nothing. On SQLite transactions run one after the other, so `run` must await nothing but
   * its own queries: no hashing, no network, and above all no `query` of this object (a deadlock).
   */
  transaction<T>(run: (queries: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createDatabase(kind: DatabaseKind, kysely: Kysely<Tables>): Database {
  return {
    kind,
    query: (run) => run(kysely).catch(rethrow),
    transaction: (run) => kysely.transaction().execute(run).catch(rethrow),
    close: () => kysely.destroy(),
  };
}

function rethrow(error: unknown): never {
  throw toAppError(error);
}
