/** Changes that are none to what is signed: marks for reading aloud that came or went. */
import { CUE } from "../document/reading-aids";
import { withoutReadingAids } from "../document/without-reading-aids";
import type { Marks, Row, Span } from "./comparison";
import { marksOf, sameMarks } from "./inline";

/** Whether stress, pinyin and cues are all that differs. */
export function isOnlyReadingAids(change: Span | Row): boolean {
  if (change.kind === "reformatted") return sameMarks(looks(change.before), looks(change.after));
  // What a whole row adds or takes away is a block.
  return "content" in change && change.content.every(({ type }) => type === CUE);
}

const looks = (marks: Marks): Marks => marksOf(withoutReadingAids({ type: "text", marks }));
