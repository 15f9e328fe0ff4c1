/** How much each person typed between two versions. */
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";
import { peopleOfClients } from "./people-of-clients";
import type { VersionSnapshot } from "./ports";
import { removalsOf } from "./removals-of";

/** In UTF-16 units. Letters that were only put elsewhere, as by splitting a line, nobody typed. */
export async function typedByPerson(
  queries: Queries,
  speechId: SpeechId,
  { come }: Pick<VersionSnapshot, "come">,
): Promise<Map<PersonId, number>> {
  const people = await peopleOfClients(queries, speechId);
  const removals = new RemovalIndex((await removalsOf(queries, speechId)).flatMap(decodeRemovals));
  const typed = new Map<PersonId, number>();
  for (const { clientId, clock, length, typed: from } of removals.traced(come)) {
    const person = people.get(clientId)?.id;
    if (person === undefined || from.clientId !== clientId || from.clock !== clock) continue;
    typed.set(person, (typed.get(person) ?? 0) + length);
  }
  return typed;
}
