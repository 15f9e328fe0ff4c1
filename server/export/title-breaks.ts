/** Where a title is broken by its shape: in each of the lines that its writer made. */
import type { DocumentNode } from "@/core/document/schema";
import { charactersPerLine, type PaperStyle } from "@/core/paper/paper-style";
import { titleLines } from "@/core/paper/title-lines";

/** Offsets in `text`, the text of `nodes`. A title that is formatted or being changed is left as it is. */
export function titleBreaks(paper: PaperStyle, nodes: readonly DocumentNode[], text: string): Set<number> {
  const breaks = new Set<number>();
  if (!nodes.every(({ marks = [], attrs }) => marks.length === 0 && attrs?.removed == null)) return breaks;
  let from = 0;
  for (const written of text.split("\n")) {
    let at = from;
    for (const line of titleLines(written, charactersPerLine(paper, paper.titleSize)).slice(0, -1)) {
      at = text.indexOf(line, at) + line.length;
      breaks.add(at);
    }
    from += written.length + 1;
  }
  return breaks;
}
