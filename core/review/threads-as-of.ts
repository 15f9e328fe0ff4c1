/**
 * Threads as they stood at a moment. Known exactly: which were there, with which comments and words, and
 * which were resolved by then. A thread that was resolved then and reopened since counts as open; whoever
 * deleted words meant them to be gone, so they are. Reactions carry no time and are left out.
 */
import type { CommentId } from "../ids";
import type { Comment, Thread } from "./thread";

/** What comments said before they were edited, each until a moment in epoch milliseconds; oldest first. */
export type FormerBodies = ReadonlyMap<
  CommentId,
  readonly { readonly body: string; readonly until: number }[]
>;

/** `at` in epoch milliseconds. */
export function threadsAsOf(threads: readonly Thread[], at: number, former: FormerBodies): readonly Thread[] {
  return threads
    .filter(({ createdAt }) => createdAt <= at)
    .map((thread) => ({
      ...thread,
      resolved: thread.resolved !== null && thread.resolved.at <= at ? thread.resolved : null,
      comments: thread.comments
        .filter(({ createdAt }) => createdAt <= at)
        .map((comment) => ({ ...asOf(comment, at, former), reactions: [] })),
    }));
}

function asOf(comment: Comment, at: number, former: FormerBodies): Comment {
  const bodies = former.get(comment.id) ?? [];
  const index = bodies.findIndex(({ until }) => at < until);
  const then = bodies[index];
  if (then === undefined || comment.deleted) return comment;
  return { ...comment, body: then.body, editedAt: bodies[index - 1]?.until ?? null };
}
