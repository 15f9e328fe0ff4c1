/** Which letters stand at places of a block. */
import type { LetterRun } from "./origins";

/**
 * The letters at these places, each alone; places count UTF-16 units of the block's text.
 * @param runs the block's, together as long as all its text
 */
export function lettersAt(runs: readonly LetterRun[], places: readonly number[]): readonly LetterRun[] {
  const letters: LetterRun[] = [];
  let index = 0;
  let start = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    for (let run = runs[index]; run !== undefined && place >= start + run.length; run = runs[index]) {
      start += run.length;
      index += 1;
    }
    const run = runs[index];
    if (run === undefined) break;
    const { clientId, clock } = run;
    letters.push({ clientId, clock: clock === null ? null : clock + place - start, length: 1 });
  }
  return letters;
}
