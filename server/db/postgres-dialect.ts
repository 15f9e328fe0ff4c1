import { PostgresDialect, type QueryCompiler } from "kysely";
import { LecternPostgresCompiler } from "./query-compilers";

/** Kysely's dialect with a compiler of our own: see query-compilers.ts. */
export class LecternPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new LecternPostgresCompiler();
  }
}
