/** What tells a layout from others at a glance. */
import type { Messages } from "@/core/messages/messages";
import { charactersPerLine, linesPerPage, type PaperStyle } from "@/core/paper/paper-style";

export function paperFigures(paper: PaperStyle, words: Messages["houseStyles"]): string {
  const characters = charactersPerLine(paper, paper.bodySize);
  return words.figures(linesPerPage(paper), characters, paper.titleSize);
}
