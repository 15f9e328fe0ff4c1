/** The marks of a shared text by whose they are: one person's suggestion changes nothing but the own ones. */
import { COMMENT_MARK } from "@/core/document/comment-mark";
import type { Suggestion } from "@/core/document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "@/core/document/suggestion-marks";
import type { Letters } from "./letters";
import { marksAsBound } from "./yjs-content";

export type SharedMarks = Letters["marks"];

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);
const nameOf = (key: string): string => key.split("--", 1)[0] ?? key;

interface MarkedInsertion extends Suggestion {
  readonly begins: string | null;
}

/** Null on text that is there without any suggestion. The schema has checked what the mark holds. */
export function insertionIn(marks: SharedMarks): MarkedInsertion | null {
  return (marks[INSERTION] as MarkedInsertion | undefined) ?? null;
}

/**
 * What a letter that stood there before carries afterwards. Whether it is proposed was decided when it
 * came; on the person's own insertion the looks are the person's too.
 */
export function keptMarks(before: SharedMarks, after: SharedMarks, person: string): SharedMarks {
  const isOwnText = insertionIn(before)?.person === person;
  const isOwn = ([key, value]: [string, unknown]) => {
    const name = nameOf(key);
    if (name === INSERTION || name === COMMENT_MARK) return false;
    return CARRIERS.has(name) ? (value as Suggestion).person === person : isOwnText;
  };
  const ofOthers = Object.entries(before).filter((mark) => !isOwn(mark));
  return Object.fromEntries([...ofOthers, ...Object.entries(after).filter(isOwn)]);
}

/** What nobody but the server, or somebody else, may put on a person's words is taken off. */
export function withoutOthersMarks(marks: SharedMarks, person: string): SharedMarks {
  const isOthers = ([key, value]: [string, unknown]) => {
    const name = nameOf(key);
    return name === COMMENT_MARK || (CARRIERS.has(name) && (value as Suggestion).person !== person);
  };
  return Object.fromEntries(Object.entries(marks).filter((mark) => !isOthers(mark)));
}

/**
 * What a new letter carries: it is the person's insertion, whatever it took over from around it. A thread stays on the
 * words that it was made on, of which this is a copy.
 */
export function insertedMarks(after: SharedMarks, suggestion: Suggestion): SharedMarks {
  const insertion = insertionIn(after);
  if (insertion?.person === suggestion.person) return after;
  const kept = Object.entries(after).filter(([key]) => nameOf(key) !== COMMENT_MARK);
  return { ...Object.fromEntries(kept), [INSERTION]: { ...suggestion, begins: insertion?.begins ?? null } };
}

/** What a letter carries that went though it wasn't the person's: it is struck out instead. */
export function struckMarks(before: SharedMarks, suggestion: Suggestion): SharedMarks {
  const attrs = { ...suggestion, of: insertionIn(before)?.id ?? null };
  return { ...before, ...marksAsBound([{ type: DELETION, attrs }]) };
}
