/**
 * Speeches that were being made final when their server stopped: closed already, without the draft and the
 * entry on the record that make it so. They are open again as before, since nothing says that they are final.
 */
import type { SpeechId } from "@/core/ids";
import { firstStage } from "@/core/office-stages";
import type { Database } from "../db/database";
import type { Clock } from "./clock";
import { readOfficeStages } from "./office-stages";
import type { LiveRooms } from "./ports";
import { lockSpeech } from "./speech-row";

/** Another node may be in the middle of one: comparing is given up after 20 s, so by then it has ended. */
export const CLOSING_LIMIT_MS = 120_000;

export interface UnfinishedClosings {
  readonly database: Database;
  readonly rooms: Pick<LiveRooms, "speechChanged">;
  readonly clock: Clock;
}

/** On one machine nobody else can be at it: there none is too young. */
export async function reopenUnfinished({
  database,
  rooms,
  clock,
}: UnfinishedClosings): Promise<readonly SpeechId[]> {
  const before = database.kind === "sqlite" ? Number.MAX_SAFE_INTEGER : clock.now() - CLOSING_LIMIT_MS;
  const closed = await database.query((queries) =>
    queries
      .selectFrom("speeches")
      .select([
        "id",
        (row) =>
          row
            .selectFrom("versions")
            .whereRef("versions.speech_id", "=", "speeches.id")
            .where("versions.kind", "=", "stage")
            .orderBy("versions.created_at", "desc")
            .limit(1)
            .select("versions.stage")
            .as("drafted"),
      ])
      .where("stage", "=", "final")
      .where("updated_at", "<", before)
      .execute(),
  );
  const unfinished = closed.filter(({ drafted }) => drafted !== "final");
  for (const { id, drafted } of unfinished) {
    await database.transaction(async (queries) => {
      const stage = drafted ?? firstStage(await readOfficeStages(queries));
      await lockSpeech(queries, database.kind, id);
      await queries
        .updateTable("speeches")
        .set({ stage, updated_at: clock.now() })
        .where("id", "=", id)
        .where("stage", "=", "final")
        .where("updated_at", "<", before)
        .execute();
    });
    rooms.speechChanged(id);
  }
  return unfinished.map(({ id }) => id);
}
