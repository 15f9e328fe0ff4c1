/** What changed in a text since the newest version, by how much, and whose doing it was. */
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals } from "@/core/authors/removals";
import { removedByPerson, typedByPerson } from "@/core/authors/shares";
import type { PersonId, SpeechId } from "@/core/ids";
import { countDocument } from "@/core/text/count";
import type { VersionShare } from "@/core/version";
import type { VersionSnapshot } from "@/core/version-snapshot";
import type { Traces } from "../compare/name-changers";
import type { Database, Queries } from "../db/database";
import { acceptedSide } from "./accepted-side";
import { doersOf } from "./changers";
import type { VersionRow } from "./version-rows";
import { readOriginsOf, readText } from "./version-text-store";
import type { VersionDependencies } from "./versions";

export type VersionShares = ReadonlyMap<PersonId, VersionShare>;

export interface ChangesSince {
  /** Characters, as both texts are compared on the page and on paper, so that the list tells the same. */
  readonly figures: { readonly added: number; readonly deleted: number };
  /** Of all whom that comparison names, and of who typed or took away what isn't seen in it. */
  readonly shares: VersionShares;
}

/** `isRestored`: whoever brings a version back types and takes away nothing; its figures are nobody's. */
export async function changesSince(
  { database, comparer }: VersionDependencies,
  speechId: SpeechId,
  {
    latest,
    snapshot,
    isRestored,
  }: { latest: VersionRow | undefined; snapshot: VersionSnapshot; isRestored: boolean },
): Promise<ChangesSince> {
  const before = latest === undefined ? null : acceptedSide(await keptSide(database, latest));
  const after = acceptedSide(snapshot);
  const traces: Traces | null = isRestored
    ? null
    : {
        isBackwards: false,
        before: before?.origins ?? null,
        after: after.origins,
        stateVector: latest?.state_vector ?? null,
        ...(await database.query((queries) => doersOf(queries, speechId, after))),
      };
  const compared =
    before === null ? null : await comparer.compare(before.document, after.document, traces ?? undefined);
  const { added, deleted } = compared?.counts ?? {};
  return {
    figures: {
      added: added?.characters ?? countDocument(snapshot.document).characters,
      deleted: deleted?.characters ?? 0,
    },
    shares:
      traces === null
        ? new Map()
        : await database.query((queries) =>
            withRows(queries, sharesOf(snapshot.come, traces, compared?.changers ?? [])),
          ),
  };
}

async function keptSide(database: Database, { text_id }: VersionRow) {
  return { document: await readText(database, text_id), origins: await readOriginsOf(database, text_id) };
}

function sharesOf(
  come: VersionSnapshot["come"],
  { before, after, removals: stored, people }: Traces,
  changers: readonly (readonly PersonId[])[],
): VersionShares {
  const trail = { people, removals: new RemovalIndex(stored.flatMap(decodeRemovals)) };
  const typed = typedByPerson(come, trail);
  const removed = removedByPerson({ before, after, come }, trail);
  const all = new Set([...typed.keys(), ...removed.keys(), ...changers.flat()]);
  return new Map(
    [...all].map((id) => [id, { characters: typed.get(id) ?? 0, removed: removed.get(id) ?? 0 }]),
  );
}

/** Without those of whom there is no row: a removal may be of somebody whom only a suggestion names. */
async function withRows(queries: Queries, shares: VersionShares): Promise<VersionShares> {
  if (shares.size === 0) return shares;
  const rows = await queries
    .selectFrom("people")
    .select("id")
    .where("id", "in", [...shares.keys()])
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return new Map([...shares].filter(([id]) => known.has(id)));
}
