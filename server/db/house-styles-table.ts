/** The layouts that an office made. */
import type { Kysely } from "kysely";
import type { HouseStyleId } from "@/core/ids";

export interface HouseStylesTable {
  id: HouseStyleId;
  name: string;
  /** A PaperStyle as JSON. */
  paper: string;
  created_at: number;
  updated_at: number;
}

export async function createHouseStylesTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("house_styles")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull().unique())
    .addColumn("paper", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
}
