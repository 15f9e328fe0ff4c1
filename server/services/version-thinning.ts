/**
 * Which versions go as they age. Those that somebody named or signed and those of a stage stay for ever; of the
 * others the last of each stretch of time stays, and the stretches grow with age.
 */
import { isThinned, type VersionKind } from "@/core/version";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Up to this age, one version per this stretch; null keeps each. */
const STRETCHES: readonly { readonly ageMs: number; readonly stretchMs: number | null }[] = [
  { ageMs: DAY, stretchMs: null },
  { ageMs: 7 * DAY, stretchMs: HOUR },
  { ageMs: 90 * DAY, stretchMs: DAY },
  { ageMs: Number.POSITIVE_INFINITY, stretchMs: 7 * DAY },
];

/**
 * A time without versions ages those before it by so much at most: a clock that was ahead for a moment, with which one
 * was kept, would take what can't be had back. What was quiet for weeks ages on as the writing goes on.
 */
const LONGEST_GAP_MS = DAY;

/**
 * What is kept behind the one before it, as after a clock that was ahead (keep-version.ts), has a time so much later:
 * made up, and many weeks' versions would lie in one stretch. Pauses in the writing are minutes apart.
 */
const MADE_UP_GAP_MS = 1;

export interface AgingVersion {
  readonly id: string;
  readonly kind: VersionKind;
  readonly createdAt: number;
}

/**
 * Ids of the versions to delete; `versions` in order of time, oldest first. The newest always stays, and is of age 0;
 * so do those whose times say nothing of when they were made.
 */
export function versionsToThin(versions: readonly AgingVersion[]): string[] {
  const ages = agesOf(versions);
  const timeless = inMadeUpRows(versions);
  const thinnable = versions.filter(({ kind }) => isThinned(kind));
  return thinnable.flatMap((version, index) => {
    const next = thinnable[index + 1];
    if (next === undefined || timeless.has(version)) return [];
    const stretch = stretchAt(ages.get(version) ?? 0);
    if (stretch === null) return [];
    const isLast = Math.floor(version.createdAt / stretch) !== Math.floor(next.createdAt / stretch);
    return isLast ? [] : [version.id];
  });
}

function agesOf(versions: readonly AgingVersion[]): ReadonlyMap<AgingVersion, number> {
  const ages = new Map<AgingVersion, number>();
  let age = 0;
  let later: AgingVersion | undefined;
  for (const version of versions.toReversed()) {
    if (later !== undefined) age += Math.min(later.createdAt - version.createdAt, LONGEST_GAP_MS);
    ages.set(version, age);
    later = version;
  }
  return ages;
}

/** From the first of each row to its last: else it would go one by one from its ends. */
function inMadeUpRows(versions: readonly AgingVersion[]): ReadonlySet<AgingVersion> {
  return new Set(
    versions.flatMap((version, index) => {
      const before = versions[index - 1];
      const isBehind = before !== undefined && version.createdAt - before.createdAt <= MADE_UP_GAP_MS;
      return isBehind ? [before, version] : [];
    }),
  );
}

function stretchAt(ageMs: number): number | null {
  return STRETCHES.find((stretch) => ageMs <= stretch.ageMs)?.stretchMs ?? null;
}
