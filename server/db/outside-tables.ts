/**
 * Outside authors (外单位人员): people who are named in an imported file and have no account. Each is a row
 * of `people`, so that comments and suggestions are theirs like anybody's, disabled and under a sign-in
 * name that nobody can type; this table says which rows those are, and whose speech they belong to.
 */
import type { Kysely } from "kysely";
import type { PersonId, SpeechId } from "@/core/ids";

export interface OutsideAuthorsTable {
  person_id: PersonId;
  speech_id: SpeechId;
}

export async function createOutsideTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("outside_authors")
    .addColumn("person_id", "text", (column) => column.primaryKey().references("people.id"))
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .execute();
  await db.schema
    .createIndex("outside_authors_by_speech")
    .on("outside_authors")
    .column("speech_id")
    .execute();
  // Who brought a comment in, since its author wrote it elsewhere; null for those written here.
  await db.schema
    .alterTable("comments")
    .addColumn("imported_by", "text", (column) => column.references("people.id"))
    .execute();
}
