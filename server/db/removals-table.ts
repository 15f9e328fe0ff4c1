/** The table of who took what out of the texts; see core/authors/removals.ts. */
import { type Kysely, sql } from "kysely";
import type { PersonId, SpeechId } from "@/core/ids";
import type { DatabaseKind } from "./database";

/** What one person removed in one row of the log, or in all that a compaction merged. */
export interface RemovalsTable {
  speech_id: SpeechId;
  /** Of the log's row. */
  seq: number;
  person_id: PersonId;
  /** As encodeRemovals() writes it. */
  bytes: Uint8Array;
}

export async function createRemovalsTable(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === "sqlite" ? sql`blob` : sql`bytea`;
  await db.schema
    .createTable("removals")
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("seq", "bigint", (column) => column.notNull())
    // Not a reference: it may be whom a suggestion names.
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("bytes", bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint("removals_key", ["speech_id", "seq", "person_id"])
    .execute();
}
