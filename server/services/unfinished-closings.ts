/**
 * Speeches that were being made final and aren't, since something failed or their server stopped: closed already,
 * without the draft and the entry on the record that make it so. They are open again as before, since nothing says
 * that they are final.
 */
import type { SpeechId } from "@/core/ids";
import { firstStage } from "@/core/office-stages";
import type { Member, Stage } from "@/core/speech";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { tellSignersAgain } from "./later-turns";
import { readOfficeStages } from "./office-stages";
import type { LiveRooms, NoticeBell } from "./ports";
import { keptMoves, recordedStage } from "./recorded-stage";
import { listMembers } from "./speech-members";
import { lockSpeech } from "./speech-row";

/** Somebody may be in the middle of one: comparing is given up after 20 s, so by then it has ended. */
export const CLOSING_LIMIT_MS = 120_000;

export interface UnfinishedClosings {
  readonly database: Database;
  readonly rooms: Pick<LiveRooms, "revoke" | "speechChanged">;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  /** What a pause in the writing does: it may have come while the text was closed, when nobody is asked to sign. Never rejects. */
  readonly makeUpPause: (speechId: SpeechId) => Promise<void>;
}

/** `atStart` of the server: on one machine nobody else can be at it, so there none is too young. */
export async function reopenUnfinished(
  dependencies: UnfinishedClosings,
  { atStart = false }: { readonly atStart?: boolean } = {},
): Promise<readonly SpeechId[]> {
  const { database, clock } = dependencies;
  const isAlone = atStart && database.kind === "sqlite";
  const before = isAlone ? Number.MAX_SAFE_INTEGER : clock.now() - CLOSING_LIMIT_MS;
  const closed = await database.query((queries) => closedBefore(queries, before).execute());
  const reopened: SpeechId[] = [];
  for (const { id, ...moves } of closed) {
    if (recordedStage(moves) === "final") continue;
    if (await reopenClosing(dependencies, id, { before })) reopened.push(id);
  }
  // Behind all: comparing two texts may take long, and the others are closed as long as it does.
  for (const id of reopened) await dependencies.makeUpPause(id);
  return reopened;
}

interface Reopening {
  /** Where the speech was; else the stage that its last move is on the record with. */
  readonly to?: Stage;
  /** Only if it was closed before this moment, epoch milliseconds. */
  readonly before?: number;
}

/**
 * Opens a text unless its final draft is kept, which is judged where nobody can keep it meanwhile. An archived one
 * too: else its chief would restore a final text that has no final draft. False when there was nothing to take back; else
 * the caller makes up the pause.
 */
export async function reopenClosing(
  { database, rooms, bell, clock }: Omit<UnfinishedClosings, "makeUpPause">,
  id: SpeechId,
  { to, before = Number.MAX_SAFE_INTEGER }: Reopening,
): Promise<boolean> {
  const opened = await database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, id);
    const closed = await closedBefore(queries, before).where("id", "=", id).executeTakeFirst();
    const recorded = closed === undefined ? "final" : recordedStage(closed);
    if (recorded === "final") return null;
    const stage = to ?? recorded ?? firstStage(await readOfficeStages(queries));
    const at = clock.now();
    await queries.updateTable("speeches").set({ stage, updated_at: at }).where("id", "=", id).execute();
    const told = await tellSignersAgain(queries, { speechId: id, at });
    return { told, members: await listMembers(queries, id) };
  });
  // Also where the draft turned out to be kept: whose answer was lost told nobody.
  rooms.speechChanged(id);
  if (opened === null) return false;
  judgeAnew(rooms, id, opened.members);
  bell.ring(opened.told);
  return true;
}

/** Rights come and go with the final stage. */
export function judgeAnew(
  rooms: Pick<LiveRooms, "revoke">,
  speechId: SpeechId,
  members: readonly Pick<Member, "personId">[],
): void {
  for (const { personId } of members) rooms.revoke(personId, speechId);
}

/** Final texts, each with what is kept of its moves. */
function closedBefore(queries: Queries, before: number) {
  return queries
    .selectFrom("speeches")
    .select((row) => ["id", ...keptMoves(row)])
    .where("stage", "=", "final")
    .where("updated_at", "<", before);
}
