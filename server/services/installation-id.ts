/** A random id that a database is given once and that all nodes on it share. */
import type { Insertable } from "kysely";
import { newId } from "@/core/new-id";
import type { Database, Queries } from "../db/database";
import type { InstallationTable } from "../db/tables";

type Key = Insertable<InstallationTable>["key"];

/** Gives one to a database that has none under this key yet; of several nodes that do so at once one wins. */
export async function installationId(database: Pick<Database, "query">, key: Key): Promise<string> {
  const known = await database.query((queries) => read(queries, key));
  if (known !== undefined) return known;
  await database.query((queries) =>
    queries
      .insertInto("installation")
      .values({ key, value: newId() })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute(),
  );
  const given = await database.query((queries) => read(queries, key));
  if (given === undefined) throw new Error(`the database has no ${key}`);
  return given;
}

async function read(queries: Queries, key: Key): Promise<string | undefined> {
  const row = await queries
    .selectFrom("installation")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.value;
}
