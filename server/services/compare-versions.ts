/** Compares two texts of a speech and says who changed what. The caller decided access. */
import { hasSuggestions } from "@/core/document/proposers";
import type { SpeechId } from "@/core/ids";
import type { NumberingStyle } from "@/core/speech";
import type { VersionComparison, VersionRef } from "@/core/version";
import { acceptedSide } from "./accepted-side";
import { goesBackwards, listChangers, tracesOf } from "./changers";
import { typistsOf } from "./typed-by-person";
import { versionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

export interface TextsToCompare {
  readonly from: VersionRef;
  readonly to: VersionRef;
  /** Both with all their suggestions accepted, as they are signed and exported; else as they're written. */
  readonly accepted: boolean;
  /** Of the speech as it is now. */
  readonly numberingStyle: NumberingStyle;
}

/** `not-found` for a version that the speech doesn't have. */
export async function compareVersions(
  dependencies: VersionDependencies,
  speechId: SpeechId,
  { from, to, accepted, numberingStyle }: TextsToCompare,
): Promise<VersionComparison> {
  const { database, comparer } = dependencies;
  const written = {
    before: await versionSide(dependencies, speechId, from),
    after: await versionSide(dependencies, speechId, to),
  };
  const before = accepted ? acceptedSide(written.before) : written.before;
  const after = accepted ? acceptedSide(written.after) : written.after;
  const traces = await database.query((queries) => tracesOf(queries, speechId, { before, after }));
  const { changers: ids, ...compared } = await comparer.compare(
    before.document,
    after.document,
    traces ?? undefined,
  );
  const { come } = before.summary === null ? before : after;
  return {
    fromVersion: before.summary,
    toVersion: after.summary,
    isBackwards: goesBackwards(before, after),
    hasSuggestions: hasSuggestions(written.before.document) || hasSuggestions(written.after.document),
    numberingStyles: {
      before: before.summary?.numberingStyle ?? numberingStyle,
      after: after.summary?.numberingStyle ?? numberingStyle,
    },
    ...compared,
    changers: ids === null ? null : await database.query((queries) => listChangers(queries, ids)),
    typedSince: await database.query((queries) => typistsOf(queries, speechId, come)),
  };
}
