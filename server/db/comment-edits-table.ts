/** The table of what comments said before they were edited. */
import type { Kysely } from "kysely";
import type { CommentId, SpeechId } from "@/core/ids";

/** Goes with its comment's words when those are deleted. */
export interface CommentEditsTable {
  comment_id: CommentId;
  /** Its comment's. */
  speech_id: SpeechId;
  /** What it said until then. */
  body: string;
  replaced_at: number;
}

export async function createCommentEdits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("comment_edits")
    .addColumn("comment_id", "text", (column) => column.notNull().references("comments.id"))
    .addColumn("speech_id", "text", (column) => column.notNull().references("speeches.id"))
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("replaced_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("comment_edits_key", ["comment_id", "replaced_at"])
    .execute();
  await db.schema.createIndex("comment_edits_by_speech").on("comment_edits").column("speech_id").execute();
}
