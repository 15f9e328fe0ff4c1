/** Who alone made everything by which a signed text and the present one differ. The callers decided access. */
import type { PersonId, SpeechId } from "@/core/ids";
import { acceptedSide } from "./accepted-side";
import { tracesOf } from "./changers";
import type { VersionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

/**
 * By the changes that the reader is shown, both texts with their suggestions accepted: who typed, took away, moved or
 * formatted. Null when it was several people, and where of any change it isn't known.
 */
export async function soleChangerBetween(
  { database, comparer }: Pick<VersionDependencies, "database" | "comparer">,
  speechId: SpeechId,
  sides: { readonly signed: VersionSide; readonly now: VersionSide },
): Promise<PersonId | null> {
  const [before, after] = [acceptedSide(sides.signed), acceptedSide(sides.now)];
  const traces = await database.query((queries) => tracesOf(queries, speechId, { before, after }));
  if (traces === null) return null;
  const { changers } = await comparer.compare(before.document, after.document, traces);
  const byChange = changers ?? [];
  const [person = null] = byChange.flat();
  return byChange.every((makers) => makers.length === 1 && makers[0] === person) ? person : null;
}
