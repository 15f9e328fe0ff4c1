/** What every part of one .docx needs while it is written. */
import type { Suggestion } from "@/core/document/suggestion";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { CommentAnchors } from "./comment-anchors";
import type { LineNumber } from "./heading-numbers";
import type { Moves } from "./moves";
import type { Numbering } from "./numbering";
import { wordDates } from "./word-dates";
import type { Attributes } from "./xml";

export interface DocxContext {
  readonly paper: PaperStyle;
  /** The attributes of one revision: its number in the file, author and time. */
  revision(suggestion: Suggestion): Attributes;
  /** By whose clock times are written; the server's when left out. */
  readonly timeZone?: string | undefined;
  readonly anchors: CommentAnchors;
  readonly moves: Moves;
  readonly numbering: Numbering;
  /** The numbers of headings, in order of the top-level lines; see heading-numbers.ts. */
  readonly headings: Iterator<LineNumber>;
}

/** `names`: people by id; who isn't in it has left nothing but the id. */
export function revisions(names: ReadonlyMap<string, string>, timeZone?: string): DocxContext["revision"] {
  let last = 0;
  return ({ person, at }) => {
    last += 1;
    return { "w:id": last, "w:author": names.get(person) ?? person, ...wordDates(at, timeZone) };
  };
}
