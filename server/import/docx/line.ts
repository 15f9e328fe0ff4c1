/** A paragraph that is understood: what kind of line it is, and where it stands. */
import type { LineName } from "@/core/document/node-names";
import type { ListLevel } from "./list-formats";
import type { Fate, Looks, Piece, Revision, SourceTable } from "./source";

/** The kind of a block as suggestions name it (core/document/suggestion.ts). */
export interface LineForm {
  readonly type: LineName;
  readonly attrs: { readonly level?: number; readonly runIn?: boolean };
}

export const PARAGRAPH: LineForm = { type: "paragraph", attrs: {} };

export type LinePlace =
  | { readonly in: "speech" }
  | { readonly in: "quotation" }
  | {
      readonly in: "item";
      readonly list: { readonly numId: string; readonly level: number };
      readonly format: ListLevel;
      readonly number: number;
      /** Whether it begins the item or goes on in it. */
      readonly isFirst: boolean;
    };

export interface Line {
  readonly kind: "line";
  readonly place: LinePlace;
  readonly form: LineForm;
  /** What it was before somebody proposed its form. */
  readonly was: { readonly form: LineForm; readonly revision: Revision } | null;
  readonly pieces: readonly Piece[];
  readonly end: Fate;
  /** Looks that all of it has by its style. */
  readonly looks: Looks;
}

export type Block = Line | SourceTable;
