import type { StoredRemovals } from "@/core/authors/removals";
import type { SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";

/** Who took what out of a speech's text, in the order in which it was stored. The callers decided access. */
export function removalsOf(queries: Queries, speechId: SpeechId): Promise<StoredRemovals[]> {
  return queries
    .selectFrom("removals")
    .select(["person_id as personId", "bytes"])
    .where("speech_id", "=", speechId)
    .orderBy("seq")
    .execute();
}
