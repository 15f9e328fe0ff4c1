/**
 * How many characters a comparison changes: of words that were replaced only those that differ, and
 * the longer side of them. A place where more than blanks differ changes one at least, also if it is a mark that
 * 字数 doesn't count: without its point 3.5 is another figure. Moving and formatting change no character, also where
 * it takes a line into another block.
 */
import type { DocumentNode } from "@/core/document/schema";
import { countCharacters, nodeText } from "@/core/text/count";
import type { BlockEdit, Row, Span } from "./comparison";
import { type RelocatedLines, relocatedIn, relocatedLines, withoutRelocated } from "./relocated-lines";

const BLANKS = /\s+/gu;

/** `before`: the blocks that the rows' `from` counts; `relocated`: of all rows. */
export function changedCharacters(
  rows: readonly Row[],
  before: readonly DocumentNode[],
  relocated = relocatedLines(rows, before),
): number {
  return changedInRows(rows, relocated);
}

const changedInRows = (rows: readonly Row[], relocated: RelocatedLines): number =>
  rows.reduce((sum, row) => sum + changedInRow(row, relocated), 0);

function changedInRow(row: Row, relocated: RelocatedLines): number {
  switch (row.kind) {
    case "same":
    case "moved-away":
      return 0;
    case "added":
      return changedInBlock(row.block, relocated) + changedInLines(row.block, relocated);
    case "deleted":
      return changedInBlock(row.block, relocated);
    case "split":
    case "joined":
      return changedInSpans(row.spans);
    case "edited":
      return changedInEdit(row.edit, relocated);
    case "moved-here":
      return row.edit === null ? 0 : changedInEdit(row.edit, relocated);
  }
}

function changedInBlock(block: DocumentNode, relocated: RelocatedLines): number {
  const own = withoutRelocated(block, relocated);
  return own === null ? 0 : changedBetween(nodeText(own), "");
}

/** In lines that came from elsewhere with the block. */
const changedInLines = (block: DocumentNode, relocated: RelocatedLines): number =>
  relocatedIn(block, relocated).reduce((sum, { spans }) => sum + changedInSpans(spans ?? []), 0);

function changedInEdit({ content }: BlockEdit, relocated: RelocatedLines): number {
  if (content === null) return 0;
  return content.kind === "text" ? changedInSpans(content.spans) : changedInRows(content.rows, relocated);
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
