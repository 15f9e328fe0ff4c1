/** Gathers what a reader found and couldn't keep as it was. */
import { findingWords } from "@/core/finding-words";
import { FINDING_PLACES, type FindingKind, type ImportFinding } from "@/core/import";

export interface Findings {
  /** `where`: the words beside it, "" when there are none. */
  add(kind: FindingKind, where?: string): void;
  /** In the order in which each kind was met first. */
  list(): readonly ImportFinding[];
}

export function createFindings(): Findings {
  const found = new Map<FindingKind, { count: number; where: string[] }>();
  return {
    add(kind, where = "") {
      const finding = found.get(kind) ?? { count: 0, where: [] };
      found.set(kind, finding);
      finding.count += 1;
      const words = findingWords(where);
      if (words !== "" && finding.where.length < FINDING_PLACES) finding.where.push(words);
    },
    list: () => [...found].map(([kind, { count, where }]) => ({ kind, count, where })),
  };
}
