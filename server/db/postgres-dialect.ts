import { PostgresDialect, type QueryCompiler } from "kysely";
import { LecternPostgresCompiler } from "./query-compilers";

export class LecternPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new LecternPostgresCompiler();
  }
}
