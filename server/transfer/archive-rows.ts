/** Reads an archive's tables. */
import { type Kysely, type QueryResult, type RawBuilder, sql } from "kysely";
import type { DatabaseKind, Queries } from "../db/database";
import type { Tables } from "../db/tables";
import { DATA_GENERATION } from "../services/data-generation";
import { DATABASE_NAME } from "../services/database-name";
import type { ArchiveTable } from "./archive-tables";

export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** How each database sorts text by its bytes. */
const BY_BYTES = { sqlite: sql`collate binary`, postgres: sql`collate "C"` } as const;

/** All rows of a table in order of its key, the same on every database, a page at a time. */
export async function* rowsOf(
  queries: Queries,
  kind: DatabaseKind,
  table: ArchiveTable,
): AsyncGenerator<Row> {
  const sorted = (column: string) =>
    column === table.words ? sql`${sql.ref(column)} ${BY_BYTES[kind]}` : sql.ref(column);
  const key = sql.join(table.key.map(sorted));
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  for (let last: Row | null = null; ; ) {
    const values: readonly unknown[] = last === null ? [] : table.key.map((column) => last?.[column]);
    const after: RawBuilder<unknown> = last === null ? sql`` : sql`and (${key}) > (${sql.join(values)})`;
    const page: QueryResult<Row> = await sql<Row>`select ${columns} from ${sql.table(table.name)}
      where ${archived(table)} ${after}
      order by ${key} limit ${sql.lit(table.page)}`.execute(queries);
    yield* page.rows;
    last = page.rows.at(-1) ?? null;
    if (last === null || page.rows.length < table.page) return;
  }
}

export async function countRows(queries: Kysely<Tables>, table: ArchiveTable): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) as count from ${sql.table(table.name)}
    where ${archived(table)}`.execute(queries);
  return Number(counted.rows[0]?.count ?? 0);
}

const OF_THE_DATABASE = [DATA_GENERATION, DATABASE_NAME];

/** The condition for rows of an archive: wherever it is read in, the data get a generation of their own. */
function archived({ name }: ArchiveTable): RawBuilder<unknown> {
  return name === "installation" ? sql`${sql.ref("key")} not in (${sql.join(OF_THE_DATABASE)})` : sql`1 = 1`;
}
