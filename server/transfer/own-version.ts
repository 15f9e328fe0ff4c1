/** Data of another version of the program, which these commands would read without what they don't know. */
import type { Kysely } from "kysely";
import type { DatabaseKind } from "../db/database";
import { recordedMigrations } from "../db/migrate";
import { migrationNames } from "../db/migrations";
import type { Tables } from "../db/tables";
import { StartError } from "../start-error";

/**
 * Throws StartError unless this program's own tables are there, no more and no fewer: a backup of newer ones
 * would leave their new columns out without a word, and be gone with the old disk.
 */
export async function requireOwnVersion(kysely: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const recorded = await recordedMigrations(kysely);
  if (recorded.length === 0) throw new StartError("There is no Lectern data in that database.");
  const own = migrationNames(kind);
  const newer = recorded.filter((name) => !own.includes(name));
  if (newer.length > 0) {
    throw new StartError(
      `The database was written by a newer Lectern (${newer.join(", ")}). Use that version for it.`,
    );
  }
  const missing = own.filter((name) => !recorded.includes(name));
  if (missing.length > 0) {
    throw new StartError(
      `The database is an older Lectern's (without ${missing.join(", ")}). Use that version for it, or start this one first, which brings it up to date.`,
    );
  }
}
