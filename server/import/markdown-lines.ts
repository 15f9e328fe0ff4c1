/**
 * Paragraphs that stand in neighbouring lines of Markdown. CommonMark takes them for one that was broken to fit the
 * width of a screen; offices write them so all the same, and a numbered one would vanish in the one above.
 */
import { type Run, runsText, sliceRuns } from "@/core/text/import/source";
import { beginsParagraph } from "./begins-paragraph";

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
