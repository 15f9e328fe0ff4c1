/** Lines that stand in one paragraph of the file and are several all the same, since one of them is numbered. */
import { readTypedNumber } from "@/core/text/import/typed-number";

/** Nobody breaks lines at fewer characters: what ends before is meant to. */
const NARROWEST_LINE = 20;
const ENDS = /[。！？；：…!?;:.][”’"'）)》]*$/;
/** What goes on behind: a list of words, 第⏎（三）项, an opened bracket. */
const GOES_ON = /[，、,第“‘（(《]$/;
const SENTENCE_MARK = /[。！？；：，,;:!?]/;

/** Whether a line is a paragraph of its own below another; both without blanks around them. */
export function beginsParagraph(line: string, before: string): boolean {
  const isNumberedBefore = readTypedNumber(before) !== null;
  const isShortBefore = before.length < NARROWEST_LINE;
  if (readTypedNumber(line) === null) return isNumberedBefore && isShortBefore && !SENTENCE_MARK.test(before);
  return !GOES_ON.test(before) && (isNumberedBefore || isShortBefore || ENDS.test(before));
}
