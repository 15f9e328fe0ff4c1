/**
 * What an archive holds: every table but the search index, which is made from titles. Order matters,
 * since rows refer to rows of earlier tables.
 */
import { type Kysely, type QueryResult, type RawBuilder, sql } from "kysely";
import type { Queries } from "../db/database";
import type { Tables } from "../db/tables";

export interface ArchiveTable {
  readonly name: keyof Tables;
  /** The primary key. Its texts are ids of digits and small letters, which every database sorts alike. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Rows read at once; a row of the log may have megabytes. */
  readonly page: number;
}

export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  {
    name: "people",
    key: ["id"],
    columns: [
      "id",
      "name",
      "sign_in_name",
      "department",
      "title",
      "administrator",
      "disabled",
      "must_change_password",
      "password_hash",
      "session_version",
      "created_at",
    ],
    page: 500,
  },
  {
    name: "speeches",
    key: ["id"],
    columns: [
      "id",
      "title",
      "speaker",
      "occasion",
      "due_on",
      "stage",
      "numbering_style",
      "characters_per_minute",
      "characters",
      "spoken_units",
      "archived",
      "suggest_only",
      "last_seq",
      "created_at",
      "updated_at",
    ],
    page: 500,
  },
  { name: "outside_authors", key: ["person_id"], columns: ["person_id", "speech_id"], page: 1000 },
  {
    name: "members",
    key: ["speech_id", "person_id"],
    columns: ["speech_id", "person_id", "role"],
    page: 1000,
  },
  {
    name: "client_bindings",
    key: ["speech_id", "client_id"],
    columns: ["speech_id", "client_id", "person_id"],
    page: 1000,
  },
  { name: "updates", key: ["speech_id", "seq"], columns: ["speech_id", "seq", "bytes"], page: 20 },
  {
    name: "version_texts",
    key: ["id"],
    columns: ["id", "speech_id", "base_id", "bytes", "authors"],
    page: 50,
  },
  {
    name: "versions",
    key: ["id"],
    columns: [
      "id",
      "speech_id",
      "kind",
      "name",
      "note",
      "made_by",
      "from_version",
      "stage",
      "draft",
      "text_id",
      "content_hash",
      "characters",
      "spoken_units",
      "added",
      "deleted",
      "state_vector",
      "created_at",
    ],
    page: 200,
  },
  {
    name: "version_people",
    key: ["version_id", "person_id"],
    columns: ["version_id", "person_id", "characters"],
    page: 1000,
  },
  {
    name: "sign_in_failures",
    key: ["subject"],
    columns: ["subject", "failures", "last_at"],
    page: 1000,
  },
  {
    name: "threads",
    key: ["id"],
    columns: ["id", "speech_id", "quote", "created_at", "resolved_by", "resolved_at", "suggestion_id"],
    page: 1000,
  },
  {
    name: "comments",
    key: ["id"],
    columns: [
      "id",
      "thread_id",
      "speech_id",
      "author_id",
      "body",
      "mentions",
      "deleted",
      "created_at",
      "edited_at",
      "imported_by",
    ],
    page: 1000,
  },
  {
    name: "reactions",
    key: ["comment_id", "person_id", "reaction"],
    columns: ["comment_id", "person_id", "reaction", "speech_id"],
    page: 1000,
  },
  {
    name: "record_entries",
    key: ["speech_id", "number"],
    columns: ["speech_id", "number", "kind", "facts", "person_id", "created_at", "hash"],
    page: 1000,
  },
  {
    name: "sign_off_requests",
    key: ["id"],
    columns: [
      "id",
      "speech_id",
      "version_id",
      "asked_by",
      "in_order",
      "due_on",
      "note",
      "ended",
      "created_at",
    ],
    page: 1000,
  },
  {
    name: "sign_off_people",
    key: ["request_id", "position"],
    columns: ["request_id", "position", "person_id"],
    page: 1000,
  },
  {
    name: "sign_offs",
    key: ["request_id", "number"],
    columns: [
      "request_id",
      "number",
      "person_id",
      "answer",
      "opinion",
      "version_id",
      "text_hash",
      "created_at",
      "break_told",
    ],
    page: 1000,
  },
  {
    name: "decisions",
    key: ["id"],
    columns: [
      "id",
      "speech_id",
      "suggestion_id",
      "proposed_by",
      "change",
      "outcome",
      "decided_by",
      "decided_at",
      "reason",
      "told",
    ],
    page: 500,
  },
  {
    name: "directives",
    key: ["id"],
    columns: [
      "id",
      "speech_id",
      "author_id",
      "kind",
      "quote",
      "wording",
      "thread_id",
      "state",
      "settled_by",
      "settled_at",
      "created_at",
    ],
    page: 1000,
  },
  {
    name: "reading_settings",
    key: ["person_id"],
    columns: ["person_id", "size", "layout"],
    page: 1000,
  },
  {
    name: "office_stages",
    key: ["stage"],
    columns: ["stage", "position", "name", "expects", "removed"],
    page: 100,
  },
  { name: "reading_copies", key: ["speaker"], columns: ["speaker", "size"], page: 1000 },
  {
    name: "notices",
    key: ["id"],
    columns: [
      "id",
      "person_id",
      "kind",
      "speech_id",
      "actor_id",
      "facts",
      "created_at",
      "read_at",
      "mailed_at",
    ],
    page: 1000,
  },
  {
    name: "mail_settings",
    key: ["person_id"],
    columns: ["person_id", "address", "enabled", "locale"],
    page: 1000,
  },
  {
    name: "mail_queue",
    key: ["person_id"],
    columns: ["person_id", "first_at", "last_at", "attempts", "not_before"],
    page: 1000,
  },
  {
    name: "house_styles",
    key: ["id"],
    columns: ["id", "name", "paper", "created_at", "updated_at"],
    page: 100,
  },
  { name: "installation", key: ["key"], columns: ["key", "value"], page: 10 },
];

export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** All rows of a table in order of its key, a page at a time. */
export async function* rowsOf(queries: Queries, table: ArchiveTable): AsyncGenerator<Row> {
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  for (let last: Row | null = null; ; ) {
    const values: readonly unknown[] = last === null ? [] : table.key.map((column) => last?.[column]);
    const after: RawBuilder<unknown> = last === null ? sql`` : sql`where (${key}) > (${sql.join(values)})`;
    const page: QueryResult<Row> = await sql<Row>`select ${columns} from ${sql.table(table.name)} ${after}
      order by ${key} limit ${sql.lit(table.page)}`.execute(queries);
    yield* page.rows;
    last = page.rows.at(-1) ?? null;
    if (last === null || page.rows.length < table.page) return;
  }
}

export async function countRows(queries: Kysely<Tables>, table: ArchiveTable): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) as count from ${sql.table(
    table.name,
  )}`.execute(queries);
  return Number(counted.rows[0]?.count ?? 0);
}
