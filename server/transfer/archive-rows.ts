/** Reads an archive's tables. */
import { type Kysely, type QueryResult, type RawBuilder, sql } from "kysely";
import type { Queries } from "../db/database";
import type { Tables } from "../db/tables";
import type { ArchiveTable } from "./archive-tables";

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
