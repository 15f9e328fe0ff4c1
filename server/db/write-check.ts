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

const KEY = "write-check";

/**
 * Leaves everything as it was. Something is put in and taken out again: a row that is given the value that it has makes
 * SQLite write nothing, and a full disk goes unnoticed.
 */
async function write(database: Database): Promise<true> {
  await database.transaction(async (queries) => {
    await queries.insertInto("installation").values({ key: KEY, value: "" }).execute();
    await queries.deleteFrom("installation").where("key", "=", KEY).execute();
  });
  return true;
}
