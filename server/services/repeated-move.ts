/** A move of the stage that was made already: its answer got lost on the way, so it was sent once more. */
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { RecordFacts } from "@/core/record";
import { FINAL_BLOCKERS } from "@/core/sign-off";
import type { StageMove } from "@/core/speech-requests";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { lastEntry } from "./record-rows";
import { beganAt } from "./stage-move";
import { versionFor } from "./version-rows";

/** The draft that this very move made, when nobody moved the speech since; else null. */
export async function madeBefore(
  queries: Queries,
  actor: Person,
  speechId: SpeechId,
  move: StageMove,
): Promise<VersionSummary | null> {
  const { from } = move;
  if (from === undefined) return null;
  const last = await lastEntry(queries, speechId, "stage");
  if (last === null || last.personId !== actor.id) return null;
  const { facts } = last;
  if (facts.from !== from.stage || !isSame(facts, move)) return null;
  // A stage has each of its drafts once: where a move began says which one it was.
  if (!(await beganAt(queries, speechId, from, facts.to))) return null;
  return (await versionFor(queries, speechId, facts.version)).summary;
}

function isSame(
  facts: RecordFacts["stage"],
  { stage, note, tasks = [], overrides = {} }: StageMove,
): boolean {
  const given = (facts.tasks ?? []).map(({ person, what, dueOn }) => [person.id, what, dueOn]);
  const wanted = tasks.map(({ personId, what, dueOn }) => [personId, what, dueOn]);
  return (
    facts.to === stage &&
    facts.note === note &&
    JSON.stringify(given) === JSON.stringify(wanted) &&
    FINAL_BLOCKERS.every((blocker) => {
      const past = facts.overrides?.[blocker];
      return past === undefined || past.reason === overrides[blocker]?.reason;
    })
  );
}
