/** The columns that say what people were told already, so that a notice is neither lost nor given twice. */
import { type Kysely, sql } from "kysely";

/** What was there before counts as told: nobody is told of last year's decisions. */
export async function addToldColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("decisions")
    .addColumn("told", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  const decisions = db as Kysely<{ decisions: { speech_id: string; told: number } }>;
  await decisions.updateTable("decisions").set({ told: 1 }).execute();
  await decisions.schema
    .createIndex("decisions_untold")
    .on("decisions")
    .column("speech_id")
    .where(sql.ref("told"), "=", 0)
    .execute();
  await db.schema
    .alterTable("sign_offs")
    .addColumn("break_told", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
