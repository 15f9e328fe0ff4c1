/** The table of sessions that somebody signed out of: their cookies, or copies of them, open nothing any more. */
import type { Kysely } from "kysely";

export interface EndedSessionsTable {
  id: string;
  /** Epoch milliseconds; from then on no cookie of the session stands by itself. */
  forget_at: number;
}

export async function createEndedSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("ended_sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("forget_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("ended_sessions_by_time").on("ended_sessions").column("forget_at").execute();
}
