/**
 * Speeches that were written in when their server stopped: the version of that text isn't kept yet, and
 * whose signature broke by it hasn't heard. Opening them makes up for it (sync/live-room.ts).
 */
import type { SpeechId } from "@/core/ids";
import type { Database } from "../db/database";
import type { LiveTexts } from "./ports";

/** More speeches than one server has people writing in; what is left is made up for when it is opened. */
const AT_MOST = 200;

export interface OwedPauses {
  readonly database: Database;
  readonly rooms: LiveTexts;
  readonly onFailure: (error: unknown, speechId: SpeechId) => void;
}

/** Opens one after the other; whatever goes wrong with one is told and stops none of the others. */
export async function makeUpPauses({ database, rooms, onFailure }: OwedPauses): Promise<readonly SpeechId[]> {
  const owed = await database.query((queries) =>
    queries
      .selectFrom("speeches")
      .select("id")
      .where("archived", "=", 0)
      .where("last_seq", ">", 0)
      .where(({ not, exists, or, selectFrom }) =>
        or([
          not(
            exists(
              selectFrom("versions")
                .select("versions.id")
                .whereRef("versions.speech_id", "=", "speeches.id")
                .whereRef("versions.created_at", ">=", "speeches.updated_at"),
            ),
          ),
          // Not compacted, so it was open when the server stopped: the time of its last edit may not be stored.
          exists(
            selectFrom("updates")
              .select("updates.seq")
              .whereRef("updates.speech_id", "=", "speeches.id")
              .whereRef("updates.seq", "<", "speeches.last_seq"),
          ),
          // A version that somebody kept before the pause told nobody.
          exists(
            selectFrom("sign_offs")
              .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_offs.request_id")
              .select("sign_offs.number")
              .whereRef("sign_off_requests.speech_id", "=", "speeches.id")
              .where("sign_off_requests.ended", "is", null)
              .where("speeches.stage", "<>", "final")
              .where("sign_offs.answer", "<>", "returned")
              .where("sign_offs.broken", "=", 0)
              .whereRef("sign_offs.created_at", "<=", "speeches.updated_at"),
          ),
        ]),
      )
      .orderBy("updated_at", "desc")
      .limit(AT_MOST)
      .execute(),
  );
  for (const { id } of owed) {
    await rooms.textOf(id).catch((error: unknown) => onFailure(error, id));
  }
  return owed.map(({ id }) => id);
}
