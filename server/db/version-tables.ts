/** The tables of versions. */
import { type Kysely, sql } from "kysely";
import type { DatabaseKind } from "./database";

export async function createVersionTables(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === "sqlite" ? sql`blob` : sql`bytea`;

  // Apart from `versions`, so that a list of versions reads none of it.
  await db.schema
    .createTable("version_texts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    // Not a reference: an archive's rows come in order of their ids.
    .addColumn("base_id", "text")
    .addColumn("bytes", bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("version_texts_by_speech")
    .on("version_texts")
    .columns(["speech_id", "base_id"])
    .execute();

  await db.schema
    .createTable("versions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("made_by", "text", (column) => column.references("people.id"))
    .addColumn("from_version", "text")
    .addColumn("stage", "text")
    .addColumn("draft", "integer")
    .addColumn("text_id", "text", (column) => column.notNull().references("version_texts.id"))
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("characters", "integer", (column) => column.notNull())
    .addColumn("spoken_units", "integer", (column) => column.notNull())
    .addColumn("added", "integer", (column) => column.notNull())
    .addColumn("deleted", "integer", (column) => column.notNull())
    .addColumn("state_vector", bytes, (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("versions_by_time")
    .on("versions")
    .columns(["speech_id", "created_at", "id"])
    .execute();

  await db.schema
    .createTable("version_people")
    .addColumn("version_id", "text", (column) => column.notNull().references("versions.id"))
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("characters", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("version_people_key", ["version_id", "person_id"])
    .execute();
}

/** Which draft of its stage a speech is at is asked for every row of the home page. */
export async function addDraftIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("versions_by_stage")
    .on("versions")
    .columns(["speech_id", "stage", "draft"])
    .execute();
}

/** Who typed what stands in a version. Those that are there already stay without. */
export async function addVersionAuthors(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === "sqlite" ? sql`blob` : sql`bytea`;
  await db.schema.alterTable("version_texts").addColumn("authors", bytes).execute();
}

/**
 * How the headings of a version were numbered, which stands in no node. For those that are there already the
 * speech's present style is the best guess: it is how they were shown until now.
 */
export async function addVersionNumbering(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("versions")
    .addColumn("numbering_style", "text", (column) => column.notNull().defaultTo("nested"))
    .execute();
  await sql`
    update versions set numbering_style =
      (select speeches.numbering_style from speeches where speeches.id = versions.speech_id)
  `.execute(db);
}

/** What people took away. Of versions that are there already it wasn't counted, and nobody is named who only did that. */
export async function addVersionRemovals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("version_people")
    .addColumn("removed", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
