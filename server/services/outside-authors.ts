/** Outside authors as rows of people; see server/db/outside-tables.ts. The callers decided access. */
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";

/** The ids of all of them, for lists of people who have accounts to leave out. */
export const outsideAuthors = (queries: Queries) => queries.selectFrom("outside_authors").select("person_id");

/** Those of one speech. */
export function outsideAuthorsOf(
  queries: Queries,
  speechId: SpeechId,
): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  return queries
    .selectFrom("outside_authors")
    .innerJoin("people", "people.id", "outside_authors.person_id")
    .where("outside_authors.speech_id", "=", speechId)
    .select(["people.id", "people.name"])
    .orderBy("people.name")
    .orderBy("people.id")
    .execute();
}

export interface NewOutsideAuthor {
  readonly id: PersonId;
  readonly name: string;
}

/** The speech must be there. */
export async function insertOutsideAuthors(
  queries: Queries,
  speechId: SpeechId,
  authors: readonly NewOutsideAuthor[],
  now: number,
): Promise<void> {
  for (const { id, name } of authors) {
    await queries
      .insertInto("people")
      .values({
        id,
        name,
        // Sign-in names are compared in small letters: nobody can type this one.
        sign_in_name: `OUTSIDE ${id}`,
        department: "",
        title: "",
        administrator: 0,
        disabled: 1,
        must_change_password: 0,
        password_hash: "",
        session_version: 1,
        created_at: now,
      })
      .execute();
    await queries.insertInto("outside_authors").values({ person_id: id, speech_id: speechId }).execute();
  }
}
