/** A document with some blocks of another version brought back, and everything else as it is. */
import type { DocumentNode } from "@/core/document/schema";
import type { Comparison, Row } from "./comparison";

/**
 * `now` and `version` in canonical form, `comparison` from the first to the second. The blocks of
 * `version` from `start` up to before `end` come back: where they stand now if they are still there,
 * else after what they followed. What was written between them since goes; nothing else does.
 */
export function withPartRestored(
  now: DocumentNode,
  version: DocumentNode,
  { rows }: Comparison,
  { start, end }: { readonly start: number; readonly end: number },
): DocumentNode {
  const chosen = rows.map(
    (row) => "to" in row && row.kind !== "moved-away" && row.to >= start && row.to < end,
  );
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  const content = rows.flatMap((row, index) => {
    if (chosen[index]) return blockOf(version, "to" in row ? row.to : -1);
    const isInside = index > first && index < last;
    return unchosen(now, row, { start, end }, isInside);
  });
  return { ...now, content };
}

function unchosen(
  now: DocumentNode,
  row: Row,
  { start, end }: { readonly start: number; readonly end: number },
  isInside: boolean,
): readonly DocumentNode[] {
  switch (row.kind) {
    case "same":
    case "edited":
      return blockOf(now, row.from);
    case "deleted":
      return isInside ? [] : [row.block];
    case "moved-away":
      // A chosen block leaves its place of now for that in the version; others stay where they are.
      return row.to >= start && row.to < end ? [] : blockOf(now, row.from);
    case "added":
    case "moved-here":
      return [];
  }
}

function blockOf({ content = [] }: DocumentNode, index: number): readonly DocumentNode[] {
  const block = content[index];
  return block === undefined ? [] : [block];
}
