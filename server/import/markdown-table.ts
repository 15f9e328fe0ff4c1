/** Tables of Markdown with all that stands in their rows. */
import type { Token, Tokens } from "marked";
import type { DocumentNode } from "@/core/document/schema";
import { lexInline } from "./markdown-lexer";

/** A cell's content; handed in, since what stands in a line is read elsewhere. */
type ReadCell = (tokens: readonly Token[]) => DocumentNode[];

/** The table; as wide as its widest row, though GitHub shows no more than the head has columns. */
export function tableNode(table: Tokens.Table, readCell: ReadCell): DocumentNode {
  const { header, rows, raw } = table;
  const lines = raw.trimEnd().split("\n").slice(2);
  const cells = rows.map((row, index) => [
    ...row.map(({ tokens }) => tokens),
    ...cellsBehind(lines[index] ?? "", header.length).map((words) => lexInline(words)),
  ]);
  const width = Math.max(header.length, ...cells.map(({ length }) => length));
  const row = (contents: readonly (readonly Token[])[], type: string): DocumentNode => ({
    type: "tableRow",
    content: Array.from({ length: width }, (_, column) => ({
      type,
      content: readCell(contents[column] ?? []),
    })),
  });
  const head = header.map(({ tokens }) => tokens);
  return {
    type: "table",
    content: [row(head, "tableHeader"), ...cells.map((contents) => row(contents, "tableCell"))],
  };
}

/** What a row has behind so many cells, up to the last one with words. */
function cellsBehind(line: string, columns: number): string[] {
  const cells = cellsOf(line).slice(columns);
  while (cells.at(-1) === "") cells.pop();
  return cells;
}

/** A bar behind a backslash is a part of the words; those at the line's ends are its frame (GFM 0.29, 4.10). */
function cellsOf(line: string): string[] {
  const cells = [""];
  for (const [part] of line.matchAll(/\\[\s\S]|[^\\]/g)) {
    if (part === "|") cells.push("");
    else cells[cells.length - 1] += part === "\\|" ? "|" : part;
  }
  if (cells[0]?.trim() === "") cells.shift();
  return cells.map((words) => words.trim());
}
