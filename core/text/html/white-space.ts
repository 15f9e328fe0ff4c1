/**
 * White space of HTML source as a reader sees it. A line break of the source between two Chinese
 * characters is no space: Word and web pages break long lines anywhere.
 */
import { visibleText } from "@/core/text/import/plain-text";
import type { Run } from "@/core/text/import/source";

const EAST_ASIAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]/;

/** Stands for <br> among runs, since a line feed of the source means nothing. */
export const HARD_BREAK = "\u2028";

/** Joins the white space of neighbouring runs; HARD_BREAK becomes a line feed. */
export function collapseWhiteSpace(runs: readonly Run[]): Run[] {
  const collapsed: Run[] = [];
  let before = "";
  let pending: "none" | "space" | "line" = "none";
  for (const run of runs) {
    let text = "";
    for (const character of visibleText(run.text)) {
      if (character === " " || character === "\t") {
        if (pending === "none" && before !== " ") pending = "space";
      } else if (character === "\n" || character === "\r") {
        pending = "line";
      } else {
        text += separator(pending, before, character) + (character === HARD_BREAK ? "\n" : character);
        before = character;
        pending = "none";
      }
    }
    // A space keeps the formatting of the run that it stands in.
    if (pending === "space") {
      text += " ";
      before = " ";
      pending = "none";
    }
    if (text !== "") collapsed.push({ ...run, text });
  }
  return collapsed;
}

function separator(pending: "none" | "space" | "line", before: string, after: string): string {
  if (pending === "none" || before === " " || before === HARD_BREAK || after === HARD_BREAK) return "";
  if (pending === "line" && before === "") return "";
  return pending === "line" && EAST_ASIAN.test(before) && EAST_ASIAN.test(after) ? "" : " ";
}
