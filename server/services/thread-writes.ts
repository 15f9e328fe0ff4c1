/** What changes the rows of threads; the callers decided access. */
import type { Selectable } from "kysely";
import { AppError } from "@/core/errors";
import type { CommentId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { Thread } from "@/core/review/thread";
import type { NewComment } from "@/core/review/thread-requests";
import type { Queries } from "../db/database";
import type { CommentsTable } from "../db/tables";
import { commentDeleted, threadGoes } from "./directive-rows";
import { authorOfThread, readThreads } from "./thread-rows";

interface ThreadToInsert {
  readonly id: ThreadId;
  readonly speechId: SpeechId;
  readonly quote: string | null;
  /** The suggestion that it is about. */
  readonly suggestion?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export async function insertThread(
  queries: Queries,
  { id, speechId, quote, suggestion, now }: ThreadToInsert,
): Promise<void> {
  const row = { id, speech_id: speechId, quote, suggestion_id: suggestion ?? null, created_at: now };
  await queries
    .insertInto("threads")
    .values({ ...row, resolved_by: null, resolved_at: null })
    .execute();
}

interface CommentToInsert {
  readonly actor: Person;
  readonly speechId: SpeechId;
  readonly threadId: ThreadId;
  readonly comment: NewComment;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Throws `too-large` for a thread that has all it may have. */
export async function insertComment(
  queries: Queries,
  { actor, speechId, threadId, comment, now }: CommentToInsert,
): Promise<void> {
  const { id, body, mentions } = comment;
  const { count, latest } = await queries
    .selectFrom("comments")
    .where("thread_id", "=", threadId)
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max("created_at").as("latest")])
    .executeTakeFirstOrThrow();
  if (Number(count) >= LIMITS.commentsPerThread) throw new AppError("too-large", "comments of a thread");
  await queries
    .insertInto("comments")
    .values({
      id,
      thread_id: threadId,
      speech_id: speechId,
      author_id: actor.id,
      body,
      mentions: await mentionsOf(queries, speechId, mentions),
      deleted: 0,
      // An answer follows what it answers, also within one millisecond or when clocks of nodes differ.
      created_at: Math.max(now, Number(latest ?? 0) + 1),
      edited_at: null,
    })
    .execute();
}

/** As JSON. Throws `invalid-input` when one of them isn't on the speech. */
export async function mentionsOf(
  queries: Queries,
  speechId: SpeechId,
  mentions: readonly PersonId[],
): Promise<string> {
  const unique = [...new Set(mentions)];
  if (unique.length > 0) {
    const members = await queries
      .selectFrom("members")
      .select("person_id")
      .where("speech_id", "=", speechId)
      .where("person_id", "in", unique)
      .execute();
    if (members.length < unique.length) throw new AppError("invalid-input", "mentions somebody not on it");
  }
  return JSON.stringify(unique);
}

/** For who reads a version with the comments that it had. */
export async function keepFormerBody(
  queries: Queries,
  { id, speech_id, body }: Selectable<CommentsTable>,
  replacedAt: number,
): Promise<void> {
  await queries
    .insertInto("comment_edits")
    .values({ comment_id: id, speech_id, body, replaced_at: replacedAt })
    // Edited twice in one millisecond: nobody can have read the one in between.
    .onConflict((conflict) => conflict.columns(["comment_id", "replaced_at"]).doNothing())
    .execute();
}

/** Takes the text away; the comment's place stays while others stand in the thread. */
export async function deleteComment(queries: Queries, comment: Selectable<CommentsTable>): Promise<void> {
  await queries.deleteFrom("reactions").where("comment_id", "=", comment.id).execute();
  await queries.deleteFrom("comment_edits").where("comment_id", "=", comment.id).execute();
  await queries
    .updateTable("comments")
    .set({ body: "", mentions: "[]", deleted: 1 })
    .where("id", "=", comment.id)
    .execute();
  await commentDeleted(queries, comment.thread_id);
  const rest = await queries
    .selectFrom("comments")
    .select("id")
    .where("thread_id", "=", comment.thread_id)
    .where("deleted", "=", 0)
    .executeTakeFirst();
  if (rest !== undefined) return;
  await threadGoes(queries, comment.thread_id);
  await queries.deleteFrom("comments").where("thread_id", "=", comment.thread_id).execute();
  await queries.deleteFrom("threads").where("id", "=", comment.thread_id).execute();
}

/** The thread that an earlier sending of the same request made; `conflict` when the id is another's. */
export async function sentBefore(
  queries: Queries,
  actor: Person,
  speechId: SpeechId,
  threadId: ThreadId,
): Promise<Thread | null> {
  const row = await queries
    .selectFrom("threads")
    .select("speech_id")
    .where("id", "=", threadId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const [thread] = row.speech_id === speechId ? await readThreads(queries, speechId, threadId) : [];
  if (thread === undefined || (await authorOfThread(queries, threadId)) !== actor.id) {
    throw new AppError("conflict", "the id is taken");
  }
  return thread;
}

/** Whether this very comment was stored before; `conflict` when the id is another's. */
export async function isOwnComment(
  queries: Queries,
  actor: Person,
  threadId: ThreadId,
  commentId: CommentId,
): Promise<boolean> {
  const row = await queries
    .selectFrom("comments")
    .select(["thread_id", "author_id"])
    .where("id", "=", commentId)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.thread_id !== threadId || row.author_id !== actor.id)
    throw new AppError("conflict", "the id is taken");
  return true;
}

/** Throws `too-large` for a speech that has all the threads it may have. */
export async function requireSpace(queries: Queries, speechId: SpeechId): Promise<void> {
  const { count } = await queries
    .selectFrom("threads")
    .where("speech_id", "=", speechId)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) >= LIMITS.threadsPerSpeech) throw new AppError("too-large", "threads of a speech");
}
