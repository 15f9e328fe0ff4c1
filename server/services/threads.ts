/** Threads of comments. Every method decides access itself, from `actor`; author and time are the server's. */
import { can, roleOnRemarks } from "@/core/access";
import { AppError } from "@/core/errors";
import type { CommentId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { Thread } from "@/core/review/thread";
import type {
  CommentChange,
  NewComment,
  NewThread,
  ReactionChange,
  ThreadPlace,
} from "@/core/review/thread-requests";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { tellMentioned, tellOfReply } from "./comment-notices";
import { tellReopened, tellSettled } from "./directive-notices";
import { commentChanged, requireAnswerKept, threadAnswered, threadResolved } from "./directive-rows";
import type { LiveThreads, NoticeBell, ServiceLogger } from "./ports";
import { lockSpeech, requireOnText, type SpeechRow, speechFor, stateOf } from "./speech-row";
import { storedOrTakenOut } from "./stored-mark";
import {
  authorOfThread,
  hasThread,
  readThreads,
  readThreadsFor,
  requireComment,
  requireThread,
} from "./thread-rows";
import {
  deleteComment,
  insertComment,
  insertThread,
  isOwnComment,
  keepFormerBody,
  mentionsOf,
  requireSpace,
  sentBefore,
} from "./thread-writes";

export interface ThreadService {
  /** Oldest first; those of directives only to who may see how the text comes about. */
  list(actor: Person, speechId: SpeechId): Promise<readonly Thread[]>;
  /** Marks the text first, then stores: a thread that is seen has its place, or lost it since. */
  create(actor: Person, speechId: SpeechId, thread: NewThread): Promise<Thread>;
  reply(actor: Person, speechId: SpeechId, threadId: ThreadId, comment: NewComment): Promise<Thread>;
  /** Resolves or reopens: one's own, or anybody's with the right to manage them. */
  resolve(actor: Person, speechId: SpeechId, threadId: ThreadId, resolved: boolean): Promise<Thread>;
  /** Gives a thread another place, as a rule one whose text is gone; `conflict` when that is gone too. */
  place(actor: Person, speechId: SpeechId, threadId: ThreadId, place: ThreadPlace): Promise<Thread>;
  /** Only one's own. */
  changeComment(
    actor: Person,
    speechId: SpeechId,
    commentId: CommentId,
    change: CommentChange,
  ): Promise<Thread>;
  /** Only one's own. The thread goes with it when nobody had answered: then null. */
  deleteComment(actor: Person, speechId: SpeechId, commentId: CommentId): Promise<Thread | null>;
  react(actor: Person, speechId: SpeechId, commentId: CommentId, change: ReactionChange): Promise<Thread>;
}

export interface ThreadDependencies {
  readonly database: Database;
  readonly live: LiveThreads;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
}

export function createThreadService({
  database,
  live,
  bell,
  clock,
  logger,
}: ThreadDependencies): ThreadService {
  /** In one transaction: whether the actor may comment, the change, and the thread as it is then. */
  async function change(
    actor: Person,
    speechId: SpeechId,
    run: (queries: Queries, speech: SpeechRow, told: PersonId[]) => Promise<ThreadId>,
  ): Promise<Thread | null> {
    const told: PersonId[] = [];
    const thread = await database.transaction(async (queries) => {
      // A signer's open thread is in the way of the final text: it comes before that, or after.
      await lockSpeech(queries, database.kind, speechId);
      const speech = await speechFor(queries, actor.id, speechId);
      requireOnText(speech, "comment");
      const threadId = await run(queries, speech, told);
      const [changed] = await readThreads(queries, speechId, threadId);
      return changed ?? null;
    });
    live.changed(speechId);
    bell.ring(told);
    return thread;
  }

  const changeKept = async (...input: Parameters<typeof change>) => kept(await change(...input));

  /** The same for a thread that is marked in the text already. */
  const changeMarked = (
    actor: Person,
    speechId: SpeechId,
    threadId: ThreadId,
    run: Parameters<typeof change>[2],
  ) =>
    storedOrTakenOut(
      () => changeKept(actor, speechId, run),
      {
        speechId,
        isStored: () => database.query((queries) => hasThread(queries, threadId)),
        takeOut: () => live.unmark(speechId, actor.id, threadId),
      },
      logger,
    );

  return {
    list: (actor, speechId) =>
      database.query(async (queries) => {
        const speech = await speechFor(queries, actor.id, speechId);
        requireOnText(speech, "read");
        return readThreadsFor(queries, speech);
      }),

    async create(actor, speechId, { id, place, suggestion, comment }) {
      const known = await database.query(async (queries) => {
        requireOnText(await speechFor(queries, actor.id, speechId), "comment");
        const sent = await sentBefore(queries, actor, speechId, id);
        if (sent === null) await requireSpace(queries, speechId);
        return sent;
      });
      if (known !== null) return known;
      const found = place === null ? null : await live.mark(speechId, actor.id, id, place.range);
      const quote = place === null ? null : (found || place.quote).slice(0, LIMITS.quoteCharacters);
      return changeMarked(actor, speechId, id, async (queries, _speech, told) => {
        // Sent twice in one moment: the other one was stored meanwhile.
        if ((await sentBefore(queries, actor, speechId, id)) !== null) return id;
        const now = clock.now();
        await insertThread(queries, { id, speechId, quote, suggestion, now });
        await insertComment(queries, { actor, speechId, threadId: id, comment, now });
        const of = { speechId, threadId: id, actorId: actor.id, at: now };
        told.push(...(await tellMentioned(queries, { ...comment, ...of })));
        return id;
      });
    },

    reply: (actor, speechId, threadId, comment) =>
      changeKept(actor, speechId, async (queries, _speech, told) => {
        await requireThread(queries, speechId, threadId);
        if (await isOwnComment(queries, actor, threadId, comment.id)) return threadId;
        const now = clock.now();
        await insertComment(queries, { actor, speechId, threadId, comment, now });
        const { isOpen, reopened: row } = await threadAnswered(queries, threadId, actor, now);
        const of = { speechId, threadId, actorId: actor.id, at: now };
        told.push(...(await tellOfReply(queries, { ...comment, ...of })));
        if (row !== null) told.push(...(await tellReopened(queries, { row, at: now, except: told })));
        if (!isOpen) return threadId;
        // Who answers a resolved thread has something to say about it.
        await queries
          .updateTable("threads")
          .set({ resolved_by: null, resolved_at: null })
          .where("id", "=", threadId)
          .execute();
        return threadId;
      }),

    resolve: (actor, speechId, threadId, resolved) =>
      changeKept(actor, speechId, async (queries, speech, told) => {
        await requireThread(queries, speechId, threadId);
        await requireMayManage(queries, actor, speech, threadId);
        const now = clock.now();
        const state = resolved ? "done" : "open";
        const changed = await threadResolved(queries, threadId, { state, by: actor.id, at: now });
        if (changed !== null) {
          const of = { row: changed, state, actorId: actor.id, at: now } as const;
          told.push(...(await tellSettled(queries, of)));
        }
        await queries
          .updateTable("threads")
          .set(
            resolved ? { resolved_by: actor.id, resolved_at: now } : { resolved_by: null, resolved_at: null },
          )
          .where("id", "=", threadId)
          .execute();
        return threadId;
      }),

    async place(actor, speechId, threadId, { range }) {
      await database.query(async (queries) => {
        const speech = await speechFor(queries, actor.id, speechId);
        requireOnText(speech, "comment");
        await requireThread(queries, speechId, threadId);
        await requireMayManage(queries, actor, speech, threadId);
      });
      const quote = await live.mark(speechId, actor.id, threadId, range);
      if (quote === "") throw new AppError("conflict", "the text is gone");
      return changeMarked(actor, speechId, threadId, async (queries) => {
        await queries
          .updateTable("threads")
          .set({ quote: quote.slice(0, LIMITS.quoteCharacters) })
          .where("id", "=", threadId)
          .execute();
        return threadId;
      });
    },

    changeComment: (actor, speechId, commentId, { body, mentions }) =>
      changeKept(actor, speechId, async (queries, _speech, told) => {
        const comment = await requireComment(queries, speechId, commentId);
        requireAuthor(actor, comment.author_id);
        const now = clock.now();
        // Written by mentionsOf() from checked ids.
        const before = JSON.parse(comment.mentions) as readonly PersonId[];
        await keepFormerBody(queries, comment, now);
        await queries
          .updateTable("comments")
          .set({
            body,
            mentions: await mentionsOf(queries, speechId, mentions),
            edited_at: body === comment.body ? comment.edited_at : now,
          })
          .where("id", "=", commentId)
          .execute();
        const isAnother = body !== comment.body;
        const row = isAnother ? await commentChanged(queries, comment.thread_id, actor, now) : null;
        const fresh = mentions.filter((person) => !before.includes(person));
        const of = { speechId, threadId: comment.thread_id, actorId: actor.id, at: now };
        told.push(...(await tellMentioned(queries, { id: commentId, mentions: fresh, ...of })));
        if (row !== null) told.push(...(await tellReopened(queries, { row, at: now, except: told })));
        return comment.thread_id;
      }),

    async deleteComment(actor, speechId, commentId) {
      let threadId: ThreadId | undefined;
      const thread = await change(actor, speechId, async (queries) => {
        const comment = await requireComment(queries, speechId, commentId);
        requireAuthor(actor, comment.author_id);
        threadId = comment.thread_id;
        await requireAnswerKept(queries, comment);
        await deleteComment(queries, comment);
        return comment.thread_id;
      });
      // Only then: a mark without a thread is invisible, a thread without its mark has lost its place.
      if (thread === null && threadId !== undefined) await live.unmark(speechId, actor.id, threadId);
      return thread;
    },

    react: (actor, speechId, commentId, { reaction, on }) =>
      changeKept(actor, speechId, async (queries) => {
        const comment = await requireComment(queries, speechId, commentId);
        const row = { comment_id: commentId, person_id: actor.id, reaction, speech_id: speechId };
        if (on) {
          await queries
            .insertInto("reactions")
            .values(row)
            .onConflict((conflict) => conflict.columns(["comment_id", "person_id", "reaction"]).doNothing())
            .execute();
        } else {
          await queries
            .deleteFrom("reactions")
            .where("comment_id", "=", commentId)
            .where("person_id", "=", actor.id)
            .where("reaction", "=", reaction)
            .execute();
        }
        return comment.thread_id;
      }),
  };
}

/** `change` answers null only where the thread was deleted. */
function kept(thread: Thread | null): Thread {
  if (thread === null) throw new AppError("not-found");
  return thread;
}

function requireAuthor(actor: Person, authorId: PersonId): void {
  if (actor.id !== authorId) throw new AppError("forbidden");
}

async function requireMayManage(
  queries: Queries,
  actor: Person,
  row: SpeechRow,
  threadId: ThreadId,
): Promise<void> {
  if (can(roleOnRemarks(row.role, stateOf(row)), "manage-threads")) return;
  if ((await authorOfThread(queries, threadId)) !== actor.id) throw new AppError("forbidden");
}
