/**
 * The name of the batch that a row of the log came in. An answer can be lost behind the commit that it tells of; the
 * batch is sent again then, and the database knows it. Only PostgreSQL is at the end of a line that breaks.
 */
import { type Kysely, sql } from "kysely";
import type { DatabaseKind } from "./database";

/**
 * What was stored before has no name, nor has a row that compaction made. The index refuses a second row, also where
 * the first try is still waiting for its turn.
 */
export async function addBatch(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema.alterTable("updates").addColumn("batch", "text").execute();
  if (kind === "sqlite") return;
  await sql`create unique index updates_by_batch on updates (speech_id, batch) where batch is not null`.execute(
    db,
  );
}
