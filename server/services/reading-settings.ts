/** How each person likes to read, remembered for every device; nobody reads or sets another's. */
import type { Person } from "@/core/person";
import { FIRST_READING_SETTINGS, type ReadingSettings, readingSettingsSchema } from "@/core/reading";
import type { Database } from "../db/database";

export interface ReadingSettingsService {
  get(actor: Person): Promise<ReadingSettings>;
  set(actor: Person, settings: ReadingSettings): Promise<ReadingSettings>;
}

export function createReadingSettingsService(database: Database): ReadingSettingsService {
  return {
    get: (actor) =>
      database.query(async (queries) => {
        const row = await queries
          .selectFrom("reading_settings")
          .select(["size", "layout"])
          .where("person_id", "=", actor.id)
          .executeTakeFirst();
        // A size of an older version is no reason to show nothing.
        const known = readingSettingsSchema.safeParse(row);
        return known.success ? known.data : FIRST_READING_SETTINGS;
      }),

    async set(actor, settings) {
      await database.query((queries) =>
        queries
          .insertInto("reading_settings")
          .values({ person_id: actor.id, ...settings })
          .onConflict((conflict) => conflict.column("person_id").doUpdateSet(settings))
          .execute(),
      );
      return settings;
    },
  };
}
