/** Makes one document from the other and what differs between them, both ways: a comparison that leaves anything out shows by it. */
import { applyEdit } from "@/core/compare/apply-comparison";
import type { Comparison } from "@/core/compare/comparison";
import { invertRows } from "@/core/compare/invert-comparison";
import type { DocumentNode } from "@/core/document/schema";

/** `before` is canonical; throws RangeError when the comparison is another document's. */
export function applyComparison(before: DocumentNode, { rows }: Comparison): DocumentNode {
  return applyEdit(before, { shape: null, content: { kind: "blocks", rows } });
}

/** Takes the comparison back: from the second document to the first. */
export function revertComparison(after: DocumentNode, { rows }: Comparison): DocumentNode {
  return applyComparison(after, { rows: invertRows(rows) });
}
