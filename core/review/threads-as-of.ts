/**
 * Threads as they stood at a moment. Known exactly: which were there, with which comments, and which
 * were resolved by then. Not kept, and so shown as they are now: the words of a comment that was edited
 * since (`editedAt` tells), and a thread that was resolved then and reopened since, which counts as open.
 * A thread whose comments were all deleted since is gone. Reactions carry no time and are left out.
 */
import type { Thread } from "./thread";

/** `at` in epoch milliseconds. */
export function threadsAsOf(threads: readonly Thread[], at: number): readonly Thread[] {
  return threads
    .filter(({ createdAt }) => createdAt <= at)
    .map((thread) => ({
      ...thread,
      resolved: thread.resolved !== null && thread.resolved.at <= at ? thread.resolved : null,
      comments: thread.comments
        .filter(({ createdAt }) => createdAt <= at)
        .map((comment) => ({ ...comment, reactions: [] })),
    }));
}
