/**
 * Which generation of the data a database holds: a random id, the same for as long as the database is only
 * worked on, and another one wherever an archive was read in. What was written after a backup is missing in
 * what is restored from it; by this id a page that still has it is known before it sends anything.
 */
import { newId } from "@/core/new-id";
import type { Database, Queries } from "../db/database";
import { installationId } from "./installation-id";

/** The row's key in `installation`; it stays out of archives. */
export const DATA_GENERATION = "data-generation";

/** Gives a database that has none yet its generation; of several nodes that do so at once one wins. */
export const dataGeneration = (database: Pick<Database, "query">): Promise<string> =>
  installationId(database, DATA_GENERATION);

/** From this commit on the data are another generation. */
export async function renewDataGeneration(queries: Queries): Promise<void> {
  await queries.deleteFrom("installation").where("key", "=", DATA_GENERATION).execute();
  await queries.insertInto("installation").values({ key: DATA_GENERATION, value: newId() }).execute();
}
