/** The tables of speeches' records. */
import { type Kysely, sql } from "kysely";
import type { SpeechId } from "@/core/ids";

/** How far each record goes: what is cut off at its end isn't missed by the chain itself. */
export interface RecordHeadsTable {
  speech_id: SpeechId;
  entries: number;
  /** Of the last entry; empty without one. */
  hash: string;
}

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

/** Speeches from before have what they have, were it nothing. */
export async function createRecordHeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("record_heads")
    .addColumn("speech_id", "text", (column) => column.primaryKey().references("speeches.id"))
    .addColumn("entries", "integer", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  await sql`insert into record_heads (speech_id, entries, hash)
    select speeches.id, coalesce(max(record_entries.number), 0),
      coalesce((select hash from record_entries as last where last.speech_id = speeches.id
        order by number desc limit 1), '')
    from speeches left join record_entries on record_entries.speech_id = speeches.id
    group by speeches.id`.execute(db);
}

/** Entries from before have none: their hashes hold. */
export async function addPersonNames(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("record_entries").addColumn("person_name", "text").execute();
}
