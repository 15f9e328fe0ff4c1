/** Requests to sign and the answers to them in the database. The callers decided access. */
import type { Insertable, Selectable } from "kysely";
import type { PersonId, SignOffRequestId, SpeechId, VersionId } from "@/core/ids";
import type { SignOffAnswer, SignOffEnd } from "@/core/sign-off";
import type { VersionSignOff } from "@/core/version";
import type { Queries } from "../db/database";
import type { Flag, SignOffRequestsTable, SignOffsTable } from "../db/tables";

export type SignOffRow = Selectable<SignOffsTable>;

export interface AskedRow {
  readonly id: PersonId;
  readonly name: string;
  readonly latest: SignOffRow | null;
}

export type RequestRow = Selectable<SignOffRequestsTable> & {
  readonly askedByName: string;
  /** In order of asking. */
  readonly asked: readonly AskedRow[];
  /** All answers to it, in their order. */
  readonly answers: readonly SignOffRow[];
};

/** The latest request of a speech, ended or not. */
export async function latestRequest(queries: Queries, speechId: SpeechId): Promise<RequestRow | null> {
  const row = await queries
    .selectFrom("sign_off_requests")
    .innerJoin("people", "people.id", "sign_off_requests.asked_by")
    .where("speech_id", "=", speechId)
    .selectAll("sign_off_requests")
    .select("people.name as askedByName")
    .orderBy("sign_off_requests.created_at", "desc")
    .orderBy("sign_off_requests.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const people = await queries
    .selectFrom("sign_off_people")
    .innerJoin("people", "people.id", "sign_off_people.person_id")
    .where("request_id", "=", row.id)
    .select(["people.id", "people.name"])
    .orderBy("position")
    .execute();
  const answers = await queries
    .selectFrom("sign_offs")
    .where("request_id", "=", row.id)
    .selectAll()
    .orderBy("number")
    .execute();
  const latest = new Map(answers.map((answer) => [answer.person_id, answer]));
  const asked = people.map(({ id, name }) => ({ id, name, latest: latest.get(id) ?? null }));
  return { ...row, asked, answers };
}

/** Everybody who was ever asked to sign the speech, with what each said last, to whichever request. */
export async function everAsked(
  queries: Queries,
  speechId: SpeechId,
): Promise<ReadonlyMap<PersonId, SignOffAnswer | null>> {
  const asked = await queries
    .selectFrom("sign_off_people")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_off_people.request_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .select("sign_off_people.person_id")
    .distinct()
    .execute();
  const answers = await queries
    .selectFrom("sign_offs")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_offs.request_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .select(["sign_offs.person_id", "sign_offs.answer"])
    .orderBy("sign_off_requests.created_at")
    .orderBy("sign_offs.number")
    .execute();
  const said = new Map(answers.map(({ person_id, answer }) => [person_id, answer]));
  return new Map(asked.map(({ person_id }) => [person_id, said.get(person_id) ?? null]));
}

/** What those are called, by their ids: of somebody who left the speech since nothing else says it. */
export async function everAskedNames(
  queries: Queries,
  speechId: SpeechId,
): Promise<Readonly<Record<PersonId, string>>> {
  const people = await queries
    .selectFrom("sign_off_people")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_off_people.request_id")
    .innerJoin("people", "people.id", "sign_off_people.person_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .select(["people.id", "people.name"])
    .distinct()
    .execute();
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}

/** What was said of each version, or of one. */
export async function signOffsOfVersions(
  queries: Queries,
  speechId: SpeechId,
  versionId?: VersionId,
): Promise<ReadonlyMap<VersionId, readonly VersionSignOff[]>> {
  const rows = await queries
    .selectFrom("sign_offs")
    .innerJoin("sign_off_requests", "sign_off_requests.id", "sign_offs.request_id")
    .innerJoin("people", "people.id", "sign_offs.person_id")
    .where("sign_off_requests.speech_id", "=", speechId)
    .$if(versionId !== undefined, (query) => query.where("sign_offs.version_id", "=", versionId as VersionId))
    .select(["sign_offs.version_id", "sign_offs.person_id", "people.name", "sign_offs.answer"])
    .orderBy("sign_off_requests.created_at")
    .orderBy("sign_offs.number")
    .execute();
  const said = new Map<VersionId, Map<PersonId, VersionSignOff>>();
  for (const { version_id, person_id, name, answer } of rows) {
    const ofVersion = said.get(version_id) ?? new Map<PersonId, VersionSignOff>();
    said.set(version_id, ofVersion.set(person_id, { name, answer }));
  }
  return new Map([...said].map(([id, ofVersion]) => [id, [...ofVersion.values()]]));
}

export async function insertRequest(
  queries: Queries,
  request: Selectable<SignOffRequestsTable>,
  people: readonly PersonId[],
): Promise<void> {
  await queries
    .updateTable("sign_off_requests")
    .set({ ended: "replaced" })
    .where("speech_id", "=", request.speech_id)
    .where("ended", "is", null)
    .execute();
  await queries.insertInto("sign_off_requests").values(request).execute();
  const asked = people.map((person_id, index) => ({
    request_id: request.id,
    position: index + 1,
    person_id,
  }));
  await queries.insertInto("sign_off_people").values(asked).execute();
}

/** Call it with the speech locked, so that answers take turns. */
export async function insertSignOff(
  queries: Queries,
  signOff: Omit<Insertable<SignOffsTable>, "number">,
): Promise<void> {
  const last = await queries
    .selectFrom("sign_offs")
    .select((expression) => expression.fn.max("number").as("number"))
    .where("request_id", "=", signOff.request_id)
    .executeTakeFirst();
  // Only what somebody said last stands for a text.
  await queries
    .updateTable("sign_offs")
    .set({ broken: 1 })
    .where("request_id", "=", signOff.request_id)
    .where("person_id", "=", signOff.person_id)
    .execute();
  await queries
    .insertInto("sign_offs")
    .values({ ...signOff, number: (last?.number ?? 0) + 1 })
    .execute();
}

export async function endRequest(queries: Queries, id: SignOffRequestId, ended: SignOffEnd): Promise<void> {
  await queries.updateTable("sign_off_requests").set({ ended }).where("id", "=", id).execute();
}

/** Whether the text is another than the one that was signed, and who alone changed it, as far as is known. */
export interface Break {
  readonly broken: Flag;
  readonly changedBy: PersonId | null;
}

/** Notes it for the list of speeches. */
export async function setBroken(
  queries: Queries,
  { request_id, number }: Pick<SignOffRow, "request_id" | "number">,
  { broken, changedBy }: Break,
): Promise<void> {
  await queries
    .updateTable("sign_offs")
    .set({ broken, changed_by: changedBy })
    .where("request_id", "=", request_id)
    .where("number", "=", number)
    .execute();
}

/** Marks that people are told that it broke; false when they were told already. */
export async function takeBreak(
  queries: Queries,
  { request_id, number }: Pick<SignOffRow, "request_id" | "number">,
): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable("sign_offs")
    .set({ break_told: 1 })
    .where("request_id", "=", request_id)
    .where("number", "=", number)
    .where("break_told", "=", 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
