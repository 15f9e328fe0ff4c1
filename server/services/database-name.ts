/**
 * What tells a PostgreSQL database from every other one. Nodes on one database talk over a Redis that nodes on
 * another one may use too; a restored copy even has the same speeches, and what is written in it would come into
 * the office's own text and push rows out of its log.
 */
import { sql } from "kysely";
import type { Database } from "../db/database";
import { installationId } from "./installation-id";

/** The row's key in `installation`; it stays out of archives. */
export const DATABASE_NAME = "database-name";

/** The same for all nodes on it, whatever is read in there. */
export async function databaseName(database: Pick<Database, "query">): Promise<string> {
  const id = await installationId(database, DATABASE_NAME);
  // A copy by PostgreSQL's own means has the same id, and beside the first is another database.
  const { rows } = await database.query((queries) =>
    sql<{ oid: string }>`select oid::text as oid from pg_database where datname = current_database()`.execute(
      queries,
    ),
  );
  return `${id}-${rows[0]?.oid}`;
}
