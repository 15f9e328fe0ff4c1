/**
 * How many characters a comparison changes: of words that were replaced only those that differ, and
 * the longer side of them. A place where more than blanks differ changes one at least, also if it is a mark that
 * 字数 doesn't count: without its point 3.5 is another figure. Moving and formatting change no character.
 */
import { countCharacters, nodeText } from "@/core/text/count";
import type { BlockEdit, Row, Span } from "./comparison";

const BLANKS = /\s+/gu;

export function changedCharacters(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + changedInRow(row), 0);
}

function changedInRow(row: Row): number {
  switch (row.kind) {
    case "same":
    case "moved-away":
      return 0;
    case "added":
    case "deleted":
      return changedBetween(nodeText(row.block), "");
    case "split":
    case "joined":
      return changedInSpans(row.spans);
    case "edited":
      return changedInEdit(row.edit);
    case "moved-here":
      return row.edit === null ? 0 : changedInEdit(row.edit);
  }
}

function changedInEdit({ content }: BlockEdit): number {
  if (content === null) return 0;
  return content.kind === "text" ? changedInSpans(content.spans) : changedCharacters(content.rows);
}

function changedInSpans(spans: readonly Span[]): number {
  let changed = 0;
  let deleted = "";
  let added = "";
  const count = () => {
    changed += changedBetween(deleted, added);
    deleted = "";
    added = "";
  };
  for (const span of spans) {
    if (span.kind === "deleted") deleted += span.content.map(nodeText).join("");
    else if (span.kind === "added") added += span.content.map(nodeText).join("");
    else count();
  }
  count();
  return changed;
}

/** By code points, so that no character is cut in two. */
function changedBetween(deleted: string, added: string): number {
  const [old, fresh] = [[...deleted], [...added]];
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const middle = (characters: readonly string[]) =>
    countCharacters(characters.slice(start, characters.length - end).join(""));
  const isBlank = deleted.replace(BLANKS, "") === added.replace(BLANKS, "");
  return Math.max(middle(old), middle(fresh), isBlank ? 0 : 1);
}
