/** Letters as what finds them by their ids takes them. */
import type { IdRange } from "./id-ranges";
import type { LetterRun } from "./origins";

/** Without those of versions that were kept before letters had clocks. */
export const knownLetters = (letters: readonly LetterRun[]): IdRange[] =>
  letters.flatMap(({ clientId, clock, length }) => (clock === null ? [] : [{ clientId, clock, length }]));
