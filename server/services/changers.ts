/** Who made each change between two texts of a speech. The callers decided access. */
import type { AuthorName } from "@/core/authors/author";
import type { PersonId, SpeechId } from "@/core/ids";
import type { ListedChangers } from "@/core/version";
import type { Traces } from "../compare/name-changers";
import type { Queries } from "../db/database";
import { personOfClients } from "./people-of-clients";
import { removalsOf } from "./removals-of";
import type { VersionSide } from "./version-side";

/** What it is told from; null where it isn't known who wrote the later text. */
export async function tracesOf(
  queries: Queries,
  speechId: SpeechId,
  { before, after }: { readonly before: VersionSide; readonly after: VersionSide },
): Promise<Traces | null> {
  if (isImported(after)) return null;
  const isBackwards = goesBackwards(before, after);
  const [older, newer] = isBackwards ? [after, before] : [before, after];
  if (newer.origins === null) return null;
  return {
    isBackwards,
    before: older.origins,
    after: newer.origins,
    stateVector: isImported(older) ? null : older.stateVector,
    ...(await doersOf(queries, speechId, newer)),
  };
}

/** Who wrote what, and who took out what isn't in this text any more. */
export async function doersOf(
  queries: Queries,
  speechId: SpeechId,
  { proposedRemovals = [] }: Pick<VersionSide, "proposedRemovals">,
): Promise<Pick<Traces, "removals" | "people">> {
  const people = await personOfClients(queries, speechId);
  // First: what was accepted since had been proposed by then.
  return { people, removals: [...proposedRemovals, ...(await removalsOf(queries, speechId))] };
}

/** Whether the second is the older one. A draft that came back stands beside the speech's own line, whenever it came. */
export function goesBackwards(before: VersionSide, after: VersionSide): boolean {
  return !isImported(before) && !isImported(after) && momentOf(before) > momentOf(after);
}

/** With the people's names. */
export async function listChangers(
  queries: Queries,
  changers: readonly (readonly PersonId[])[],
): Promise<ListedChangers> {
  const people = await peopleIn(queries, changers.flat());
  const numbers = new Map(people.map(({ id }, index) => [id, index]));
  return { people, byChange: changers.map((ids) => ids.flatMap((id) => numbers.get(id) ?? [])) };
}

/** Who made most changes comes first. */
async function peopleIn(queries: Queries, ids: readonly PersonId[]): Promise<AuthorName[]> {
  const counts = new Map<PersonId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return [];
  const people = await queries
    .selectFrom("people")
    .select(["id", "name"])
    .where("id", "in", [...counts.keys()])
    .execute();
  return people.sort(
    (one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1),
  );
}

const momentOf = ({ summary }: VersionSide) => summary?.createdAt ?? Number.POSITIVE_INFINITY;
const isImported = ({ summary }: VersionSide) => summary?.kind === "imported";
