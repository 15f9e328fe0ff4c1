/**
 * Looked into before it is opened, which brings its tables up to date: what is refused stays as it is, and an office's
 * database that another version runs on would be brought where that version can't follow.
 */
import { access, constants } from "node:fs/promises";
import type { Kysely } from "kysely";
import { recordedMigrations } from "../db/migrate";
import type { Tables } from "../db/tables";
import { StartError } from "../start-error";

export const NOT_EMPTY = "The database isn't empty. Import into a new data folder or database.";

/** Throws StartError for a database with people in it, of whatever version; importArchive looks into the rest. */
export async function requireNoOffice(kysely: Kysely<Tables>): Promise<void> {
  if ((await recordedMigrations(kysely)).length === 0) return;
  const somebody = await kysely.selectFrom("people").select("id").limit(1).execute();
  if (somebody.length > 0) throw new StartError(NOT_EMPTY);
}

/** Rejects with the system's error for a file that can't be read. It isn't opened: it may be a pipe, which is read once. */
export const requireReadable = (file: string): Promise<void> => access(file, constants.R_OK);
