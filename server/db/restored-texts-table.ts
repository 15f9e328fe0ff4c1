/** The table of what speeches' texts were right after a version was brought back; see services/restored-text.ts. */
import { type Kysely, sql } from "kysely";
import type { SpeechId } from "@/core/ids";
import type { DatabaseKind } from "./database";

/** One for each speech at most: only what was brought back last can be taken back. */
export interface RestoredTextsTable {
  speech_id: SpeechId;
  /** Of the canonical text. */
  content_hash: string;
  /** The shared document as one Yjs update. */
  bytes: Uint8Array;
  /** The client id of Yjs that it is taken back under. */
  undo_client: number;
  /** Epoch milliseconds. */
  created_at: number;
}

export async function createRestoredTexts(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === "sqlite" ? sql`blob` : sql`bytea`;
  await db.schema
    .createTable("restored_texts")
    .addColumn("speech_id", "text", (column) => column.primaryKey().references("speeches.id"))
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("bytes", bytes, (column) => column.notNull())
    .addColumn("undo_client", "bigint", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
}
