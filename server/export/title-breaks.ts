/** Where a title is broken by its shape: in each of the lines that its writer made. */
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { PINYIN, STRESS } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import { charactersPerLine, type PaperStyle } from "@/core/paper/paper-style";
import { titleLines } from "@/core/paper/title-lines";

/** What is said about words, or how to read them, leaves the title's shape as it is. */
const BESIDE_WORDS: readonly string[] = [COMMENT_MARK, PINYIN, STRESS];

/** Offsets in `text`, the text of `nodes`. A title that is formatted or being changed is left as it is. */
export function titleBreaks(paper: PaperStyle, nodes: readonly DocumentNode[], text: string): Set<number> {
  const breaks = new Set<number>();
  const isAsItIs = ({ marks = [], attrs }: DocumentNode) =>
    marks.every(({ type }) => BESIDE_WORDS.includes(type)) && attrs?.removed == null;
  if (!nodes.every(isAsItIs)) return breaks;
  let from = 0;
  for (const written of text.split("\n")) {
    let at = from;
    const lines = titleLines(written, charactersPerLine(paper, paper.titleSize));
    for (const [index, line] of lines.entries()) {
      at = text.indexOf(line, at);
      // Behind the blanks between words: in front of them they would begin the next line.
      if (index > 0) breaks.add(at);
      at += line.length;
    }
    from += written.length + 1;
  }
  return breaks;
}
