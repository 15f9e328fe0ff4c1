/** Brings a database to the newest tables. */
import { type Kysely, Migrator } from "kysely";
import { StartError } from "../start-error";
import type { DatabaseKind } from "./database";
import { migrationsFor } from "./migrations";
import type { Tables } from "./tables";

/**
 * Runs what hasn't run yet, all in one transaction. Nodes that start together wait for one another
 * on Kysely's own lock. Throws when a newer program has migrated this database.
 */
export async function migrate(kysely: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const migrations = migrationsFor(kind);
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
  const newer = (await recordedMigrations(kysely)).filter((name) => !(name in migrations));
  if (newer.length > 0) {
    throw new StartError(
      `The database was written by a newer Lectern (${newer.join(", ")}). Start that version.`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** The names of what has run; none where there is no database of ours. */
export async function recordedMigrations(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const table = "kysely_migration";
  const existing = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!existing.some(({ name }) => name === table)) return [];
  const rows = await kysely
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom(table)
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
