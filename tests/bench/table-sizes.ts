/** What tables of a SQLite file weigh with all that belongs to them: rows, indexes, half-empty pages. */
import { sql } from "kysely";
import type { Database } from "@/server/db/database";

/** Bytes of each table's pages and its indexes' pages. */
export async function tableSizes(
  database: Database,
  tables: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query((queries) =>
    sql<{ name: string; bytes: number }>`
      select owned.tbl_name as name, sum(pages.pgsize) as bytes
      from dbstat as pages join sqlite_master as owned on owned.name = pages.name
      where owned.tbl_name in (${sql.join(tables)}) group by owned.tbl_name`.execute(queries),
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}
