/** One page of the home page's list. */
import { sql } from "kysely";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { SpeechQuery } from "@/core/speech-requests";
import type { Database } from "../db/database";
import { type SpeechRow, speechesOf } from "./speech-row";
import { matchesQuery } from "./speech-search";

export interface SpeechRows {
  readonly rows: readonly SpeechRow[];
  readonly nextCursor: string | null;
}

/** Latest edit first. A cursor is the last row's time and id: rows that move up meanwhile cost no gap. */
export async function listSpeeches(
  database: Database,
  personId: PersonId,
  query: SpeechQuery,
): Promise<SpeechRows> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const found = await database.query((queries) => {
    let select = speechesOf(queries, personId)
      .where("speeches.archived", "=", query.archived ? 1 : 0)
      .where(matchesQuery(database.kind, query.q) ?? sql<boolean>`true`);
    if (after !== null) {
      select = select.where(
        sql<boolean>`(speeches.updated_at, speeches.id) < (${after.updatedAt}, ${after.id})`,
      );
    }
    return select
      .orderBy("speeches.updated_at", "desc")
      .orderBy("speeches.id", "desc")
      .limit(LIMITS.speechesPerPage + 1)
      .execute();
  });
  const rows = found.slice(0, LIMITS.speechesPerPage);
  const last = rows.at(-1);
  const more = found.length > rows.length && last !== undefined;
  return { rows, nextCursor: more ? `${last.updated_at}-${last.id}` : null };
}

function readCursor(cursor: string): { readonly updatedAt: number; readonly id: string } {
  const parts = /^(\d{1,15})-([a-z0-9]+)$/.exec(cursor);
  if (parts === null) throw new AppError("invalid-input", "not a cursor of ours", { cursor: "invalid" });
  const [, updatedAt, id = ""] = parts;
  return { updatedAt: Number(updatedAt), id };
}
