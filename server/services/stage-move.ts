/** Takes a speech to a stage and keeps the text as that draft. The callers decided access. */
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { currentStages } from "@/core/office-stages";
import type { Person } from "@/core/person";
import type { RecordFacts } from "@/core/record";
import type { Member, Stage } from "@/core/speech";
import type { StageMove } from "@/core/speech-requests";
import type { StageTask } from "@/core/stage-task";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { finalBlockers, requireOverridden } from "./final-blockers";
import { keepVersion, type VersionToKeep } from "./keep-version";
import { tellSignersAgain } from "./later-turns";
import { holdStages, readOfficeStages } from "./office-stages";
import { ownStageNames } from "./own-stage-names";
import type { LiveRooms, NoticeBell } from "./ports";
import type { NewEntry } from "./record-rows";
import { listMembers } from "./speech-members";
import { lockSpeech, requireOnSpeech, type SpeechRow, speechFor } from "./speech-row";
import { giveTasks, tasksNamed } from "./stage-tasks";
import { judgeAnew, reopenClosing } from "./unfinished-closings";
import { draftsOf } from "./version-rows";
import type { VersionDependencies } from "./versions";

export interface StageDependencies extends VersionDependencies {
  readonly rooms: Pick<LiveRooms, "revoke" | "speechChanged">;
  readonly bell: NoticeBell;
  /** What a pause in the writing does: it may have come while the text was final, when nobody is asked to sign. Never rejects. */
  readonly makeUpPause: (speechId: SpeechId) => Promise<void>;
}

/**
 * `row` as it was when access was decided; `conflict` when somebody else moved it since. The stage changes in
 * the transaction that keeps the draft and puts it on the record. Only the final stage comes before: nobody
 * may write any more while it is looked at what is in its way (see unfinished-closings.ts).
 */
export async function moveToStage(
  dependencies: StageDependencies,
  actor: Person,
  row: SpeechRow,
  { stage, note, from, tasks: wanted = [], overrides = {} }: StageMove,
  /** What is stored with the draft, or nothing is. */
  also: NonNullable<VersionToKeep["also"]> = async () => undefined,
): Promise<VersionSummary> {
  const { database } = dependencies;
  const names = await database.query((queries) => ownStageNames(queries, [row.stage, stage]));
  const tasks = await database.query((queries) => tasksNamed(queries, row.id, wanted));
  const closes = stage === "final";
  const past = async () =>
    closes ? requireOverridden(await finalBlockers(dependencies, row.id), overrides) : {};
  // Asked before anybody is kept from writing, and once more when nobody writes any longer.
  await past();
  let told: readonly PersonId[] = [];
  let members: readonly Member[] = [];
  let mayBeClosed = false;
  // Also where it fails as it is committed: its answer may be lost on the way, and the speech be at that draft.
  let mayBeThere = false;
  const tell = () => {
    judgeAnew(dependencies.rooms, row.id, members);
    dependencies.bell.ring(told);
    dependencies.rooms.speechChanged(row.id);
  };
  let version: VersionSummary;
  try {
    if (closes) {
      await close(dependencies, row, () => {
        mayBeClosed = true;
      });
    }
    const overridden = await past();
    const move = { from: row.stage, to: stage, note, tasks, names, overridden };
    version = await keepVersion(dependencies, row.id, {
      kind: "stage",
      stage,
      note,
      madeBy: actor.id,
      first: (queries) => requireStage(dependencies, queries, stage),
      entry: (kept) => moveEntry(actor, move, kept),
      also: async (queries, kept) => {
        // Asked again: comparing it with the one before takes a while.
        requireOnSpeech(await speechFor(queries, actor.id, row.id), "move-stage");
        if (from !== undefined && !(await beganAt(queries, row.id, from, stage))) {
          throw new AppError("conflict", "somebody else moved the stage");
        }
        await setStage(dependencies, queries, row.id, closes ? stage : row.stage, stage);
        told = await giveTasks(queries, row.id, actor.id, kept, tasks);
        await also(queries, kept);
        if (row.stage === "final") {
          members = await listMembers(queries, row.id);
          const asked = await tellSignersAgain(queries, { speechId: row.id, at: dependencies.clock.now() });
          told = [...told, ...asked];
        }
        mayBeThere = true;
      },
    });
  } catch (error) {
    if (mayBeThere) tell();
    // What stopped it is told, not what may stop this too: then make-up.ts takes it back later.
    const isOpened =
      mayBeClosed && (await reopenClosing(dependencies, row.id, { to: row.stage }).catch(() => false));
    // Not awaited: it compares the same texts, and where that took too long nobody waits for it twice.
    if (isOpened) void dependencies.makeUpPause(row.id);
    throw error;
  }
  tell();
  return version;
}

