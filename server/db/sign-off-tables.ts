/** The tables of sign-offs. */
import { type Kysely, sql } from "kysely";

export async function createSignOffTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("sign_off_requests")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("version_id", "text", (column) => column.notNull().references("versions.id"))
    .addColumn("asked_by", "text", (column) => column.notNull().references("people.id"))
    .addColumn("in_order", "integer", (column) => column.notNull())
    .addColumn("due_on", "text")
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("ended", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("sign_off_requests_by_speech")
    .on("sign_off_requests")
    .columns(["speech_id", "created_at"])
    .execute();

  await db.schema
    .createTable("sign_off_people")
    .addColumn("request_id", "text", (column) => column.notNull().references("sign_off_requests.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addPrimaryKeyConstraint("sign_off_people_key", ["request_id", "position"])
    .execute();

  await db.schema
    .createTable("sign_offs")
    .addColumn("request_id", "text", (column) => column.notNull().references("sign_off_requests.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("answer", "text", (column) => column.notNull())
    .addColumn("opinion", "text", (column) => column.notNull())
    .addColumn("version_id", "text", (column) => column.notNull().references("versions.id"))
    .addColumn("text_hash", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("sign_offs_key", ["request_id", "number"])
    .execute();
}

/** What people were told broke is broken, as far as is known; and of several answers only the last stands. */
export async function addBrokenColumn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("sign_offs")
    .addColumn("broken", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update sign_offs set broken = 1 where break_told = 1 or exists (
      select 1 from sign_offs as later
      where later.request_id = sign_offs.request_id and later.person_id = sign_offs.person_id
        and later.number > sign_offs.number)
  `.execute(db);
}

/** Of what broke before nobody knows; it is found out at the next pause. */
export async function addChangedBy(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("sign_offs").addColumn("changed_by", "text").execute();
}
