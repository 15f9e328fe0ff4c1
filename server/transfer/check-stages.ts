/** Whether a speech is in the stage that its record last took it to. */
import type { SpeechId } from "@/core/ids";
import type { RecordEntry } from "@/core/record";
import type { Stage } from "@/core/speech";
import type { Queries } from "../db/database";

/** Undefined for a speech that isn't there. */
export async function storedStage(queries: Queries, speechId: SpeechId): Promise<Stage | undefined> {
  const row = await queries
    .selectFrom("speeches")
    .where("id", "=", speechId)
    .select("stage")
    .executeTakeFirst();
  return row?.stage;
}

/**
 * The number of the entry that took it to another stage; null when it fits, or no entry did: which stage speeches
 * began in is the office's to change. `stored`: its stage before the record was read and after it.
 */
export function otherStage(
  entries: readonly RecordEntry[],
  stored: readonly (Stage | undefined)[],
): number | null {
  const last = entries.findLast((entry) => entry.kind === "stage");
  if (last === undefined) return null;
  // A text is closed before its entry is written; one that never is is opened again (unfinished-closings.ts). The
  // draft of a closing that was taken off the record is found by itself (check-versions.ts).
  return stored.some((stage) => stage === last.facts.to || stage === "final") ? null : last.number;
}