/**
 * `onClosing` once nothing but the commit is missing: whether that was made, nobody knows when its answer is lost.
 * A closing that was refused before takes back nobody else's.
 */
async function close(
  dependencies: StageDependencies,
  { id, stage }: SpeechRow,
  onClosing: () => void,
): Promise<void> {
  const { database, rooms } = dependencies;
  const members = await database.transaction(async (queries) => {
    await requireStage(dependencies, queries, "final");
    await lockSpeech(queries, database.kind, id);
    await setStage(dependencies, queries, id, stage, "final");
    onClosing();
    return listMembers(queries, id);
  });
  rooms.speechChanged(id);
  judgeAnew(rooms, id, members);
}

/** Whether the move that made the speech's latest draft, of `to`, began there. */
export async function beganAt(
  queries: Queries,
  speechId: SpeechId,
  from: NonNullable<StageMove["from"]>,
  to: Stage,
): Promise<boolean> {
  const drafts = await draftsOf(queries, speechId, from.stage);
  return from.drafts === (from.stage === to ? drafts - 1 : drafts);
}

/** Call it with the speech locked. `conflict` when it isn't in that stage any more, or was archived. */
async function setStage(
  { clock }: StageDependencies,
  queries: Queries,
  speechId: SpeechId,
  from: Stage,
  to: Stage,
): Promise<void> {
  const { numUpdatedRows } = await queries
    .updateTable("speeches")
    .set({ stage: to, updated_at: clock.now() })
    .where("id", "=", speechId)
    .where("stage", "=", from)
    .where("archived", "=", 0)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError("conflict", "somebody else moved the stage");
}

/** `invalid-input` for a stage that the office doesn't have, or has no more. */
async function requireStage(
  { database }: Pick<StageDependencies, "database">,
  queries: Queries,
  wanted: Stage,
): Promise<void> {
  await holdStages(queries, database.kind, "as-they-are");
  const stages = currentStages(await readOfficeStages(queries));
  if (!stages.some(({ stage }) => stage === wanted)) {
    throw new AppError("invalid-input", undefined, { stage: "invalid" });
  }
}

interface Move extends Pick<RecordFacts["stage"], "from" | "to" | "note"> {
  readonly tasks: readonly StageTask[];
  readonly names: NonNullable<RecordFacts["stage"]["names"]>;
  readonly overridden: NonNullable<RecordFacts["stage"]["overrides"]>;
}

function moveEntry(
  actor: Person,
  { overridden, names, tasks, ...move }: Move,
  { id, contentHash, createdAt, stage }: VersionSummary,
): NewEntry<"stage"> {
  const named = Object.keys(names).length === 0 ? {} : { names };
  const overrides = Object.keys(overridden).length === 0 ? {} : { overrides: overridden };
  const expected = tasks.length === 0 ? {} : { tasks };
  const kept = { draft: stage?.draft ?? 1, version: id, contentHash };
  const facts = { ...move, ...kept, ...named, ...expected, ...overrides };
  return { kind: "stage", facts, personId: actor.id, at: createdAt };
}
