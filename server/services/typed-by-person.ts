/** How much each person typed between two versions. */
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import type { PersonId, SpeechId } from "@/core/ids";
import type { VersionAuthor } from "@/core/version";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Queries } from "../db/database";
import { peopleOfClients } from "./people-of-clients";
import { removalsOf } from "./removals-of";

/** With their names, most first. Nobody where nothing came. */
export async function typistsOf(
  queries: Queries,
  speechId: SpeechId,
  come: VersionSnapshot["come"],
): Promise<VersionAuthor[]> {
  const typed = come.length === 0 ? new Map() : await typedByPerson(queries, speechId, { come });
  if (typed.size === 0) return [];
  const people = await queries
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "in", [...typed.keys()])
    .execute();
  return people
    .map((person) => ({ ...person, characters: typed.get(person.id) ?? 0 }))
    .sort((one, other) => other.characters - one.characters || (one.id < other.id ? -1 : 1));
}

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
