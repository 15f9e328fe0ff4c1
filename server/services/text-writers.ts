/** Who typed a text that is one side of a comparison. The callers decided access. */
import type { BlockAuthors } from "@/core/authors/block-authors";
import type { SpeechId } from "@/core/ids";
import type { TextWriters } from "@/core/version";
import type { Queries } from "../db/database";
import { peopleOfClients } from "./people-of-clients";

/** Text under a client id that nobody is known for has no people in `blocks`: its number is -1. */
export async function textWriters(
  queries: Queries,
  speechId: SpeechId,
  authors: BlockAuthors,
): Promise<TextWriters> {
  const byClient = await peopleOfClients(queries, speechId);
  const used = new Set(authors.flatMap((runs) => runs.map(({ clientId }) => byClient.get(clientId)?.id)));
  const people = [...new Map([...byClient.values()].map((person) => [person.id, person])).values()].filter(
    ({ id }) => used.has(id),
  );
  const numbers = new Map(people.map(({ id }, index) => [id, index]));
  const numberOf = (clientId: number) => {
    const person = byClient.get(clientId);
    return person === undefined ? -1 : (numbers.get(person.id) ?? -1);
  };
  const blocks = authors.map((runs) =>
    runs.map(({ clientId, length }) => [numberOf(clientId), length] as const),
  );
  return { people, blocks };
}
