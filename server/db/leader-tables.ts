/** The tables of what leaders want of a speech, and of how each person reads. */
import type { Kysely } from "kysely";
import type { DirectiveKind, DirectiveState } from "@/core/directive";
import type { DirectiveId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { ReadingLayout } from "@/core/reading";

export interface DirectivesTable {
  /** A rewording's suggestion in the text has the same id. */
  id: DirectiveId;
  speech_id: SpeechId;
  author_id: PersonId;
  kind: DirectiveKind;
  /** Empty for the whole text. */
  quote: string;
  /** Null for an instruction. */
  wording: string | null;
  /** What was said about it; an instruction's first comment is the instruction. */
  thread_id: ThreadId | null;
  state: DirectiveState;
  settled_by: PersonId | null;
  settled_at: number | null;
  created_at: number;
}

/** A row once somebody chose other than what everybody begins with. */
export interface ReadingSettingsTable {
  person_id: PersonId;
  /** Points. */
  size: number;
  layout: ReadingLayout;
}

export interface LeaderTables {
  directives: DirectivesTable;
  reading_settings: ReadingSettingsTable;
}

export async function createLeaderTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("directives")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("author_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("quote", "text", (column) => column.notNull())
    .addColumn("wording", "text")
    .addColumn("thread_id", "text", (column) => column.references("threads.id"))
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("settled_by", "text", (column) => column.references("people.id"))
    .addColumn("settled_at", "bigint")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("directives_by_speech").on("directives").column("speech_id").execute();
  await db.schema.createIndex("directives_by_thread").on("directives").column("thread_id").execute();

  await db.schema
    .createTable("reading_settings")
    .addColumn("person_id", "text", (column) => column.primaryKey().references("people.id"))
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("layout", "text", (column) => column.notNull())
    .execute();
}
