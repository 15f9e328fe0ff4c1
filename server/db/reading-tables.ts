/** How each speaker's reading copies are set (core/paper/reading-copy.ts). */
import type { Kysely } from "kysely";

export interface ReadingCopiesTable {
  /** As speeches name them: speakers needn't have an account. */
  speaker: string;
  /** Points of type. */
  size: number;
}

export interface ReadingTables {
  reading_copies: ReadingCopiesTable;
}

export async function createReadingTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("reading_copies")
    .addColumn("speaker", "text", (column) => column.primaryKey())
    .addColumn("size", "integer", (column) => column.notNull())
    .execute();
}
