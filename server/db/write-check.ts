/** Whether the database takes a write: one on a full disk, or that is read-only, still answers reads. */
import type { Database } from "./database";

/** Anybody may ask, and each write costs a sync of the disk. */
const AGAIN_AFTER_MS = 5000;

/**
 * Answers whoever asks soon after another with the same; rejects with what the write failed on.
 *
 * @param now milliseconds since any moment; the time of day would hold an old answer up for as long as it is set back
 */
export function createWriteCheck(
  database: Database,
  now: () => number = () => performance.now(),
): () => Promise<true> {
  let last: { readonly at: number; readonly outcome: Promise<true> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= AGAIN_AFTER_MS)
      last = { at: now(), outcome: write(database) };
    return last.outcome;
  };
}

/** Leaves everything as it was. */
async function write(database: Database): Promise<true> {
  await database.transaction((queries) =>
    queries
      .updateTable("installation")
      .set(({ ref }) => ({ value: ref("value") }))
      .where("key", "=", "set-up")
      .execute(),
  );
  return true;
}
