/**
 * Whether text can be stored: a database on a full disk, or a read-only one, still answers reads, and the log has a
 * thread and connections of its own.
 */
import { newSpeechId } from "@/core/ids";
import type { Storage } from "./storage";

/** Anybody may ask, and each write costs a sync of the disk. */
const AGAIN_AFTER_MS = 5000;

/**
 * Answers whoever asks soon after another with the same; rejects with what the write failed on.
 *
 * @param now milliseconds since any moment; the time of day would hold an old answer up for as long as it is set back
 */
export function createWriteCheck(
  storage: Pick<Storage, "database" | "log">,
  now: () => number = () => performance.now(),
): () => Promise<true> {
  let last: { readonly at: number; readonly outcome: Promise<true> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= AGAIN_AFTER_MS)
      last = { at: now(), outcome: check(storage) };
    return last.outcome;
  };
}

/** Nobody's: nothing is read of it. */
const NO_SPEECH = newSpeechId();

async function check({ database, log }: Pick<Storage, "database" | "log">): Promise<true> {
  await Promise.all([write(database), log.load(NO_SPEECH)]);
  return true;
}

const KEY = "write-check";

/**
 * Leaves everything as it was. Something is put in and taken out again: a row that is given the value that it has makes
 * SQLite write nothing, and a full disk goes unnoticed.
 */
async function write(database: Storage["database"]): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.insertInto("installation").values({ key: KEY, value: "" }).execute();
    await queries.deleteFrom("installation").where("key", "=", KEY).execute();
  });
}
