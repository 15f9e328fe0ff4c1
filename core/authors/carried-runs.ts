/**
 * Letters whose id names who put them where they stand and not who typed them: the binding knows no
 * moving, so splitting a line or making it a heading writes its letters anew, under another client's id.
 */
import { type IdRange, IdRanges } from "./id-ranges";
import type { BlockOrigins } from "./origins";
import type { RemovalIndex } from "./removal-index";

export interface CarriedRun extends IdRange {
  /** The client id that they were typed under. */
  readonly typedBy: number;
}

export const NOTHING_CARRIED = new IdRanges<CarriedRun>();

/** Of the letters that stand in a text. Neighbours of one typist are one run. */
export function carriedRuns(
  origins: readonly BlockOrigins[],
  removals: Pick<RemovalIndex, "traced">,
): readonly CarriedRun[] {
  const runs: CarriedRun[] = [];
  for (const { clientId, clock, length, typed } of removals.traced(
    origins.flatMap(({ letters }) => letters),
  )) {
    if (typed.clientId === clientId) continue;
    const last = runs.at(-1);
    if (
      last?.clientId === clientId &&
      last.clock + last.length === clock &&
      last.typedBy === typed.clientId
    ) {
      runs[runs.length - 1] = { ...last, length: last.length + length };
    } else runs.push({ clientId, clock, length, typedBy: typed.clientId });
  }
  return runs;
}
