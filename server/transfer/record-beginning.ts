import type { RecordEntry } from "@/core/record";

/**
 * Whether a record tells everything from the speech's beginning on. Speeches from before that was recorded have
 * versions and requests without an entry, and nothing is wrong with them.
 */
export function hasBeginning([first]: readonly RecordEntry[]): boolean {
  return first?.kind === "create" || (first?.kind === "import" && first.facts.version === null);
}
