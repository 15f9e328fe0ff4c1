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

export interface AgingVersion {
  readonly id: string;
  readonly kind: VersionKind;
  readonly createdAt: number;
}

/** Ids of the versions to delete; `versions` in order of time, oldest first. The newest always stays. */
export function versionsToThin(versions: readonly AgingVersion[], now: number): string[] {
  const thinnable = versions.filter(({ kind }) => isThinned(kind));
  return thinnable.flatMap((version, index) => {
    const next = thinnable[index + 1];
    if (next === undefined || version === versions.at(-1)) return [];
    const stretch = stretchAt(now - version.createdAt);
    if (stretch === null) return [];
    const isLast = Math.floor(version.createdAt / stretch) !== Math.floor(next.createdAt / stretch);
    return isLast ? [] : [version.id];
  });
}

function stretchAt(ageMs: number): number | null {
  return STRETCHES.find((stretch) => ageMs <= stretch.ageMs)?.stretchMs ?? null;
}
