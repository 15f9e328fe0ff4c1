/**
 * An answer to a leader's directive: the words of it settled in the text, what is said with it kept in its thread, the
 * leader told. Access is decided here, each time that something is read or stored.
 */
import { can, roleOnRemarks } from "@/core/access";
import { isPending } from "@/core/directive";
import type { DirectiveAnswer } from "@/core/directive-requests";
import { AppError } from "@/core/errors";
import { type DirectiveId, newThreadId, type PersonId, type SpeechId, type ThreadId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { tellSettled } from "./directive-notices";
import {
  type DirectiveRow,
  giveBack,
  requireAccepted,
  requireAnswered,
  requireDirective,
  requireNotAccepted,
  setState,
} from "./directive-rows";
import type { DirectiveEdits, NoticeBell, ServiceLogger } from "./ports";
import { lockSpeech, requireOnText, speechFor, stateOf } from "./speech-row";
import { storedOrTakenOut } from "./stored-mark";
import { hasThread } from "./thread-rows";
import { insertComment, insertThread, isOwnComment } from "./thread-writes";

interface AnswerParts {
  readonly database: Database;
  readonly edits: DirectiveEdits;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
}

interface GivenAnswer {
  readonly actor: Person;
  readonly speechId: SpeechId;
  readonly id: DirectiveId;
  readonly answer: DirectiveAnswer;
}

/** Throws what DirectiveService says of `answer`. Given already, it does nothing. */
export async function answerDirective(parts: AnswerParts, given: GivenAnswer): Promise<void> {
  const { database, edits, bell, clock } = parts;
  const { actor, speechId, answer } = given;
  const claimedAt = clock.now();
  const known = await database.query((queries) => answerable(queries, given));
  if (known === null) return;
  const isInText = known.kind === "rewording" && answer.state !== "asked";
  // Before the text: of two answers at once one is told that it came too late, and does nothing to it.
  const claimed = isInText ? await claim(parts, given, claimedAt) : null;
  try {
    if (claimed !== null) await settleWords(parts, given, claimed);
    const begun = known.thread_id === null && saidIn(answer) !== undefined ? newThreadId() : null;
    // Behind the settling, which writes the words anew, without the threads on them.
    if (begun !== null) await edits.markRewording(speechId, actor.id, begun, known);
    bell.ring(await storedWithThread(parts, given, { claimed, begun }));
  } catch (error) {
    if (claimed !== null && isPending(claimed.state)) {
      await database.query((queries) => giveBack(queries, claimed, actor, claimedAt));
    }
    throw error;
  }
}

/** The directive, which waits for this answer; null when that was stored before. */
async function answerable(queries: Queries, given: GivenAnswer): Promise<DirectiveRow | null> {
  const row = await requireMayAnswer(queries, given);
  if (await isKept(queries, given, row)) return null;
  requirePendingOrOwn(row, given);
  if (given.answer.state === "done" && given.answer.body === undefined && row.kind === "instruction") {
    await requireAnswered(queries, row);
  }
  return row;
}

/** Gives the rewording its new state, for nobody else to settle it; returns it as it was. */
function claim(
  { database }: Pick<AnswerParts, "database">,
  given: GivenAnswer,
  at: number,
): Promise<DirectiveRow> {
  const { actor, speechId, id, answer } = given;
  return database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    const row = await requireMayAnswer(queries, given);
    requirePendingOrOwn(row, given);
    if (isPending(row.state)) await setState(queries, id, { state: answer.state, by: actor.id, at });
    return row;
  });
}

/** Accepts the rewording in the text, or takes it out again. */
async function settleWords(
  { database, edits }: Pick<AnswerParts, "database" | "edits">,
  { actor, speechId, id, answer }: GivenAnswer,
  row: DirectiveRow,
): Promise<void> {
  const isDone = answer.state === "done";
  const rewording = { id, author: row.author_id };
  const stood = await edits.settle(speechId, actor.id, rewording, isDone ? "accept" : "reject");
  if (stood) return;
  // Else the leader would be told that words are in the text which writers turned down, or gone which they took over.
  if (answer.state === "withdrawn") await database.query((queries) => requireNotAccepted(queries, row));
  else if (answer.body === undefined) await database.query((queries) => requireAccepted(queries, row));
}

