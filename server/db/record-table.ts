/** The table of speeches' records. */
import type { Kysely } from "kysely";

export async function createRecordTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("record_entries")
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("facts", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("record_entries_key", ["speech_id", "number"])
    .execute();
}
