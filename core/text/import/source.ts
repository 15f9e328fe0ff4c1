/**
 * What the readers of plain text and of HTML hand to the classifier: lines that still have to be
 * understood, and blocks that already are (lists, tables, quotations).
 */
import type { HeadingLevel } from "@/core/document/heading";
import type { DocumentNode } from "@/core/document/schema";

/** A stretch of text in one formatting. A line feed in it is a hard break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type SourceBlock =
  | {
      readonly kind: "line";
      readonly runs: readonly Run[];
      /** What the source itself declared: a title or a heading style. */
      readonly hint?: "title" | HeadingLevel;
      /** It stands in one centred paragraph with the line before it, so both may be one title. */
      readonly continues?: boolean;
    }
  | { readonly kind: "node"; readonly node: DocumentNode };

export function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** The runs of text between two UTF-16 offsets. */
export function sliceRuns(runs: readonly Run[], start: number, end = Number.POSITIVE_INFINITY): Run[] {
  let offset = 0;
  const slices: Run[] = [];
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (text !== "") slices.push({ ...run, text });
    offset += run.text.length;
  }
  return slices;
}

/** Without white space at both ends, full-width spaces included. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = runsText(runs);
  const start = text.length - text.trimStart().length;
  return sliceRuns(runs, start, Math.max(start, text.trimEnd().length));
}

/** The inline nodes of some runs: text with marks, hard breaks. */
export function inlineContent(runs: readonly Run[]): DocumentNode[] {
  const nodes: DocumentNode[] = [];
  for (const { text, bold, italic } of joinRuns(runs)) {
    const marks = [...(bold ? [{ type: "bold" }] : []), ...(italic ? [{ type: "italic" }] : [])];
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) nodes.push({ type: "hardBreak" });
      if (part !== "")
        nodes.push(marks.length > 0 ? { type: "text", text: part, marks } : { type: "text", text: part });
    }
  }
  return nodes;
}

/** Word cuts one sentence into many runs; equal neighbours become one text node again. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && !last.bold === !run.bold && !last.italic === !run.italic) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/** A block node of some runs. */
export function blockNode(
  type: string,
  runs: readonly Run[],
  attrs?: Readonly<Record<string, unknown>>,
): DocumentNode {
  const content = inlineContent(runs);
  return { type, ...(attrs === undefined ? {} : { attrs }), ...(content.length === 0 ? {} : { content }) };
}
