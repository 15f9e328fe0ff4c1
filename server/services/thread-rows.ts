/** Threads as rows, and back. */
import { can, type Role } from "@/core/access";
import { AppError } from "@/core/errors";
import type { CommentId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import { type Comment, REACTIONS, type Reaction, type Thread, type ThreadPerson } from "@/core/review/thread";
import type { FormerBodies } from "@/core/review/threads-as-of";
import type { Queries } from "../db/database";
import { directiveThreads } from "./directive-threads";

/** Every thread of a speech, oldest first, or one of them. */
export async function readThreads(
  queries: Queries,
  speechId: SpeechId,
  threadId?: ThreadId,
): Promise<readonly Thread[]> {
  let threads = queries
    .selectFrom("threads")
    .leftJoin("people", "people.id", "threads.resolved_by")
    .leftJoin("outside_authors", "outside_authors.person_id", "threads.resolved_by")
    .leftJoin("directives", "directives.thread_id", "threads.id")
    .where("threads.speech_id", "=", speechId)
    .select([
      "threads.id",
      "threads.quote",
      "threads.created_at",
      "threads.suggestion_id",
      "resolved_by",
      "resolved_at",
      "people.name",
    ])
    .select("outside_authors.person_id as outside")
    .select("directives.kind as directive")
    .orderBy("threads.created_at")
    .orderBy("threads.id");
  if (threadId !== undefined) threads = threads.where("threads.id", "=", threadId);
  const comments = await readComments(queries, speechId, threadId);
  return (await threads.execute()).map((row) => ({
    id: row.id,
    quote: row.quote,
    createdAt: row.created_at,
    directive: row.directive,
    suggestion: row.suggestion_id,
    resolved:
      row.resolved_by === null || row.resolved_at === null
        ? null
        : { by: threadPerson(row.resolved_by, row.name ?? "", row.outside), at: row.resolved_at },
    comments: comments.get(row.id) ?? [],
  }));
}

/** Those that this role is shown: those of directives are part of how the text comes about. */
export async function readThreadsFor(
  queries: Queries,
  { id, role }: { readonly id: SpeechId; readonly role: Role },
): Promise<readonly Thread[]> {
  const threads = await readThreads(queries, id);
  if (can(role, "see-versions")) return threads;
  const rows = await directiveThreads(queries).where("threads.speech_id", "=", id).execute();
  const ofDirectives = new Set(rows.map((row) => row.id));
  return threads.filter((thread) => !ofDirectives.has(thread.id));
}

export async function hasThread(queries: Queries, threadId: ThreadId): Promise<boolean> {
  const row = await queries.selectFrom("threads").where("id", "=", threadId).select("id").executeTakeFirst();
  return row !== undefined;
}

export async function readThreadIds(queries: Queries, speechId: SpeechId): Promise<ReadonlySet<ThreadId>> {
  const rows = await queries.selectFrom("threads").where("speech_id", "=", speechId).select("id").execute();
  return new Set(rows.map(({ id }) => id));
}

async function readComments(
  queries: Queries,
  speechId: SpeechId,
  threadId: ThreadId | undefined,
): Promise<ReadonlyMap<ThreadId, readonly Comment[]>> {
  let rows = queries
    .selectFrom("comments")
    .innerJoin("people", "people.id", "comments.author_id")
    .leftJoin("outside_authors", "outside_authors.person_id", "comments.author_id")
    .leftJoin("people as importers", "importers.id", "comments.imported_by")
    .where("comments.speech_id", "=", speechId)
    .select(["comments.id", "thread_id", "author_id", "people.name", "body", "mentions", "deleted"])
    .select(["comments.created_at", "edited_at", "imported_by", "importers.name as importer"])
    .select("outside_authors.person_id as outside")
    .orderBy("comments.created_at")
    .orderBy("comments.id");
  if (threadId !== undefined) rows = rows.where("thread_id", "=", threadId);
  const reactions = await readReactions(queries, speechId, threadId);
  const byThread = new Map<ThreadId, Comment[]>();
  for (const row of await rows.execute()) {
    const comment: Comment = {
      id: row.id,
      author: threadPerson(row.author_id, row.name, row.outside),
      body: row.body,
      deleted: row.deleted === 1,
      createdAt: row.created_at,
      editedAt: row.edited_at,
      ...(row.imported_by !== null && { importedBy: { id: row.imported_by, name: row.importer ?? "" } }),
      // Written by this service from checked ids.
      mentions: JSON.parse(row.mentions) as PersonId[],
      reactions: reactionsOf(reactions.get(row.id)),
    };
    const list = byThread.get(row.thread_id);
    if (list === undefined) byThread.set(row.thread_id, [comment]);
    else list.push(comment);
  }
  return byThread;
}

/** What the comments of a speech said before they were edited. */
export async function readFormerBodies(queries: Queries, speechId: SpeechId): Promise<FormerBodies> {
  const rows = await queries
    .selectFrom("comment_edits")
    .select(["comment_id", "body", "replaced_at"])
    .where("speech_id", "=", speechId)
    .orderBy("replaced_at")
    .execute();
  const byComment = new Map<CommentId, { body: string; until: number }[]>();
  for (const { comment_id, body, replaced_at } of rows) {
    const former = { body, until: replaced_at };
    byComment.set(comment_id, [...(byComment.get(comment_id) ?? []), former]);
  }
  return byComment;
}

function threadPerson(id: PersonId, name: string, outside: PersonId | null): ThreadPerson {
  return outside === null ? { id, name } : { id, name, outside: true };
}

type ReactionsOfComment = ReadonlyMap<Reaction, readonly ThreadPerson[]>;

async function readReactions(
  queries: Queries,
  speechId: SpeechId,
  threadId: ThreadId | undefined,
): Promise<ReadonlyMap<CommentId, ReactionsOfComment>> {
  let rows = queries
    .selectFrom("reactions")
    .innerJoin("people", "people.id", "reactions.person_id")
    .where("speech_id", "=", speechId)
    .select(["comment_id", "person_id", "people.name", "reaction"])
    .orderBy("person_id");
  if (threadId !== undefined) {
    const ofThread = queries.selectFrom("comments").where("thread_id", "=", threadId).select("id");
    rows = rows.where("comment_id", "in", ofThread);
  }
  const byComment = new Map<CommentId, Map<Reaction, ThreadPerson[]>>();
  for (const { comment_id, person_id, name, reaction } of await rows.execute()) {
    const ofComment = byComment.get(comment_id) ?? new Map<Reaction, ThreadPerson[]>();
    byComment.set(comment_id, ofComment);
    const person = { id: person_id, name };
    const people = ofComment.get(reaction);
    // Added to: of two hundred who react alike each would copy all before.
    if (people === undefined) ofComment.set(reaction, [person]);
    else people.push(person);
  }
  return byComment;
}

/** In the order of REACTIONS, so that they don't change places as people add theirs. */
function reactionsOf(found: ReactionsOfComment | undefined): Comment["reactions"] {
  return REACTIONS.flatMap((reaction) => {
    const people = found?.get(reaction);
    return people === undefined ? [] : [{ reaction, people }];
  });
}

/** `not-found` for a thread that isn't on this speech. */
export async function requireThread(queries: Queries, speechId: SpeechId, threadId: ThreadId) {
  const row = await queries
    .selectFrom("threads")
    .selectAll()
    .where("id", "=", threadId)
    .where("speech_id", "=", speechId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row;
}

/** `not-found` for a comment that isn't on this speech, or was deleted. */
export async function requireComment(queries: Queries, speechId: SpeechId, commentId: CommentId) {
  const row = await queries
    .selectFrom("comments")
    .selectAll()
    .where("id", "=", commentId)
    .where("speech_id", "=", speechId)
    .where("deleted", "=", 0)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row;
}

/** Who made the thread: the author of its first comment. */
export async function authorOfThread(queries: Queries, threadId: ThreadId): Promise<PersonId | undefined> {
  const first = await queries
    .selectFrom("comments")
    .select("author_id")
    .where("thread_id", "=", threadId)
    .orderBy("created_at")
    .orderBy("id")
    .executeTakeFirst();
  return first?.author_id;
}
