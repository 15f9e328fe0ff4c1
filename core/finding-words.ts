/** The words beside what was found in a file: as many as a report has room for. */
import { FINDING_WORDS } from "./import";

/** No character takes more than two units; one more says whether there are more. */
const MOST_UNITS = 2 * (FINDING_WORDS + 1);

/** The first words of these. */
export function findingWords(where: string): string {
  const words = [...where.trim().slice(0, MOST_UNITS)];
  return words.length > FINDING_WORDS ? `${words.slice(0, FINDING_WORDS - 1).join("")}…` : words.join("");
}

/** The last words of these. */
export function lastFindingWords(where: string): string {
  const words = [...where.trim().slice(-MOST_UNITS)];
  return words.length > FINDING_WORDS ? `…${words.slice(1 - FINDING_WORDS).join("")}` : words.join("");
}
