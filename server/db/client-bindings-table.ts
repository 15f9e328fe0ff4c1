/** How far each Yjs client id is stored, beside whose it is; see clocks in sync/ports.ts. */
import { type Kysely, sql } from "kysely";
import type { DatabaseKind } from "./database";

/** What was stored before counts as nothing: the next row of each client says how far it is. */
export async function addStoredClocks(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .alterTable("client_bindings")
    .addColumn("clock", "bigint", (column) => column.notNull().defaultTo(0))
    .execute();
  // Room in each page, so that counting up rewrites a row in place (HOT).
  if (kind === "postgres") await sql`alter table client_bindings set (fillfactor = 70)`.execute(db);
}
