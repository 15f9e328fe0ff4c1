/** The words beside what was found in a file: as many as a report has room for. */
import { FINDING_WORDS } from "./import";

export function findingWords(where: string): string {
  const words = [...where.trim()];
  return words.length > FINDING_WORDS ? `${words.slice(0, FINDING_WORDS - 1).join("")}…` : words.join("");
}