interface AnswerOnItsWay {
  /** A rewording as it was before it was claimed; null for an answer that settles no words. */
  readonly claimed: DirectiveRow | null;
  /** The thread that begins with the answer and is marked in the text already. */
  readonly begun: ThreadId | null;
}

/** Resolves with whose notices changed; a thread that came to nothing is taken out of the text. */
function storedWithThread(
  parts: AnswerParts,
  given: GivenAnswer,
  onItsWay: AnswerOnItsWay,
): Promise<readonly PersonId[]> {
  const { database, edits, logger } = parts;
  const { actor, speechId } = given;
  const { begun } = onItsWay;
  const store = () => storeAnswer(parts, given, onItsWay);
  if (begun === null) return store();
  return storedOrTakenOut(
    store,
    {
      speechId,
      isOwn: true,
      isStored: () => database.query((queries) => hasThread(queries, begun)),
      takeOut: () => edits.unmark(speechId, actor.id, begun),
    },
    logger,
  );
}

function storeAnswer(
  { database, clock }: Pick<AnswerParts, "database" | "clock">,
  given: GivenAnswer,
  { claimed, begun }: AnswerOnItsWay,
): Promise<readonly PersonId[]> {
  const { actor, speechId, id, answer } = given;
  const closes = answer.state !== "asked";
  return database.transaction(async (queries) => {
    await lockSpeech(queries, database.kind, speechId);
    const row = await requireMayAnswer(queries, given);
    if (await isKept(queries, given, row)) return [];
    if (claimed === null) requirePendingOrOwn(row, given);
    const now = clock.now();
    const { quote, thread_id: threadId } = row;
    const thread = threadId ?? begun;
    if (threadId === null && begun !== null) {
      await insertThread(queries, { id: begun, speechId, quote, now });
    }
    if (answer.state !== "withdrawn" && answer.body !== undefined && thread !== null) {
      const comment = { id: answer.id, body: answer.body, mentions: [] };
      await insertComment(queries, { actor, speechId, threadId: thread, comment, now });
    }
    await queries
      .updateTable("threads")
      .set({ resolved_by: closes ? actor.id : null, resolved_at: closes ? now : null })
      .where("id", "=", thread)
      .execute();
    await queries.updateTable("directives").set({ thread_id: thread }).where("id", "=", id).execute();
    await setState(queries, id, { state: answer.state, by: actor.id, at: now });
    if (!isPending((claimed ?? row).state)) return [];
    return tellSettled(queries, { row, state: answer.state, actorId: actor.id, at: now });
  });
}

const saidIn = (answer: DirectiveAnswer): string | undefined =>
  answer.state === "withdrawn" ? undefined : answer.body;

/** Whether what is said with the answer was stored before. */
async function isKept(
  queries: Queries,
  { actor, answer }: GivenAnswer,
  { thread_id: threadId }: DirectiveRow,
): Promise<boolean> {
  if (threadId === null || answer.state === "withdrawn") return false;
  return isOwnComment(queries, actor, threadId, answer.id);
}

/** The same answer once more by the same person may come from a page that was told nothing of the first. */
function requirePendingOrOwn(row: DirectiveRow, { actor, answer }: GivenAnswer): void {
  const isOwn = row.state === answer.state && row.settled_by === actor.id;
  if (!isPending(row.state) && !isOwn) throw new AppError("conflict", "settled already");
}

/** The directive, if the actor may answer it so. */
async function requireMayAnswer(
  queries: Queries,
  { actor, speechId, id, answer }: GivenAnswer,
): Promise<DirectiveRow> {
  const speech = await speechFor(queries, actor.id, speechId);
  const row = await requireDirective(queries, speechId, id);
  if (answer.state !== "withdrawn") {
    if (!can(roleOnRemarks(speech.role, stateOf(speech)), "manage-threads")) throw new AppError("forbidden");
    // Other words are taken over as the suggestion that they are; asking the leader about them changes nothing.
    if (row.kind === "rewording" && answer.state === "done") requireOnText(speech, "edit");
    return row;
  }
  requireOnText(speech, "comment");
  // In a final text nobody takes words out, its author neither; a comment is still taken.
  const isClosed = row.kind === "rewording" && isPending(row.state) && speech.stage === "final";
  if (row.author_id !== actor.id || isClosed) throw new AppError("forbidden");
  return row;
}
