import path from "node:path";
import { Kysely } from "kysely";
import { LecternSqliteDialect } from "@/server/db/sqlite-dialect";
import { openSqliteFile } from "@/server/db/sqlite-file";
import type { Tables } from "@/server/db/tables";
import type { Source } from "@/server/transfer/export-archive";

/** A second, independent connection, as the command line opens it beside a running server. */
export function sqliteSource(dataDir: string): Source {
  const connection = openSqliteFile(path.join(dataDir, "lectern.db"));
  return { kind: "sqlite", kysely: new Kysely<Tables>({ dialect: new LecternSqliteDialect(connection) }) };
}
