/** Who alone made everything by which a signed text and the present one differ. The callers decided access. */
import { changesIn } from "@/core/compare/changes-in";
import { isOnlyReadingAids } from "@/core/compare/reading-aid-changes";
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import type { NumberingStyle } from "@/core/speech";
import { acceptedSide } from "./accepted-side";
import { tracesOf } from "./changers";
import { type VersionSide, versionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

/** Asked of signed versions, each once: who alone made the present text of it. */
export function changerFinder(
  dependencies: Pick<VersionDependencies, "database" | "texts" | "comparer">,
  speechId: SpeechId,
  now: { readonly text: VersionSide; readonly numberingStyle: NumberingStyle },
): (version: VersionId) => Promise<PersonId | null> {
  const changers = new Map<VersionId, PersonId | null>();
  return async (version) => {
    const known = changers.get(version);
    if (known !== undefined) return known;
    const signed = await versionSide(dependencies, speechId, version);
    // Who numbered the headings otherwise isn't known.
    const isRenumbered = signed.summary?.numberingStyle !== now.numberingStyle;
    const changer = isRenumbered
      ? null
      : await soleChangerBetween(dependencies, speechId, { signed, now: now.text });
    changers.set(version, changer);
    return changer;
  };
}

/**
 * By the changes that the reader is shown, both texts with their suggestions accepted: who typed, took away, moved or
 * formatted. Null when it was several people, and where of any change it isn't known. Marks for reading aloud, which aren't
 * signed, count for nobody.
 */
async function soleChangerBetween(
  { database, comparer }: Pick<VersionDependencies, "database" | "comparer">,
  speechId: SpeechId,
  sides: { readonly signed: VersionSide; readonly now: VersionSide },
): Promise<PersonId | null> {
  const [before, after] = [acceptedSide(sides.signed), acceptedSide(sides.now)];
  const traces = await database.query((queries) => tracesOf(queries, speechId, { before, after }));
  if (traces === null) return null;
  const { changers, comparison } = await comparer.compare(before.document, after.document, traces);
  const changes = changesIn(comparison.rows);
  // Left out only here: without them in the texts, the nodes wouldn't be counted as where they come from is.
  const byChange = (changers ?? []).filter((_, index) => {
    const change = changes[index];
    return change === undefined || !isOnlyReadingAids(change);
  });
  const [person = null] = byChange.flat();
  return byChange.every((makers) => makers.length === 1 && makers[0] === person) ? person : null;
}
