/** The table of who is expected to do what in a draft. */
import type { Kysely } from "kysely";
import type { PersonId, SpeechId, VersionId } from "@/core/ids";

/** Of a version that a stage begins with; those are never thinned. */
export interface StageTasksTable {
  version_id: VersionId;
  /** From 0, in the order in which they are shown. */
  position: number;
  speech_id: SpeechId;
  person_id: PersonId;
  what: string;
  /** ISO date. */
  due_on: string | null;
}

export async function createStageTasks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stage_tasks")
    .addColumn("version_id", "text", (column) => column.notNull().references("versions.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("person_id", "text", (column) => column.notNull().references("people.id"))
    .addColumn("what", "text", (column) => column.notNull())
    .addColumn("due_on", "text")
    .addPrimaryKeyConstraint("stage_tasks_key", ["version_id", "position"])
    .execute();
}
