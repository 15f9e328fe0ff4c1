/** What every part of one paper needs while it is made. */
import type { DocumentNode } from "@/core/document/schema";
import type { Suggestion } from "@/core/document/suggestion";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { LineNumber } from "../docx/heading-numbers";

export interface PdfContext {
  readonly paper: PaperStyle;
  /** The numbers of headings, in order of the top-level lines; see ../docx/heading-numbers.ts. */
  readonly headings: Iterator<LineNumber>;
  /** The next line's id. */
  nextLine(): number;
  /** Whether what this suggestion takes away or brings is moved. */
  isMoved(suggestion: Suggestion): boolean;
  /** A person's place in the palette of revisions. */
  colourOf(person: string): number;
  /** The numbers of the comments that end behind this node. */
  commentsAfter(node: DocumentNode): readonly number[];
}

/** How many colours the template has for people. */
const COLOURS = 6;

/**
 * Each person their own colour, as long as there are enough.
 * @param inks gets who has which
 */
export function colours(inks: Map<string, number>): PdfContext["colourOf"] {
  return (person) => {
    const known = inks.get(person) ?? inks.size % COLOURS;
    inks.set(person, known);
    return known;
  };
}
