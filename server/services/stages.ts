/** The stages of a speech: 提纲, 初稿, 征求意见稿, 送审稿, 定稿. Decides access itself, from `actor`. */
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { FinalBlockerKeys } from "@/core/sign-off";
import type { StageMove } from "@/core/speech-requests";
import type { VersionSummary } from "@/core/version";
import { finalBlockers } from "./final-blockers";
import { madeBefore } from "./repeated-move";
import { everAskedNames } from "./sign-off-rows";
import { listMembers } from "./speech-members";
import { requireOnSpeech, requireUnlessArchived, type SpeechRow, speechFor } from "./speech-row";
import { moveToStage, type StageDependencies } from "./stage-move";
import { judgeAnew } from "./unfinished-closings";

export interface NamedBlockers {
  readonly blockers: FinalBlockerKeys;
  /** What the people in the keys are called, by their ids: everybody who was ever asked to sign, who may have left since. */
  readonly names: Readonly<Record<PersonId, string>>;
}

export interface StageService {
  /**
   * Moves the speech on, or to the next draft of its stage, and keeps the text as that draft. Into 定稿
   * nobody can change the text any more: `not-ready` while something keeps it from that and no reason
   * is given to go past it by somebody who saw just that. Out of it needs a reason: `invalid-input` for an empty note.
   * `conflict` when it isn't at the draft any more that it is to be moved from; what this very move made, if it did.
   */
  move(actor: Person, speechId: SpeechId, move: StageMove): Promise<VersionSummary>;
  /** What keeps the speech from being made final at this moment. */
  blockers(actor: Person, speechId: SpeechId): Promise<NamedBlockers>;
}

export function createStageService(dependencies: StageDependencies): StageService {
  return {
    async move(actor, speechId, move) {
      const row = await dependencies.database.query((queries) => speechFor(queries, actor.id, speechId));
      requireUnlessArchived(row, "move-stage");
      try {
        requireFrom(row, move.from);
        const opens = row.stage === "final";
        if (opens && move.stage === "final") throw new AppError("conflict", "it is final already");
        if (opens && move.note === "") throw new AppError("invalid-input", undefined, { note: "required" });
        const version = await moveToStage(dependencies, actor, row, move);
        if (opens) await dependencies.makeUpPause(speechId);
        return version;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "conflict") throw error;
        const made = await dependencies.database.query((queries) =>
          madeBefore(queries, actor, speechId, move),
        );
        if (made === null) throw error;
        // The server that made it may have stopped right behind that.
        await tellMoved(dependencies, speechId, move);
        return made;
      }
    },

    async blockers(actor, speechId) {
      const row = await dependencies.database.query((queries) => speechFor(queries, actor.id, speechId));
      requireOnSpeech(row, "move-stage");
      const blockers = await finalBlockers(dependencies, speechId);
      return {
        blockers,
        names: await dependencies.database.query((queries) => everAskedNames(queries, speechId)),
      };
    },
  };
}

/** Once more: whose answer got lost told nobody, or who it told comes back for nothing. */
async function tellMoved(
  { database, rooms, bell, makeUpPause }: StageDependencies,
  speechId: SpeechId,
  { from, tasks = [] }: StageMove,
): Promise<void> {
  const opened = from?.stage === "final";
  const members = opened ? await database.query((queries) => listMembers(queries, speechId)) : [];
  judgeAnew(rooms, speechId, members);
  // Of a text that is open again those who sign may be told too, who aren't known any more; who has a task is a member.
  bell.ring((opened ? members : tasks).map(({ personId }) => personId));
  rooms.speechChanged(speechId);
  if (opened) await makeUpPause(speechId);
}

function requireFrom({ stage, drafts }: SpeechRow, from: StageMove["from"]): void {
  if (from === undefined || (from.stage === stage && from.drafts === Number(drafts ?? 0))) return;
  throw new AppError("conflict", "somebody else moved the stage");
}
