/** The stages of a speech: 提纲, 初稿, 征求意见稿, 送审稿, 定稿. Decides access itself, from `actor`. */
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { RecordFacts } from "@/core/record";
import type { Stage, StageMove } from "@/core/speech";
import type { VersionSummary } from "@/core/version";
import { keepVersion } from "./keep-version";
import type { LiveRooms } from "./ports";
import type { NewEntry } from "./record-rows";
import { listMembers } from "./speech-members";
import { lockSpeech, requireOnSpeech, speechFor } from "./speech-row";
import type { VersionDependencies } from "./versions";

export interface StageService {
  /**
   * Moves the speech on, or to the next draft of its stage, and keeps the text as that draft. Into 定稿
   * nobody can change the text any more; out of it needs a reason: `invalid-input` for an empty note.
   */
  move(actor: Person, speechId: SpeechId, move: StageMove): Promise<VersionSummary>;
}

export interface StageDependencies extends VersionDependencies {
  readonly rooms: Pick<LiveRooms, "revoke" | "speechChanged">;
}

export function createStageService(dependencies: StageDependencies): StageService {
  const { database, rooms, clock } = dependencies;

  async function setStage(speechId: SpeechId, from: Stage, to: Stage): Promise<void> {
    const members = await database.transaction(async (queries) => {
      await lockSpeech(queries, database.kind, speechId);
      const { numUpdatedRows } = await queries
        .updateTable("speeches")
        .set({ stage: to, updated_at: clock.now() })
        .where("id", "=", speechId)
        .where("stage", "=", from)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new AppError("conflict", "somebody else moved the stage");
      return listMembers(queries, speechId);
    });
    rooms.speechChanged(speechId);
    // Rights come and go with the final stage: every socket is judged anew.
    if ((from === "final") === (to === "final")) return;
    for (const { personId } of members) rooms.revoke(personId, speechId);
  }

  return {
    async move(actor, speechId, { stage, note }) {
      const row = await database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnSpeech(row, "move-stage");
      // An archived speech is only read; a final one can still be opened.
      if (row.archived === 1) throw new AppError("forbidden");
      const opens = row.stage === "final";
      if (opens && stage === "final") throw new AppError("conflict", "it is final already");
      if (opens && note === "") throw new AppError("invalid-input", undefined, { note: "required" });
      await setStage(speechId, row.stage, stage);
      try {
        // Only now: into the final stage, nothing more is typed after the version.
        return await keepVersion(dependencies, speechId, {
          kind: "stage",
          stage,
          note,
          madeBy: actor.id,
          entry: (version) => moveEntry(actor, { from: row.stage, to: stage, note }, version),
        });
      } catch (error) {
        await setStage(speechId, stage, row.stage);
        throw error;
      }
    },
  };
}

function moveEntry(
  actor: Person,
  move: Pick<RecordFacts["stage"], "from" | "to" | "note">,
  { id, contentHash, createdAt, stage }: VersionSummary,
): NewEntry<"stage"> {
  const facts = { ...move, draft: stage?.draft ?? 1, version: id, contentHash };
  return { kind: "stage", facts, personId: actor.id, at: createdAt };
}
