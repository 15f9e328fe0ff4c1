/** The people behind the Yjs client ids of a speech, on it still or not. */
import type { AuthorName } from "@/core/authors/author";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";

export async function peopleOfClients(
  queries: Queries,
  speechId: SpeechId,
): Promise<ReadonlyMap<number, AuthorName>> {
  const rows = await queries
    .selectFrom("client_bindings")
    .innerJoin("people", "people.id", "client_bindings.person_id")
    .where("client_bindings.speech_id", "=", speechId)
    .select(["client_bindings.client_id", "people.id", "people.name"])
    .execute();
  return new Map(rows.map(({ client_id, id, name }) => [client_id, { id, name }]));
}

/** The same without their names. */
export async function personOfClients(
  queries: Queries,
  speechId: SpeechId,
): Promise<ReadonlyMap<number, PersonId>> {
  const people = await peopleOfClients(queries, speechId);
  return new Map([...people].map(([clientId, { id }]) => [clientId, id]));
}
