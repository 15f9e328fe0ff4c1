/**
 * A leader's words that were carried out and are a suggestion again: a version was brought back, or a decision undone. As
 * done nobody could settle them any more, the leader not take them back, and nothing would keep the text from being final.
 */
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";
import { tellSettled } from "./directive-notices";
import { setState } from "./directive-rows";
import { fatesOfRewordings } from "./suggestion-fates";

export interface ReopenedSuggestion {
  readonly id: string;
  readonly proposer: PersonId;
  /** Whose deed brought it back. */
  readonly by: PersonId;
}

/** Of these, the rewordings that nobody has decided on since are open, with their threads. */
export async function reopenRewordings(
  queries: Queries,
  speechId: SpeechId,
  suggestions: readonly ReopenedSuggestion[],
  at: number,
): Promise<{ readonly isAny: boolean; readonly told: readonly PersonId[] }> {
  if (suggestions.length === 0) return { isAny: false, told: [] };
  const rows = await queries
    .selectFrom("directives")
    .selectAll()
    .where("speech_id", "=", speechId)
    .where("kind", "=", "rewording")
    .where("state", "=", "done")
    .execute();
  const fates = await fatesOfRewordings(queries, speechId);
  const told: PersonId[] = [];
  let isAny = false;
  for (const row of rows) {
    const back = suggestions.findLast(({ id, proposer }) => id === row.id && proposer === row.author_id);
    if (back === undefined || fates.has(row.id)) continue;
    isAny = true;
    await setState(queries, row.id, { state: "open", by: back.by, at });
    await queries
      .updateTable("threads")
      .set({ resolved_by: null, resolved_at: null })
      .where("id", "=", row.thread_id)
      .execute();
    told.push(...(await tellSettled(queries, { row, state: "open", actorId: back.by, at })));
  }
  return { isAny, told };
}
