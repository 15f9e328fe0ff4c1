/** What became of the suggestions behind rewordings, wherever they were decided. The callers decided access. */
import type { Directive } from "@/core/directive";
import type { SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";

type Fate = NonNullable<Directive["decided"]>;

/** By the suggestion's id, which is the rewording's; none for one that stands, or was reopened. */
export async function fatesOfRewordings(
  queries: Queries,
  speechId: SpeechId,
): Promise<ReadonlyMap<string, Fate>> {
  const rows = await queries
    .selectFrom("decisions")
    .innerJoin("directives", (on) =>
      on
        .onRef("directives.id", "=", "decisions.suggestion_id")
        .onRef("directives.author_id", "=", "decisions.proposed_by"),
    )
    .innerJoin("people", "people.id", "decisions.decided_by")
    .where("decisions.speech_id", "=", speechId)
    .where("directives.speech_id", "=", speechId)
    .select(["suggestion_id", "outcome", "decided_by", "people.name as decider", "decided_at"])
    .orderBy("decided_at")
    .orderBy("decisions.id")
    .execute();
  const fates = new Map<string, Fate>();
  for (const { suggestion_id: id, outcome, decided_by, decider, decided_at: at } of rows) {
    // The last one counts: what was rejected may be back, and be accepted then.
    if (outcome === "reopened") fates.delete(id);
    else fates.set(id, { outcome, by: { id: decided_by, name: decider }, at });
  }
  return fates;
}
