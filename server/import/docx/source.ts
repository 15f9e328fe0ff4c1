/**
 * A .docx as it was read, before it is understood: paragraphs and tables with their looks and their
 * revisions, numbers still in front of headings.
 */

import type { CueKind } from "@/core/document/reading-aids";
import type { Raising } from "@/core/text/raised";

/** Who changed something and when; equal ones beside each other are one suggestion. */
export interface Revision {
  /** Key of an author. */
  readonly person: string;
  /** Epoch milliseconds; 0 when the file doesn't say. */
  readonly at: number;
  /** What was moved has the same name where it went and where it came from. */
  readonly move: string | null;
}

/** How something comes or goes. */
export interface Fate {
  readonly inserted: Revision | null;
  readonly deleted: Revision | null;
}

export const STAYS: Fate = { inserted: null, deleted: null };

export interface Looks {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A stretch of text that looks alike all through, or one line break ("\n"). */
export interface Piece extends Fate {
  readonly text: string;
  /** As it looks before the revision of its looks. */
  readonly looks: Looks;
  readonly restyled: { readonly revision: Revision; readonly looks: Looks } | null;
  /** Whether its boldness is said of itself and not only by its paragraph's style. */
  readonly hasOwnBold: boolean;
  readonly threads: readonly string[];
  /** The East Asian font, by which a lead sentence is told from its body; null when none is named. */
  readonly font: string | null;
  /** Half points; null when none is given. */
  readonly size: number | null;
  /** Ruby above the character. */
  readonly reading: string | null;
  /** To be stressed. */
  readonly stress: boolean;
  /** In the ink in which our own reading copy prints cues. */
  readonly inCueInk: boolean;
  /** What it is instead of text. */
  readonly cue: CueKind | null;
}

/** What a paragraph's style says it is. */
export type StyleRole =
  | "title"
  | "subtitle"
  | "byline"
  | "dateLine"
  | "salutation"
  | "quotation"
  | "contents"
  | "listText"
  /** It goes on in the item above. */
  | "itemText"
  | "tableText"
  /** Of our own reading copy: the next page's first words, and what goes on there, behind a line break or not. */
  | "pageFoot"
  | "pageRest"
  | "pageRestLine";

/** In characters where the file says so, which go first; else in twentieths of a point. */
export interface Indent {
  readonly characters: number;
  readonly twips: number;
}

export interface Indents {
  readonly left: Indent;
  readonly right: Indent;
  readonly firstLine: Indent;
}

export interface LineStyle {
  readonly role: StyleRole | null;
  /** 0 is the highest; null for text. */
  readonly outline: number | null;
  readonly list: { readonly numId: string; readonly level: number } | null;
  /** Null for what stands as text does. */
  readonly alignment: "center" | "right" | null;
  readonly indents: Indents;
  /** The looks that all of its text has. */
  readonly looks: Looks;
  readonly font: string | null;
  readonly size: number | null;
  readonly hidden: boolean;
  readonly raising: Raising | null;
}

export interface SourceLine {
  readonly kind: "line";
  readonly style: LineStyle;
  readonly was: { readonly style: LineStyle; readonly revision: Revision } | null;
  readonly pieces: readonly Piece[];
  /** Its number in the list that its style names; null outside lists. */
  readonly number: number | null;
  /** What Word writes for that number; null for bullets, and for a number that is text already. */
  readonly label: string | null;
  /** What happens to the paragraph's mark, its end. */
  readonly end: Fate;
  /** Word's style separator: the next paragraph goes on in this line. */
  readonly runsOn: boolean;
  /** Two paragraphs that such a separator put into one line. */
  readonly isRunIn: boolean;
}

export interface SourceCell {
  readonly columns: number;
  readonly merge: "restart" | "continue" | null;
  readonly blocks: readonly SourceBlock[];
}

export interface SourceRow extends Fate {
  readonly isHead: boolean;
  readonly cells: readonly SourceCell[];
}

export interface SourceTable {
  readonly kind: "table";
  readonly rows: readonly SourceRow[];
}

export type SourceBlock = SourceLine | SourceTable;
