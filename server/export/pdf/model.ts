/**
 * What the typesetting template is given: a speech as plain data. The template reads it as JSON and
 * evaluates none of it, so nothing that somebody types is ever code (template/page.ts).
 */
import type { PaperFonts, PaperStyle } from "@/core/paper/paper-style";

export type FontRole = keyof PaperFonts;

/** What a role of the preset is set in. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  /** Whether the family has a bold of its own; else the letters are drawn thicker. */
  readonly hasBold: boolean;
}

export interface PdfPaper
  extends Pick<
    PaperStyle,
    | "page"
    | "margins"
    | "linePitch"
    | "characterSpacing"
    | "titleSize"
    | "bodySize"
    | "tableSize"
    | "pageNumber"
  > {
  readonly faces: Readonly<Record<FontRole, Face>>;
  /** Millimetres beside the paper for comments; 0 without any. */
  readonly commentColumn: number;
}

/** A stretch of text of one look, or a line break. */
export interface PdfRun {
  readonly text: string;
  readonly font: FontRole;
  /** Quotation marks, dashes and dots are Latin (../latin-signs.ts). */
  readonly latin: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly breaks: boolean;
  /** Whose insertion and whose deletion it is, as indexes into the palette. */
  readonly inserted: number | null;
  readonly deleted: number | null;
  /** Whether the insertion brings it from another place. */
  readonly movedHere: boolean;
  /** Whether the deletion takes it to another place. */
  readonly movedAway: boolean;
  /** Whose change it is that it is bold or italic, or no more. */
  readonly reformatted: number | null;
  /** The numbers of the comments that end behind it. */
  readonly comments: readonly number[];
}

export type LineLook = "paragraph" | "title" | "byline" | "dateLine" | "salutation" | "heading" | "inner";

export interface PdfLine {
  readonly kind: "line";
  /** From 0, in the order of the paper. */
  readonly id: number;
  readonly look: LineLook;
  /** Of headings 1–4; 0 for a title, null for all else. */
  readonly level: number | null;
  /** What is a heading, with its number. */
  readonly lead: readonly PdfRun[];
  readonly body: readonly PdfRun[];
  /** One empty line above. */
  readonly spaceBefore: boolean;
  /** Something in it is proposed. */
  readonly changed: boolean;
}

export interface PdfQuotation {
  readonly kind: "quotation";
  readonly blocks: readonly PdfBlock[];
}

export interface PdfList {
  readonly kind: "list";
  /** Typst's numbering pattern; null for bullets. */
  readonly numbering: string | null;
  readonly start: number;
  readonly items: readonly (readonly PdfBlock[])[];
}

export interface PdfCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly head: boolean;
  /** Whether it has to be measured to know that a page holds it. */
  readonly mayBeTall: boolean;
  readonly blocks: readonly PdfBlock[];
}

export interface PdfTable {
  readonly kind: "table";
  /** Of each column in the table's width. */
  readonly shares: readonly number[];
  /** Of its type, points. */
  readonly size: number;
  /** How many rows from the first repeat on every page. */
  readonly headRows: number;
  readonly cells: readonly PdfCell[];
}

export type PdfBlock = PdfLine | PdfQuotation | PdfList | PdfTable;

export interface PdfComment {
  readonly number: number;
  readonly resolved: boolean;
  /** The first and its answers. */
  readonly said: readonly {
    readonly name: string;
    readonly when: string;
    readonly text: string;
    /** Its quotation marks, dashes and dots are Latin. */
    readonly latin: boolean;
  }[];
}

/** 花脸稿: each kind of change has an ink and a shape of its own, explained above the first page. */
export interface PdfComparison {
  /** In black alone, for copying: told apart by shape. */
  readonly blackAndWhite: boolean;
  readonly legend: Readonly<Record<"added" | "deleted" | "movedHere" | "movedAway" | "reformatted", string>>;
  /** What is said of the two texts as a whole, a line each. */
  readonly notes: readonly string[];
}

export interface PdfModel {
  readonly title: string;
  /** The fonts that were replaced, for the file's properties. */
  readonly description: string;
  readonly paper: PdfPaper;
  /** Null for a speech, whose changes are in the inks of those who propose them. */
  readonly comparison: PdfComparison | null;
  /** Whose changes are shown, in the order of the text; none for a clean copy and a comparison. */
  readonly proposers: readonly { readonly name: string; readonly ink: number }[];
  readonly blocks: readonly PdfBlock[];
  /** Of each of the blocks: false for one that only takes its room. */
  readonly drawn: readonly boolean[];
  readonly comments: readonly PdfComment[];
  /** Comments on the speech as a whole. */
  readonly wholeComments: readonly number[];
  /** `size`: points. */
  readonly watermark: { readonly text: string; readonly size: number } | null;
}
