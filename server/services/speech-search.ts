/** Finding speeches by words: the one part of the services whose SQL differs between databases. */
import { type Expression, type SqlBool, sql } from "kysely";
import type { SpeechId } from "@/core/ids";
import type { DatabaseKind, Queries } from "../db/database";
import { queryTokens, tokensOf } from "./search-tokens";

interface SpeechWords {
  readonly id: SpeechId;
  readonly title: string;
  readonly speaker: string;
  readonly occasion: string;
}

/** Makes the speech findable by what it's called now; in the transaction that changed it. */
export async function indexSpeech(queries: Queries, kind: DatabaseKind, speech: SpeechWords): Promise<void> {
  const tokens = tokensOf([speech.title, speech.speaker, speech.occasion]);
  if (kind === "postgres") {
    await queries
      .updateTable("speeches")
      .set({ search_tokens: tokens })
      .where("id", "=", speech.id)
      .execute();
    return;
  }
  const { number } = await queries
    .selectFrom("speeches")
    .select("number")
    .where("id", "=", speech.id)
    .executeTakeFirstOrThrow();
  await queries.deleteFrom("speech_search").where("rowid", "=", number).execute();
  await queries
    .insertInto("speech_search")
    .values({ rowid: number, tokens: tokens.map(hexOf).join(" ") })
    .execute();
}

/** Whether a row of `speeches` has every word of the query; null when there's nothing to look for. */
export function matchesQuery(kind: DatabaseKind, query: string): Expression<SqlBool> | null {
  const tokens = queryTokens(query);
  if (tokens.length === 0) return null;
  if (kind === "postgres") return sql<boolean>`speeches.search_tokens @> ${tokens}::text[]`;
  const match = tokens.map(hexOf).join(" AND ");
  // The plus keeps SQLite walking the speeches by recency and asking each one, which ends with the
  // page; from the matches it would fetch and sort them all (1 ms against 10 for a word in 5,000).
  return sql<boolean>`+speeches.number in (select rowid from speech_search where speech_search match ${match})`;
}

/**
 * FTS5 sees hexadecimal digits only: its Unicode tables are older than some characters in names,
 * and nothing that a user types can be part of its query language.
 */
function hexOf(token: string): string {
  return Buffer.from(token).toString("hex");
}
