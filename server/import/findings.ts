/** Gathers what a reader found and couldn't keep as it was. */
import { FINDING_PLACES, FINDING_WORDS, type FindingKind, type ImportFinding } from "@/core/import";

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
      const words = [...where.trim()];
      if (words.length === 0 || finding.where.length >= FINDING_PLACES) return;
      const cut = words.length > FINDING_WORDS;
      finding.where.push(cut ? `${words.slice(0, FINDING_WORDS - 1).join("")}…` : words.join(""));
    },
    list: () => [...found].map(([kind, { count, where }]) => ({ kind, count, where })),
  };
}
