import { PENDING_STATES } from "@/core/directive";
import type { PersonId, SpeechId } from "@/core/ids";
import type { WantedDirective } from "@/core/review/standing-directives";
import type { Queries } from "../db/database";

/** What this person wants of a speech and nobody carried out yet. */
export function pendingDirectives(
  queries: Queries,
  speechId: SpeechId,
  personId: PersonId,
): Promise<readonly WantedDirective[]> {
  return queries
    .selectFrom("directives")
    .where("speech_id", "=", speechId)
    .where("author_id", "=", personId)
    .where("state", "in", PENDING_STATES)
    .select(["id", "wording", "thread_id as thread"])
    .execute();
}
