/**
 * What a speech's text was right after a version was brought back, as it is shared: from it the way back is found
 * that leaves alone what others wrote since. A version has the words only, and not which letters they are.
 */
import type { SpeechId } from "@/core/ids";
import type { LeftText } from "@/core/version-snapshot";
import type { Queries } from "../db/database";

/** Whoever hasn't taken it back by then compares: it takes as much space as the speech itself. */
const KEPT_MS = 24 * 3_600_000;

interface RestoredText extends LeftText {
  readonly contentHash: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Call it with the speech locked, together with the entry on its record; the one before it can't be taken back any more. */
export async function keepRestoredText(
  queries: Queries,
  speechId: SpeechId,
  { contentHash, state, undoClient, now }: RestoredText,
): Promise<void> {
  // Of speeches that were left alone from then on, too: they keep no version that could bring it along.
  await outlived(queries, now).execute();
  const row = { content_hash: contentHash, bytes: state, undo_client: undoClient, created_at: now };
  await queries
    .insertInto("restored_texts")
    .values({ speech_id: speechId, ...row })
    .onConflict((conflict) => conflict.column("speech_id").doUpdateSet(row))
    .execute();
}

/** What came of the speech's last restoring if it is this text; null where that isn't known any more. */
export async function restoredText(
  queries: Queries,
  speechId: SpeechId,
  { contentHash, now }: Pick<RestoredText, "contentHash" | "now">,
): Promise<LeftText | null> {
  const row = await queries
    .selectFrom("restored_texts")
    .where("speech_id", "=", speechId)
    .where("content_hash", "=", contentHash)
    .where("created_at", ">", now - KEPT_MS)
    .select(["bytes", "undo_client"])
    .executeTakeFirst();
  return row === undefined ? null : { state: row.bytes, undoClient: row.undo_client };
}

/** Call it as versions are thinned. */
export const forgetRestoredText = (queries: Queries, speechId: SpeechId, now: number): Promise<unknown> =>
  outlived(queries, now).where("speech_id", "=", speechId).execute();

const outlived = (queries: Queries, now: number) =>
  queries.deleteFrom("restored_texts").where("created_at", "<=", now - KEPT_MS);
