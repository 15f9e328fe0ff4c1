/** Directives as rows, and what happens to them with their threads. The callers decided access. */
import type { Selectable } from "kysely";
import { type Directive, type DirectiveState, isAnswered, PENDING_STATES } from "@/core/directive";
import { AppError } from "@/core/errors";
import type { CommentId, DirectiveId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Queries } from "../db/database";
import type { DirectivesTable } from "../db/leader-tables";
import { fatesOfRewordings } from "./suggestion-fates";
import { readThreads } from "./thread-rows";

export type DirectiveRow = Selectable<DirectivesTable>;

/** Those that weren't withdrawn, oldest first, or one of them whatever its state. */
export async function readDirectives(
  queries: Queries,
  speechId: SpeechId,
  id?: DirectiveId,
): Promise<readonly Directive[]> {
  let select = queries
    .selectFrom("directives")
    .innerJoin("people as author", "author.id", "directives.author_id")
    .leftJoin("people as settler", "settler.id", "directives.settled_by")
    .where("speech_id", "=", speechId)
    .selectAll("directives")
    .select(["author.name as authorName", "settler.name as settlerName"])
    .orderBy("directives.created_at")
    .orderBy("directives.id");
  select =
    id === undefined ? select.where("state", "!=", "withdrawn") : select.where("directives.id", "=", id);
  const rows = await select.execute();
  const threads = new Map((await readThreads(queries, speechId)).map((thread) => [thread.id, thread]));
  const fates = await fatesOfRewordings(queries, speechId);
  return rows.map((row) => {
    const thread = row.thread_id === null ? undefined : threads.get(row.thread_id);
    const { settled_by: by, settled_at: at } = row;
    return {
      id: row.id,
      speechId: row.speech_id,
      kind: row.kind,
      author: { id: row.author_id, name: row.authorName },
      createdAt: row.created_at,
      quote: row.quote,
      wording: row.wording,
      state: row.state,
      settled: by === null || at === null ? null : { by: { id: by, name: row.settlerName ?? "" }, at },
      decided: fates.get(row.id) ?? null,
      thread: thread === undefined ? null : { id: thread.id, comments: thread.comments },
    };
  });
}

