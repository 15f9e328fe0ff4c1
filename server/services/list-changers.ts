/** Who made each change between two texts of a speech. The callers decided access. */
import { decodeStateVector } from "yjs";
import type { AuthorName } from "@/core/authors/author";
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import { changersOf } from "@/core/compare/changers";
import { changesIn } from "@/core/compare/changes-in";
import type { PersonId, SpeechId } from "@/core/ids";
import type { ListedChangers, VersionComparison } from "@/core/version";
import type { Queries } from "../db/database";
import { peopleOfClients } from "./people-of-clients";
import type { VersionSide } from "./version-side";

type Compared = Pick<VersionComparison, "before" | "after" | "comparison">;

/** Null where it isn't known who wrote the later text, or it isn't the second. */
export async function listChangers(
  queries: Queries,
  speechId: SpeechId,
  { before, after, compared }: { before: VersionSide; after: VersionSide; compared: Compared },
): Promise<ListedChangers | null> {
  if (after.origins === null || momentOf(before) > momentOf(after)) return null;
  if (after.summary?.kind === "imported") return null;
  const byClient = await peopleOfClients(queries, speechId);
  const changers = changersOf(compared.comparison.rows, compared, {
    before: before.origins,
    after: after.origins,
    since: before.summary?.kind === "imported" ? null : decodeStateVector(before.stateVector),
    removals: new RemovalIndex(await readRemovals(queries, speechId)),
    personOf: (clientId) => byClient.get(clientId)?.id ?? null,
  });
  const people = await peopleIn(queries, [...changers.values()].flat());
  const numbers = new Map(people.map(({ id }, index) => [id, index]));
  const numbered = (ids: readonly PersonId[]) => ids.flatMap((id) => numbers.get(id) ?? []);
  const changes = changesIn(compared.comparison.rows);
  return { people, byChange: changes.map((change) => numbered(changers.get(change) ?? [])) };
}

async function readRemovals(queries: Queries, speechId: SpeechId) {
  const rows = await queries
    .selectFrom("removals")
    .select(["person_id", "bytes"])
    .where("speech_id", "=", speechId)
    .orderBy("seq")
    .execute();
  return rows.flatMap(({ person_id, bytes }) => decodeRemovals(bytes, person_id));
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
