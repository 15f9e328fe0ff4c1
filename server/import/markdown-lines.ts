/**
 * Paragraphs that stand in neighbouring lines of Markdown. CommonMark takes them for one that was broken to fit the
 * width of a screen; offices write them so all the same, and a numbered one would vanish in the one above.
 */
import { type Run, runsText, sliceRuns } from "@/core/text/import/source";
import { readTypedNumber } from "@/core/text/import/typed-number";

/** Nobody breaks lines at fewer characters: what ends before is meant to. */
const NARROWEST_LINE = 20;
const ENDS = /[。！？；：…!?;:.][”’"'）)》]*$/;
/** What goes on behind: a list of words, 第⏎（三）项, an opened bracket. */
const GOES_ON = /[，、,第“‘（(《]$/;
const SENTENCE_MARK = /[。！？；：，,;:!?]/;

/** The runs of each paragraph; a line feed in `runs` is a line's end in the file, which else means nothing. */
export function paragraphsIn(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [];
  let [start, at] = [0, 0];
  let before = "";
  for (const line of runsText(runs).split("\n")) {
    if (before !== "" && beginsParagraph(line.trim(), before)) {
      paragraphs.push(sliceRuns(runs, start, at));
      start = at;
    }
    before = line.trim();
    at += line.length + 1;
  }
  return [...paragraphs, sliceRuns(runs, start)];
}

/** Whether a line is a paragraph of its own below another. */
function beginsParagraph(line: string, before: string): boolean {
  const isNumberedBefore = readTypedNumber(before) !== null;
  const isShortBefore = before.length < NARROWEST_LINE;
  if (readTypedNumber(line) === null) return isNumberedBefore && isShortBefore && !SENTENCE_MARK.test(before);
  return !GOES_ON.test(before) && (isNumberedBefore || isShortBefore || ENDS.test(before));
}