/** `not-found` for one that isn't on this speech. */
export async function requireDirective(
  queries: Queries,
  speechId: SpeechId,
  id: DirectiveId,
): Promise<DirectiveRow> {
  const row = await queries
    .selectFrom("directives")
    .selectAll()
    .where("id", "=", id)
    .where("speech_id", "=", speechId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row;
}

export async function hasDirective(queries: Queries, id: DirectiveId): Promise<boolean> {
  const row = await queries.selectFrom("directives").where("id", "=", id).select("id").executeTakeFirst();
  return row !== undefined;
}

/** Those that nobody has carried out yet. */
export async function pendingDirectives(
  queries: Queries,
  speechId: SpeechId,
): Promise<readonly DirectiveId[]> {
  const rows = await queries
    .selectFrom("directives")
    .where("speech_id", "=", speechId)
    .where("state", "in", PENDING_STATES)
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewState {
  readonly state: DirectiveState;
  readonly by: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

export async function setState(
  queries: Queries,
  id: DirectiveId,
  { state, by, at }: NewState,
): Promise<void> {
  const settled =
    state === "open" ? { settled_by: null, settled_at: null } : { settled_by: by, settled_at: at };
  await queries
    .updateTable("directives")
    .set({ state, ...settled })
    .where("id", "=", id)
    .execute();
}

/** An answer that came to nothing: it is as `row` says, unless somebody answered since. */
export async function giveBack(
  queries: Queries,
  { id, state, settled_by, settled_at }: DirectiveRow,
  actor: Person,
  at: number,
): Promise<void> {
  await queries
    .updateTable("directives")
    .set({ state, settled_by, settled_at })
    .where("id", "=", id)
    .where("settled_by", "=", actor.id)
    .where("settled_at", "=", at)
    .execute();
}

async function directiveOf(queries: Queries, threadId: ThreadId): Promise<DirectiveRow | undefined> {
  return queries.selectFrom("directives").selectAll().where("thread_id", "=", threadId).executeTakeFirst();
}

interface AnsweredThread {
  /** From then on: that of an instruction which is done stays resolved with it, whatever others add. */
  readonly isOpen: boolean;
  /** The directive as it was, where the answer made it open again. */
  readonly reopened: DirectiveRow | null;
}

/** Somebody answered in its thread: the leader's word hands it back to the writers, and reopens it. */
export async function threadAnswered(
  queries: Queries,
  threadId: ThreadId,
  actor: Person,
  at: number,
): Promise<AnsweredThread> {
  const row = await directiveOf(queries, threadId);
  if (row === undefined || row.state === "withdrawn") return { isOpen: true, reopened: null };
  if (row.author_id !== actor.id) {
    return { isOpen: row.kind !== "instruction" || row.state !== "done", reopened: null };
  }
  await setState(queries, row.id, { state: "open", by: actor.id, at });
  return { isOpen: true, reopened: row.state === "done" ? row : null };
}

/**
 * Somebody worded a comment in its thread anew: of the author's own words, what was carried out are the old ones.
 * It is open again then, and so is its thread. Call it behind the change. Resolves with its row as it was where that
 * opened it.
 */
export async function commentChanged(
  queries: Queries,
  threadId: ThreadId,
  actor: Person,
  at: number,
): Promise<DirectiveRow | null> {
  const row = await directiveOf(queries, threadId);
  if (row?.author_id !== actor.id || row.state !== "done") return null;
  await setState(queries, row.id, { state: "open", by: actor.id, at });
  await queries
    .updateTable("threads")
    .set({ resolved_by: null, resolved_at: null })
    .where("id", "=", threadId)
    .execute();
  return row;
}

/**
 * A comment in its thread was deleted: without the question there is nothing for the leader to answer, and it is
 * the writers' again.
 */
export async function commentDeleted(queries: Queries, threadId: ThreadId): Promise<void> {
  const row = await directiveOf(queries, threadId);
  if (row?.state !== "asked" || row.settled_by === null || row.settled_at === null) return;
  const asked = await queries
    .selectFrom("comments")
    .select("id")
    .where("thread_id", "=", threadId)
    .where("author_id", "=", row.settled_by)
    .where("created_at", ">=", row.settled_at)
    .where("deleted", "=", 0)
    .executeTakeFirst();
  if (asked !== undefined) return;
  await setState(queries, row.id, { state: "open", by: row.settled_by, at: row.settled_at });
}

/**
 * An instruction's thread was resolved or reopened, and so is it. Resolves with its row as it was, for others to be
 * told, where that changed its state. Throws `unanswered` before an answer.
 */
export async function threadResolved(
  queries: Queries,
  threadId: ThreadId,
  { state, by, at }: NewState,
): Promise<DirectiveRow | null> {
  const row = await directiveOf(queries, threadId);
  // Withdrawn, it asks nothing of anybody, whatever becomes of what was said about it.
  if (row?.kind !== "instruction" || row.state === "withdrawn") return null;
  if (state === "done") await requireAnswered(queries, row);
  await setState(queries, row.id, { state, by, at });
  return row.state === state ? null : row;
}

/** What was carried out by an answer keeps it, or it would be settled without one; throws `unanswered`. */
export async function requireAnswerKept(
  queries: Queries,
  { id, thread_id: threadId }: { readonly id: CommentId; readonly thread_id: ThreadId },
): Promise<void> {
  const row = await directiveOf(queries, threadId);
  if (row?.state !== "done") return;
  if (row.kind === "rewording" && (await isAccepted(queries, row))) return;
  await requireAnswered(queries, row, id);
}

/** An instruction must be answered by somebody else than who gave it; throws `unanswered`. */
export async function requireAnswered(
  queries: Queries,
  row: DirectiveRow,
  without?: CommentId,
): Promise<void> {
  const comments = await queries
    .selectFrom("comments")
    .where("thread_id", "=", row.thread_id)
    .$if(without !== undefined, (query) => query.where("id", "!=", without as CommentId))
    .select(["author_id", "created_at", "edited_at", "deleted"])
    .execute();
  const said = comments.map(({ author_id: by, created_at: at, edited_at: editedAt, deleted }) => ({
    by,
    at,
    editedAt,
    deleted: deleted === 1,
  }));
  const askedAt = row.state === "asked" ? row.settled_at : null;
  if (!isAnswered(row.author_id, askedAt, said)) throw new AppError("unanswered");
}

/** A rewording that stands in the text no more was accepted among all other suggestions; throws `unanswered`. */
export async function requireAccepted(queries: Queries, row: DirectiveRow): Promise<void> {
  if (!(await isAccepted(queries, row))) throw new AppError("unanswered");
}

/** Accepted there, its words are the text's own, and there is nothing to take back; throws `conflict`. */
export async function requireNotAccepted(queries: Queries, row: DirectiveRow): Promise<void> {
  if (await isAccepted(queries, row)) throw new AppError("conflict", "accepted already");
}

async function isAccepted(queries: Queries, { id, speech_id: speechId }: DirectiveRow): Promise<boolean> {
  return (await fatesOfRewordings(queries, speechId)).get(id)?.outcome === "accepted";
}

/** Call it before its thread is deleted, which happens once nobody's words are left in it. */
export async function threadGoes(queries: Queries, threadId: ThreadId): Promise<void> {
  const row = await directiveOf(queries, threadId);
  if (row === undefined) return;
  await queries
    .updateTable("directives")
    .set({ thread_id: null, state: row.kind === "instruction" ? "withdrawn" : row.state })
    .where("id", "=", row.id)
    .execute();
}
