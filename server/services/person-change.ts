/** The one rule-bearing change of a person: data, administration and access in one transaction. */
import type { Updateable } from "kysely";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { PersonChange } from "@/core/person";
import type { DatabaseKind, Queries } from "../db/database";
import type { PeopleTable } from "../db/tables";
import { outsideAuthors } from "./outside-authors";
import type { PersonRow } from "./person-row";

/**
 * Changes the row and returns it before and after. Disabling or demoting raises the session version.
 * Throws `not-found`, `last-administrator` when nobody would be left to manage people, and `sole-chief`
 * when a speech would be left without a chief who can sign in.
 */
export async function changePerson(
  queries: Queries,
  kind: DatabaseKind,
  personId: PersonId,
  change: PersonChange,
): Promise<{ readonly before: PersonRow; readonly after: PersonRow }> {
  const locked = kind === "postgres";
  // Changes take turns on this row: two administrators who demote each other must not both succeed.
  await queries
    .selectFrom("installation")
    .select("key")
    .where("key", "=", "set-up")
    .$if(locked, (query) => query.forUpdate())
    .execute();
  // Before the person's own row, in the order in which a change of members takes them.
  if (locked && change.disabled) await lockSpeechesOfChief(queries, personId);
  if (locked && change.disabled === false) await lockSpeechesToSign(queries, personId);
  const before = await queries
    .selectFrom("people")
    .selectAll()
    .where("id", "=", personId)
    .where("id", "not in", outsideAuthors(queries))
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (before === undefined) throw new AppError("not-found");

  const columns = columnsOf(change);
  const losesAccess =
    (before.administrator === 1 && columns.administrator === 0) ||
    (before.disabled === 0 && columns.disabled === 1);
  const after = await queries
    .updateTable("people")
    .set({ ...columns, session_version: before.session_version + (losesAccess ? 1 : 0) })
    .where("id", "=", personId)
    .returningAll()
    .executeTakeFirstOrThrow();

  const administrator = await queries
    .selectFrom("people")
    .select("id")
    .where("administrator", "=", 1)
    .where("disabled", "=", 0)
    .executeTakeFirst();
  if (administrator === undefined) throw new AppError("last-administrator");
  if (before.disabled === 0 && after.disabled === 1) await requireOtherChiefs(queries, personId);
  return { before, after };
}

function lockSpeechesOfChief(queries: Queries, personId: PersonId): Promise<unknown> {
  return queries
    .selectFrom("speeches")
    .innerJoin("members", "members.speech_id", "speeches.id")
    .select("speeches.id")
    .where("members.person_id", "=", personId)
    .where("members.role", "=", "chief")
    .orderBy("speeches.id")
    .forNoKeyUpdate("speeches")
    .execute();
}

/** Whose turn it is there is told to those whose account is enabled, or once it is: one of the two, not neither. */
function lockSpeechesToSign(queries: Queries, personId: PersonId): Promise<unknown> {
  return queries
    .selectFrom("speeches")
    .select("speeches.id")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("sign_off_requests")
          .innerJoin("sign_off_people", "sign_off_people.request_id", "sign_off_requests.id")
          .select("sign_off_people.person_id")
          .whereRef("sign_off_requests.speech_id", "=", "speeches.id")
          .where("sign_off_requests.ended", "is", null)
          .where("sign_off_people.person_id", "=", personId),
      ),
    )
    .orderBy("speeches.id")
    .forNoKeyUpdate("speeches")
    .execute();
}

/** Every speech whose chief this person is has another one, whose account is enabled. */
async function requireOtherChiefs(queries: Queries, personId: PersonId): Promise<void> {
  const left = await queries
    .selectFrom("members as own")
    .select("own.speech_id")
    .where("own.person_id", "=", personId)
    .where("own.role", "=", "chief")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("members as other")
            .innerJoin("people", "people.id", "other.person_id")
            .select("other.person_id")
            .whereRef("other.speech_id", "=", "own.speech_id")
            .where("other.role", "=", "chief")
            .where("people.disabled", "=", 0),
        ),
      ),
    )
    .executeTakeFirst();
  if (left !== undefined) throw new AppError("sole-chief");
}

function columnsOf({ administrator, disabled, ...texts }: PersonChange): Updateable<PeopleTable> {
  return {
    ...texts,
    ...(administrator !== undefined && { administrator: administrator ? 1 : 0 }),
    ...(disabled !== undefined && { disabled: disabled ? 1 : 0 }),
  };
}
