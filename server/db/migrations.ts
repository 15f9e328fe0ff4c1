/** Every change of the tables, oldest first, for both databases. A released one is never edited. */
import { type Kysely, type Migration, sql } from "kysely";
import { addStoredClocks } from "./client-bindings-table";
import { createCommentEdits } from "./comment-edits-table";
import type { DatabaseKind } from "./database";
import { createDecisionTables } from "./decision-tables";
import { createEndedSessions } from "./ended-sessions-table";
import { createHouseStylesTable } from "./house-styles-table";
import { createLeaderTables } from "./leader-tables";
import { createNoticeTables } from "./notice-tables";
import { addNeedsSignOff, addRemovedStages, createOfficeStageTable } from "./office-stage-table";
import { createOutsideTables } from "./outside-tables";
import { createReadingTables } from "./reading-tables";
import { addPersonNames, createRecordHeads, createRecordTable } from "./record-table";
import { createRemovalsTable } from "./removals-table";
import { createRestoredTexts } from "./restored-texts-table";
import { addBrokenColumn, addChangedBy, createSignOffTables } from "./sign-off-tables";
import { createStageTasks } from "./stage-tasks-table";
import { addToldColumns } from "./told-columns";
import { addBatch } from "./update-batches";
import {
  addDraftIndex,
  addVersionAuthors,
  addVersionNumbering,
  addVersionRemovals,
  createVersionTables,
} from "./version-tables";

/** The migrations by name; Kysely runs those whose names it hasn't recorded, in order of name. */
export function migrationsFor(kind: DatabaseKind): Record<string, Migration> {
  return {
    "0001-first-tables": { up: (db) => createFirstTables(db, kind) },
    "0002-threads": { up: createThreads },
    "0003-versions": { up: (db) => createVersionTables(db, kind) },
    "0004-record": { up: createRecordTable },
    "0005-sign-offs": { up: createSignOffTables },
    "0006-organisation-stages": { up: createOfficeStageTable },
    "0006b-version-authors": { up: (db) => addVersionAuthors(db, kind) },
    "0007-decisions": { up: createDecisionTables },
    "0008-leader": { up: createLeaderTables },
    "0008b-notices": { up: createNoticeTables },
    "0009-outside-authors": { up: createOutsideTables },
    "0010-reading": { up: createReadingTables },
    "0011-house-styles": { up: createHouseStylesTable },
    "0012-told": { up: addToldColumns },
    "0013-removed-stages": { up: addRemovedStages },
    "0014-removals": { up: (db) => createRemovalsTable(db, kind) },
    "0015-drafts": { up: addDraftIndex },
    "0016-record-heads": { up: createRecordHeads },
    "0017-comment-edits": { up: createCommentEdits },
    "0018-stage-tasks": { up: createStageTasks },
    "0019-record-names": { up: addPersonNames },
    "0020-ended-sessions": { up: createEndedSessions },
    "0021-version-numbering": { up: addVersionNumbering },
    "0022-broken-signatures": { up: addBrokenColumn },
    "0023-needs-sign-off": { up: addNeedsSignOff },
    "0024-stored-clocks": { up: (db) => addStoredClocks(db, kind) },
    "0025-update-batches": { up: (db) => addBatch(db, kind) },
    "0026-changed-by": { up: addChangedBy },
    "0027-version-removals": { up: addVersionRemovals },
    "0028-restored-texts": { up: (db) => createRestoredTexts(db, kind) },
  };
}

