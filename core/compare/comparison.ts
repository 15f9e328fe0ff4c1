/**
 * What differs between two documents, as data: enough to make the second from the first and the first
 * from the second, and in the order in which both are read on one page. Heading numbers aren't in it,
 * since they are derived: a number that changed because something moved above it is no change.
 */
import type { DocumentNode } from "@/core/document/schema";

export type Marks = NonNullable<DocumentNode["marks"]>;

/** A node without what is in it. */
export type NodeShape = Omit<DocumentNode, "content">;

/**
 * One block of the merged order, at its index among the first document's blocks (`from`), the second
 * document's (`to`) or both. `from` rises over the rows that have a place in the first document, `to`
 * over those in the second.
 */
export type Row =
  | { readonly kind: "same"; readonly from: number; readonly to: number }
  | { readonly kind: "edited"; readonly from: number; readonly to: number; readonly edit: BlockEdit }
  | { readonly kind: "added"; readonly to: number; readonly block: DocumentNode }
  | { readonly kind: "deleted"; readonly from: number; readonly block: DocumentNode }
  /** The new place of a moved block; `move` numbers runs of blocks that moved together. */
  | {
      readonly kind: "moved-here";
      readonly from: number;
      readonly to: number;
      readonly move: number;
      readonly edit: BlockEdit | null;
    }
  /** The old place of a moved block. */
  | { readonly kind: "moved-away"; readonly from: number; readonly to: number; readonly move: number }
  /** A line of the second document that was the end of the first one's line `from`. */
  | ({ readonly kind: "split" } & LinePart)
  /** A line of the first document that is the end of the second one's line `to`. */
  | ({ readonly kind: "joined" } & LinePart);

/**
 * What stands in one line in one document and in a line of its own in the other. The line's beginning is the
 * "edited" row with the same index, whose spans go up to the first such part and no further.
 */
export interface LinePart {
  readonly from: number;
  readonly to: number;
  /** Where it begins in the line that holds it all, in the units of spans. */
  readonly at: number;
  /** Of the line of its own. */
  readonly shape: NodeShape;
  readonly spans: readonly Span[];
}

export interface BlockEdit {
  /** Another type, level or other attribute; null when only the content differs. */
  readonly shape: { readonly before: NodeShape; readonly after: NodeShape } | null;
  readonly content: ContentEdit | null;
}

export type ContentEdit =
  | { readonly kind: "text"; readonly spans: readonly Span[] }
  /** The blocks of a list, a table, a quotation. */
  | { readonly kind: "blocks"; readonly rows: readonly Row[] };

/** A stretch of a line of text. Lengths are UTF-16 units; a line break or other leaf counts one. */
export type Span =
  | { readonly kind: "same"; readonly length: number }
  | { readonly kind: "added"; readonly content: readonly DocumentNode[] }
  | { readonly kind: "deleted"; readonly content: readonly DocumentNode[] }
  /** The same words, formatted otherwise. */
  | { readonly kind: "reformatted"; readonly length: number; readonly before: Marks; readonly after: Marks };

/** Between two documents in their canonical form (canonical-document.ts). */
export interface Comparison {
  readonly rows: readonly Row[];
}
