/** A comparison with everything that is derived from it: what the comparing thread is asked for. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { compareParts, type PartChanges } from "@/core/compare/compare-parts";
import type { Comparison } from "@/core/compare/comparison";
import { type ChangeCounts, measureRows } from "@/core/compare/measure-comparison";
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import { nameChangers, type Traces } from "./name-changers";

export interface CompareRequest {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  /** For who wants to know who made the changes. */
  readonly traces?: Traces | undefined;
}

export interface Compared {
  /** Canonical, which the comparison fits. */
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  readonly comparison: Comparison;
  readonly counts: ChangeCounts;
  readonly parts: readonly PartChanges[];
  /** See nameChangers(); null without traces. */
  readonly changers: readonly (readonly PersonId[])[] | null;
}

export function compareFully({ before, after, traces }: CompareRequest): Compared {
  const comparison = compareDocuments(before, after);
  const old = canonicalDocument(before);
  const fresh = canonicalDocument(after);
  return {
    before: old,
    after: fresh,
    comparison,
    counts: measureRows(comparison.rows, old.content ?? []),
    parts: compareParts(old, fresh, comparison),
    changers: traces === undefined ? null : nameChangers({ before: old, after: fresh, comparison }, traces),
  };
}
