/** The table of what the office calls its stages; no rows while it goes by the program's. */
import type { Generated, Kysely } from "kysely";
import type { Stage } from "@/core/speech";
import type { Flag } from "./tables";

export interface OfficeStagesTable {
  stage: Stage;
  /** From 1. */
  position: number;
  name: string;
  expects: string;
  /** Left out; its row keeps its name and place. */
  removed: Generated<Flag>;
  needs_sign_off: Generated<Flag>;
}

export async function createOfficeStageTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("office_stages")
    .addColumn("stage", "text", (column) => column.primaryKey())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("expects", "text", (column) => column.notNull())
    .execute();
}

export async function addRemovedStages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("office_stages")
    .addColumn("removed", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

export async function addNeedsSignOff(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("office_stages")
    .addColumn("needs_sign_off", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
