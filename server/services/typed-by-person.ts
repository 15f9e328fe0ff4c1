/** Who typed since the newest version. */
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import { typedByPerson } from "@/core/authors/shares";
import type { SpeechId } from "@/core/ids";
import type { Typist } from "@/core/version";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Queries } from "../db/database";
import { personOfClients } from "./people-of-clients";
import { removalsOf } from "./removals-of";

/** With their names, most first. Nobody where nothing came. */
export async function typistsOf(
  queries: Queries,
  speechId: SpeechId,
  come: VersionSnapshot["come"],
): Promise<Typist[]> {
  if (come.length === 0) return [];
  const people = await personOfClients(queries, speechId);
  const removals = new RemovalIndex((await removalsOf(queries, speechId)).flatMap(decodeRemovals));
  const typed = typedByPerson(come, { people, removals });
  if (typed.size === 0) return [];
  const named = await queries
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "in", [...typed.keys()])
    .execute();
  return named
    .map((person) => ({ ...person, characters: typed.get(person.id) ?? 0 }))
    .sort((one, other) => other.characters - one.characters || (one.id < other.id ? -1 : 1));
}
