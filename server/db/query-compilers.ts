/** Kysely's compilers, whose values both databases store alike: PostgreSQL refuses a statement with U+0000 in a text. */
import { PostgresQueryCompiler, SqliteQueryCompiler } from "kysely";
import { withoutNul } from "@/core/text/without-nul";

export class LecternPostgresCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}

export class LecternSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter));
  }
}

const storable = (parameter: unknown) => (typeof parameter === "string" ? withoutNul(parameter) : parameter);