/** The names of all migrations, oldest first: what an archive of the data says it was written with. */
export const migrationNames = (kind: DatabaseKind): readonly string[] =>
  Object.keys(migrationsFor(kind)).sort();

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("threads")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("quote", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("resolved_by", "text", (column) => column.references("people.id"))
    .addColumn("resolved_at", "bigint")
    .execute();
  await db.schema.createIndex("threads_by_speech").on("threads").column("speech_id").execute();

  await db.schema
    .createTable("comments")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("thread_id", "text", (column) => column.notNull().references("threads.id"))
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("author_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("mentions", "text", (column) => column.notNull())
    .addColumn("deleted", "integer", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("edited_at", "bigint")
    .execute();
  await db.schema.createIndex("comments_by_speech").on("comments").column("speech_id").execute();
  await db.schema.createIndex("comments_by_thread").on("comments").column("thread_id").execute();

  await db.schema
    .createTable("reactions")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id"))
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("reaction", "text", (column) => column.notNull())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addPrimaryKeyConstraint("reactions_key", ["comment_id", "person_id", "reaction"])
    .execute();
  await db.schema.createIndex("reactions_by_speech").on("reactions").column("speech_id").execute();
}

async function createFirstTables(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === "sqlite" ? sql`blob` : sql`bytea`;

  await db.schema
    .createTable("people")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("sign_in_name", "text", (column) => column.notNull().unique())
    .addColumn("department", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("administrator", "integer", (column) => column.notNull())
    .addColumn("disabled", "integer", (column) => column.notNull())
    .addColumn("must_change_password", "integer", (column) => column.notNull())
    .addColumn("password_hash", "text", (column) => column.notNull())
    .addColumn("session_version", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("speeches")
    // SQLite's search needs a number that stays; a table's hidden one may change with VACUUM.
    .$call((table) =>
      kind === "sqlite" ? table.addColumn("number", "integer", (column) => column.primaryKey()) : table,
    )
    .addColumn("id", "text", (column) =>
      kind === "sqlite" ? column.notNull().unique() : column.primaryKey(),
    )
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("speaker", "text", (column) => column.notNull())
    .addColumn("occasion", "text", (column) => column.notNull())
    .addColumn("due_on", "text")
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("numbering_style", "text", (column) => column.notNull())
    .addColumn("characters_per_minute", "integer", (column) => column.notNull())
    .addColumn("characters", "integer", (column) => column.notNull())
    .addColumn("spoken_units", "integer", (column) => column.notNull())
    .addColumn("archived", "integer", (column) => column.notNull())
    .addColumn("last_seq", "bigint", (column) => column.notNull().defaultTo(0))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("speeches_by_recency")
    .on("speeches")
    .columns(["archived", "updated_at desc", "id desc"])
    .execute();

  await db.schema
    .createTable("members")
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("role", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("members_key", ["speech_id", "person_id"])
    .execute();
  await db.schema.createIndex("members_by_person").on("members").column("person_id").execute();

  await db.schema
    .createTable("updates")
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("seq", "bigint", (column) => column.notNull())
    .addColumn("bytes", bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint("updates_key", ["speech_id", "seq"])
    .execute();

  await db.schema
    .createTable("client_bindings")
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("client_id", "bigint", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addPrimaryKeyConstraint("client_bindings_key", ["speech_id", "client_id"])
    .execute();

  await db.schema
    .createTable("sign_in_failures")
    .addColumn("subject", "text", (column) => column.primaryKey())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("last_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("sign_in_failures_by_time").on("sign_in_failures").column("last_at").execute();

  await db.schema
    .createTable("installation")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();

  await (kind === "sqlite" ? createSqliteSearch(db) : createPostgresSearch(db));
}

/**
 * The words arrive ready-made and in ASCII, so the tokenizer only has to cut at blanks. Only the
 * index is kept, under the speech's number: reading the words back cost 30 ms for a word in 5,000
 * speeches.
 */
async function createSqliteSearch(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table speech_search using fts5(
    tokens, content = "", contentless_delete = 1, detail = none, tokenize = "ascii"
  )`.execute(db);
}

/** Room is left in each page so that counting `last_seq` up rewrites a row in place (HOT). */
async function createPostgresSearch(db: Kysely<unknown>): Promise<void> {
  await sql`alter table speeches set (fillfactor = 80)`.execute(db);
  await sql`alter table speeches add column search_tokens text[] not null default '{}'`.execute(db);
  await sql`create index speeches_by_word on speeches using gin (search_tokens)`.execute(db);
}
