/**
 * How much two blocks have in common, from the pairs of neighbouring characters (Chinese) or words
 * (Latin) in them: cheap enough for every candidate, and blind to where in the block they stand.
 */

const UNIT = /[a-z0-9\u00c0-\u024f]+|[\p{L}\p{N}]/giu;

export interface Features {
  readonly counts: ReadonlyMap<string, number>;
  /** All counts together. */
  readonly size: number;
}

export function featuresOf(text: string): Features {
  const units = text.toLowerCase().match(UNIT) ?? [];
  const counts = new Map<string, number>();
  const pairs = units.length === 1 ? units : units.slice(1).map((unit, index) => `${units[index]} ${unit}`);
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return { counts, size: pairs.length };
}

/** Dice's coefficient: 1 for equal texts, 0 for nothing in common or nothing at all. */
export function similarity(one: Features, other: Features): number {
  if (one.size === 0 || other.size === 0) return 0;
  return (2 * sharedBy(one, other)) / (one.size + other.size);
}

/** How much of the part the whole has: 1 for all of it; 0 for nothing, or no part at all. */
export function shareWithin(part: Features, whole: Features): number {
  return part.size === 0 ? 0 : sharedBy(part, whole) / part.size;
}

function sharedBy(one: Features, other: Features): number {
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [feature, count] of fewer.counts) shared += Math.min(count, more.counts.get(feature) ?? 0);
  return shared;
}
