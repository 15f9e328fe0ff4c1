/** The table of decisions on suggestions, and the columns that came with it. */
import type { Generated, Kysely } from "kysely";
import type { DecisionId, PersonId, SpeechId } from "@/core/ids";
import type { DecisionOutcome } from "@/core/review/decision";
import type { Flag } from "./tables";

/** What became of a suggestion, by whom and when; only the reason is ever written again. */
export interface DecisionsTable {
  id: DecisionId;
  speech_id: SpeechId;
  suggestion_id: string;
  /** As the suggestion says; none of the people's ids if somebody's program made it up. */
  proposed_by: PersonId;
  /** The suggestion as it was: JSON of ProposedChange. */
  change: string;
  outcome: DecisionOutcome;
  decided_by: PersonId;
  decided_at: number;
  /** Empty when none was given. */
  reason: string;
  /** Whether its proposer was told; see server/services/decision-notices.ts. */
  told: Generated<Flag>;
}

export async function createDecisionTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("decisions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("suggestion_id", "text", (column) => column.notNull())
    .addColumn("proposed_by", "text", (column) => column.notNull())
    .addColumn("change", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("decided_by", "text", (column) => column.notNull().references("people.id"))
    .addColumn("decided_at", "bigint", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .createIndex("decisions_by_time")
    .on("decisions")
    .columns(["speech_id", "decided_at", "id"])
    .execute();
  await db.schema
    .alterTable("speeches")
    .addColumn("suggest_only", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("threads").addColumn("suggestion_id", "text").execute();
}
