/** Stores the threads and names of an imported file. The callers decided access and who is who. */
import { AppError } from "@/core/errors";
import { commentIdSchema, type PersonId, type SpeechId, threadIdSchema } from "@/core/ids";
import { type ImportedThread, reactionsIn } from "@/core/import";
import { LIMITS } from "@/core/limits";
import type { Queries } from "../db/database";

export interface ThreadsToStore {
  readonly speechId: SpeechId;
  readonly threads: readonly ImportedThread[];
  /** By the file's keys. */
  readonly people: ReadonlyMap<string, PersonId>;
  /** Who brought them in, and when. */
  readonly importedBy: PersonId;
  readonly now: number;
  /**
   * When the threads came to the speech; without it, each as it was begun, for a speech that has no version from before.
   * The comments keep the file's times.
   */
  readonly cameAt?: number;
}

/** Throws `too-large` where the speech would have more threads, or reactions to read with them, than one takes in. */
export async function requireRoom(
  queries: Queries,
  speechId: SpeechId,
  threads: readonly ImportedThread[],
): Promise<void> {
  const rowsOf = async (table: "threads" | "reactions") => {
    const { count } = await queries
      .selectFrom(table)
      .where("speech_id", "=", speechId)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  if ((await rowsOf("threads")) + threads.length > LIMITS.threadsPerSpeech) {
    throw new AppError("too-large", "threads");
  }
  const come = reactionsIn(threads);
  if (come > 0 && (await rowsOf("reactions")) + come > LIMITS.importedReactions) {
    throw new AppError("too-large", "reactions");
  }
}

/** Rows put in at once: databases limit the values of one statement. */
const ROWS = 200;

export async function insertImportedThreads(queries: Queries, input: ThreadsToStore): Promise<void> {
  const { speechId, threads, people, importedBy, now, cameAt } = input;
  const personOf = (key: string | null) => (key === null ? undefined : people.get(key)) ?? importedBy;
  const rows = threads.map((thread) => {
    let latest = 0;
    const comments = thread.comments.map(
      ({ id, author, at, body, deleted, editedAt = null, mentions = [] }) => {
        // An answer follows what it answers, whatever the file's clock said.
        latest = Math.max(timeOf(at, now), latest + 1);
        return {
          id: commentIdSchema.parse(id),
          thread_id: threadIdSchema.parse(thread.id),
          speech_id: speechId,
          author_id: personOf(author),
          body: body.slice(0, LIMITS.commentCharacters),
          mentions: JSON.stringify([...new Set(mentions.map(personOf))]),
          deleted: deleted ? (1 as const) : (0 as const),
          created_at: latest,
          edited_at: editedAt === null ? null : timeOf(editedAt, now),
          imported_by: importedBy,
        };
      },
    );
    return { thread, comments };
  });
  const threadRows = rows.map(({ thread: { id, quote, suggestion, resolved }, comments }) => ({
    id: threadIdSchema.parse(id),
    speech_id: speechId,
    quote: quote === null ? null : quote.slice(0, LIMITS.quoteCharacters),
    suggestion_id: suggestion ?? null,
    created_at: cameAt ?? comments[0]?.created_at ?? now,
    resolved_by: resolved === null ? null : personOf(resolved.by),
    resolved_at: resolved === null ? null : timeOf(resolved.at, now),
  }));
  for (const some of inPieces(threadRows)) await queries.insertInto("threads").values(some).execute();
  const commentRows = rows.flatMap(({ comments }) => comments);
  for (const some of inPieces(commentRows)) await queries.insertInto("comments").values(some).execute();
  const reactionRows = threads.flatMap(({ comments }) => comments.flatMap(reactionsOf));
  for (const some of inPieces(reactionRows)) await queries.insertInto("reactions").values(some).execute();

  function reactionsOf({ id, reactions = [] }: ImportedThread["comments"][number]) {
    return reactions.flatMap(({ reaction, people: who }) =>
      [...new Set(who.map(personOf))].map((person_id) => ({
        comment_id: commentIdSchema.parse(id),
        person_id,
        reaction,
        speech_id: speechId,
      })),
    );
  }
}

/** A file may give no time, or one that hasn't come. */
const timeOf = (at: number | null, now: number) =>
  at !== null && at > 0 && at <= now ? Math.floor(at) : now;

function inPieces<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, (index + 1) * ROWS),
  );
}
