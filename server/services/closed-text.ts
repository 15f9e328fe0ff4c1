import type { SpeechId } from "@/core/ids";
import type { Database } from "../db/database";

/** Whether nobody writes in a speech's text any more: it is final or archived. For the rooms, which ask for nobody. */
export async function isClosedText(database: Database, speechId: SpeechId): Promise<boolean> {
  const closed = await database.query((queries) =>
    queries
      .selectFrom("speeches")
      .select("id")
      .where("id", "=", speechId)
      .where(({ or, eb }) => or([eb("stage", "=", "final"), eb("archived", "=", 1)]))
      .executeTakeFirst(),
  );
  return closed !== undefined;
}
