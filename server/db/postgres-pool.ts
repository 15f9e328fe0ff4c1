/** The pool of connections to PostgreSQL. */
import type { Socket } from "node:net";
import type pg from "pg";

/** PostgreSQL's oid of bigint, which pg gives as text because it may pass 2^53. Ours never does. */
const BIGINT_OID = 20;

/** What the nodes of an office need, and the commands that only read don't. */
export interface NodePoolOptions {
  /** Makes the connections' sockets, where somebody else keeps an eye on them. */
  readonly stream?: () => Socket;
  /** How long a transaction may stand still between two queries, before PostgreSQL ends it. */
  readonly longestIdleMs?: number;
  /** How long a query may take; without it QUERY_LIMIT_MS. */
  readonly queryLimitMs?: number;
}

/**
 * A query that hangs must fail, so that its writer is told "not saved" and tries again. A database that says
 * nothing at all is found sooner: see postgres-pulse.ts.
 */
const QUERY_LIMIT_MS = 30_000;
/** Then the connection is given up, should PostgreSQL not have ended the query by itself. */
const OVERDUE_MS = 5_000;

export async function openPostgresPool(
  url: string,
  onConnectionLost: (error: Error) => void,
  { stream, longestIdleMs, queryLimitMs = QUERY_LIMIT_MS }: NodePoolOptions = {},
): Promise<pg.Pool> {
  // Loaded where it's used: most offices have no PostgreSQL, and every start would wait for it.
  const { Pool, types } = (await import("pg")).default;
  const pool = new Pool({
    connectionString: url,
    ...(stream && { stream }),
    ...(longestIdleMs !== undefined && { idle_in_transaction_session_timeout: longestIdleMs }),
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: queryLimitMs,
    query_timeout: queryLimitMs + OVERDUE_MS,
    types: {
      getTypeParser: (oid, format) =>
        oid === BIGINT_OID && format !== "binary" ? Number : types.getTypeParser(oid, format),
    },
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on("error", onConnectionLost);
  // Nor does pg-pool listen while a connection is lent out: whoever uses it hears of the break by the query.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
