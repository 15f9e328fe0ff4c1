/** Who is on a speech. The callers decided access; this keeps a speech from losing its last chief. */
import { ROLES, type Role } from "@/core/access";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";
import type { Queries } from "../db/database";

/** Strongest role first, then by name. */
export async function listMembers(queries: Queries, speechId: SpeechId): Promise<readonly Member[]> {
  const members = await queries
    .selectFrom("members")
    .innerJoin("people", "people.id", "members.person_id")
    .where("members.speech_id", "=", speechId)
    .select(["people.id as personId", "people.name", "people.department", "people.title", "members.role"])
    .select("people.disabled")
    .execute();
  const rank = ({ role }: Pick<Member, "role">) => ROLES.indexOf(role);
  const listed = members.map((member) => ({ ...member, disabled: member.disabled === 1 }));
  return listed.sort((one, other) => rank(other) - rank(one) || one.name.localeCompare(other.name, "zh-CN"));
}

/** Null for somebody who isn't on the speech. */
export async function roleHeld(
  queries: Queries,
  speechId: SpeechId,
  personId: PersonId,
): Promise<Role | null> {
  const row = await queries
    .selectFrom("members")
    .select("role")
    .where("speech_id", "=", speechId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.role ?? null;
}

/** Adds a person or changes the role; a person who is disabled or unknown is `not-found`. */
export async function putMember(
  queries: Queries,
  speechId: SpeechId,
  personId: PersonId,
  role: Role,
): Promise<void> {
  const person = await queries
    .selectFrom("people")
    .select("id")
    .where("id", "=", personId)
    .where("disabled", "=", 0)
    .executeTakeFirst();
  if (person === undefined) throw new AppError("not-found");
  await queries
    .insertInto("members")
    .values({ speech_id: speechId, person_id: personId, role })
    .onConflict((conflict) => conflict.columns(["speech_id", "person_id"]).doUpdateSet({ role }))
    .execute();
  await requireChief(queries, speechId);
}

export async function deleteMember(queries: Queries, speechId: SpeechId, personId: PersonId): Promise<void> {
  await queries
    .deleteFrom("members")
    .where("speech_id", "=", speechId)
    .where("person_id", "=", personId)
    .execute();
  await requireChief(queries, speechId);
}

/** A chief whose account is disabled can't act for the speech, so one who isn't must remain. */
async function requireChief(queries: Queries, speechId: SpeechId): Promise<void> {
  const chief = await queries
    .selectFrom("members")
    .innerJoin("people", "people.id", "members.person_id")
    .select("people.id")
    .where("members.speech_id", "=", speechId)
    .where("members.role", "=", "chief")
    .where("people.disabled", "=", 0)
    .executeTakeFirst();
  if (chief === undefined) throw new AppError("last-chief");
}

/** What somebody is called now; the record keeps it as it was. */
export async function nameOf(queries: Queries, personId: PersonId): Promise<string> {
  const person = await queries
    .selectFrom("people")
    .select("name")
    .where("id", "=", personId)
    .executeTakeFirst();
  return person?.name ?? "";
}
