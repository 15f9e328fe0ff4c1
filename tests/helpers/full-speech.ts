/** A speech with as many threads as a speech may have. */
import { newThreadId, type PersonId, type SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Database } from "@/server/db/database";

const AT_ONCE = 500;

/** Adds resolved threads without a word until no more than `space` are left. */
export async function fillThreads(
  database: Database,
  speechId: SpeechId,
  { by, space = 0 }: { readonly by: PersonId; readonly space?: number },
): Promise<void> {
  await database.transaction(async (queries) => {
    const { count } = await queries
      .selectFrom("threads")
      .where("speech_id", "=", speechId)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const wanted = LIMITS.threadsPerSpeech - space - Number(count);
    for (let made = 0; made < wanted; made += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, wanted - made) }, () => ({
        ...{ id: newThreadId(), speech_id: speechId, quote: null, suggestion_id: null, created_at: 1 },
        ...{ resolved_by: by, resolved_at: 1 },
      }));
      await queries.insertInto("threads").values(rows).execute();
    }
  });
}
