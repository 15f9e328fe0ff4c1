/** 领导意见: what whoever is asked to sign wants of the writers. Every method decides access, from `actor`. */
import { type Directive, isPending } from "@/core/directive";
import type { DirectiveAnswer, NewDirective } from "@/core/directive-requests";
import { AppError } from "@/core/errors";
import { type DirectiveId, newThreadId, type SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { quoteOf } from "@/core/review/reading-place";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { tellOfDirective, tellSettled } from "./directive-notices";
import {
  type DirectiveRow,
  giveBack,
  hasDirective,
  readDirectives,
  requireAccepted,
  requireAnswered,
  requireDirective,
  setState,
} from "./directive-rows";
import { insertDirective, openRewordings, sentBefore, withdrawReplaced } from "./directive-writes";
import type { DirectiveEdits, LiveThreads, NoticeBell, ServiceLogger } from "./ports";
import { latestRequest } from "./sign-off-rows";
import { lockSpeech, requireOnSpeech, requireOnText, type SpeechRow, speechFor } from "./speech-row";
import { storedOrTakenOut } from "./stored-mark";
import { hasThread } from "./thread-rows";
import { insertComment, insertThread, isOwnComment, requireSpace } from "./thread-writes";

export interface DirectiveService {
  /** Oldest first, without those that were withdrawn. */
  list(actor: Person, speechId: SpeechId): Promise<readonly Directive[]>;
  /**
   * By somebody who is asked to sign; `forbidden` else, and in a final text. `text-changed` when what
   * was read isn't there any more: then nothing is made. `conflict` for an id that stands for other words.
   * The actor's open rewordings of words within the passage are withdrawn: one card says what the text does.
   */
  create(actor: Person, speechId: SpeechId, input: NewDirective): Promise<Directive>;
  /**
   * 已落实 and 请示 by the writers, 撤回 by its author. Done, a rewording that still stands is accepted.
   * Done without a word, `unanswered` for an instruction that nobody answered and for a rewording that was
   * rejected or went with its text. `conflict` for one that is settled already, but for the same answer again.
   */
  answer(actor: Person, speechId: SpeechId, id: DirectiveId, answer: DirectiveAnswer): Promise<Directive>;
}

export interface DirectiveDependencies {
  readonly database: Database;
  readonly edits: DirectiveEdits;
  readonly live: Pick<LiveThreads, "changed">;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
}

export function createDirectiveService({
  database,
  edits,
  live,
  bell,
  clock,
  logger,
}: DirectiveDependencies): DirectiveService {
  const read = async (speechId: SpeechId, id: DirectiveId): Promise<Directive> => {
    live.changed(speechId);
    const [directive] = await database.query((queries) => readDirectives(queries, speechId, id));
    if (directive === undefined) throw new AppError("not-found");
    return directive;
  };

  return {
    list: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
        return readDirectives(queries, speechId);
      }),

    async create(actor, speechId, input) {
      const mayGive = async (queries: Queries) => {
        const row = await speechFor(queries, actor.id, speechId);
        await requireLeader(queries, actor, row, input.kind);
        return sentBefore(queries, actor, speechId, input);
      };
      const known = await database.query(async (queries) => {
        await requireSpace(queries, speechId);
        return mayGive(queries);
      });
      if (known) return read(speechId, input.id);
      const { id, place } = input;
      const now = clock.now();
      const thread = newThreadId();
      let made: { readonly quote: string; readonly replaced: readonly DirectiveId[] };
      if (input.kind === "rewording") {
        const suggestion = { id, person: actor.id, at: now };
        const earlier = await database.query((queries) => openRewordings(queries, speechId, actor));
        const wanted = { place, wording: input.wording, suggestion, earlier };
        made = await edits.propose(speechId, actor.id, wanted);
      } else {
        await edits.mark(speechId, actor.id, thread, place);
        made = { quote: quoteOf(place), replaced: [] };
      }
      const store = () =>
        database.transaction(async (queries) => {
          // Before the text is made final, or not at all.
          await lockSpeech(queries, database.kind, speechId);
          if (await mayGive(queries)) return [];
          await insertDirective(queries, { actor, speechId, input, quote: made.quote, thread, now });
          for (const replaced of made.replaced) await withdrawReplaced(queries, replaced, actor, now);
          return tellOfDirective(queries, speechId, actor.id, now);
        });
      const told = await storedOrTakenOut(
        store,
        {
          speechId,
          // Words stand under the directive's own id; of one sent twice in one moment each marks a thread of its own.
          isOwn: input.kind === "instruction",
          isStored: () =>
            database.query((queries) =>
              input.kind === "rewording" ? hasDirective(queries, id) : hasThread(queries, thread),
            ),
          takeOut: () =>
            input.kind === "rewording"
              ? edits.settle(speechId, actor.id, { id, author: actor.id }, "reject")
              : edits.unmark(speechId, actor.id, thread),
        },
        logger,
      );
      bell.ring(told);
      return read(speechId, id);
    },

    async answer(actor, speechId, id, answer) {
      const claimedAt = clock.now();
      const closes = answer.state !== "asked";
      const said = answer.state === "withdrawn" ? undefined : answer.body;
      const isOwn = ({ state, settled_by: by }: DirectiveRow) => state === answer.state && by === actor.id;
      const mayAnswer = async (queries: Queries) => {
        const speech = await speechFor(queries, actor.id, speechId);
        const row = await requireDirective(queries, speechId, id);
        requireMayAnswer(actor, speech, row, answer);
        return row;
      };
      const isKept = async (queries: Queries, { thread_id: threadId }: DirectiveRow) =>
        threadId !== null &&
        answer.state !== "withdrawn" &&
        (await isOwnComment(queries, actor, threadId, answer.id));
      const known = await database.query(async (queries) => {
        const found = await mayAnswer(queries);
        if (await isKept(queries, found)) return null;
        requirePendingOr(isOwn, found);
        if (answer.state === "done" && said === undefined && found.kind === "instruction") {
          await requireAnswered(queries, found);
        }
        return found;
      });
      if (known === null) return read(speechId, id);
      const isInText = known.kind === "rewording" && closes;
      // Before the text: of two answers at once one is told that it came too late, and does nothing to it.
      const claimed = !isInText
        ? null
        : await database.transaction(async (queries) => {
            await lockSpeech(queries, database.kind, speechId);
            const found = await mayAnswer(queries);
            requirePendingOr(isOwn, found);
            if (isPending(found.state)) {
              await setState(queries, id, { state: answer.state, by: actor.id, at: claimedAt });
            }
            return found;
          });
      try {
        if (claimed !== null) {
          const isDone = answer.state === "done";
          const rewording = { id, author: claimed.author_id };
          const stood = await edits.settle(speechId, actor.id, rewording, isDone ? "accept" : "reject");
          // Else the leader would be told that words are in the text which writers turned down.
          const needsWord = isDone && !stood && said === undefined;
          if (needsWord) await database.query((queries) => requireAccepted(queries, claimed));
        }
        const begun = known.thread_id === null && said !== undefined ? newThreadId() : null;
        // Behind the settling, which writes the words anew, without the threads on them.
        if (begun !== null) await edits.markRewording(speechId, actor.id, begun, known);
        const store = () =>
          database.transaction(async (queries) => {
            await lockSpeech(queries, database.kind, speechId);
            const row = await mayAnswer(queries);
            if (await isKept(queries, row)) return [];
            if (claimed === null) requirePendingOr(isOwn, row);
            const now = clock.now();
            const { quote, thread_id: threadId } = row;
            const thread = threadId ?? begun;
            if (threadId === null && begun !== null) {
              await insertThread(queries, { id: begun, speechId, quote, now });
            }
            if (said !== undefined && thread !== null && answer.state !== "withdrawn") {
              const comment = { id: answer.id, body: said, mentions: [] };
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
        const told =
          begun === null
            ? await store()
            : await storedOrTakenOut(
                store,
                {
                  speechId,
                  isOwn: true,
                  isStored: () => database.query((queries) => hasThread(queries, begun)),
                  takeOut: () => edits.unmark(speechId, actor.id, begun),
                },
                logger,
              );
        bell.ring(told);
      } catch (error) {
        if (claimed !== null && isPending(claimed.state)) {
          await database.query((queries) => giveBack(queries, claimed, actor, claimedAt));
        }
        throw error;
      }
      return read(speechId, id);
    },
  };
}

/** The same answer once more by the same person may come from a page that was told nothing of the first. */
function requirePendingOr(isOwn: (row: DirectiveRow) => boolean, row: DirectiveRow): void {
  if (!isPending(row.state) && !isOwn(row)) throw new AppError("conflict", "settled already");
}

/** `forbidden` unless the actor was asked to sign the speech and may do this to its text, which isn't final. */
async function requireLeader(
  queries: Queries,
  actor: Person,
  row: SpeechRow,
  kind: NewDirective["kind"],
): Promise<void> {
  requireOnText(row, kind === "rewording" ? "suggest" : "comment");
  const request = await latestRequest(queries, row.id);
  const isAsked = request?.asked.some(({ id }) => id === actor.id) === true && request.ended !== "withdrawn";
  if (!isAsked || row.stage === "final") throw new AppError("forbidden");
}

function requireMayAnswer(
  actor: Person,
  speech: SpeechRow,
  row: DirectiveRow,
  answer: DirectiveAnswer,
): void {
  if (answer.state !== "withdrawn") {
    requireOnText(speech, "manage-threads");
    if (row.kind === "rewording") requireOnText(speech, "edit");
    return;
  }
  requireOnText(speech, "comment");
  if (row.author_id !== actor.id) throw new AppError("forbidden");
}
