/** Breaks of a line as suggestions in it: what a proposed break carries is the kind of line that begins there. */
import type { DocumentNode } from "../document/schema";
import { type Suggestion, writeBlockForm } from "../document/suggestion";
import { BREAK, DELETION, INSERTION } from "../document/suggestion-marks";
import { applyPart } from "./apply-comparison";
import type { NodeShape, Row } from "./comparison";
import { sliceInline } from "./inline";
import { markSpans, withChange } from "./marked-line";

export type SplitRow = Extract<Row, { kind: "split" }>;

interface Parts {
  /** All that the line was broken into, without its beginning. */
  readonly all: readonly SplitRow[];
  /** Those that a proposed break can begin. */
  readonly inLine: readonly SplitRow[];
}

/** By the broken line's index in the first document. */
export type PartsInLines = ReadonlyMap<number, Parts>;

/**
 * A part with another block before it, which came there, can't begin by a break in the line, nor one whose kind a
 * break can't say: that went from the line and came as a block.
 */
export function partsInLines(rows: readonly Row[]): PartsInLines {
  const beginnings = new Map(rows.flatMap((row) => (row.kind === "edited" ? [[row.from, row.to]] : [])));
  const parts = new Map<number, Parts>();
  for (const row of rows) {
    if (row.kind !== "split") continue;
    const { all, inLine } = parts.get(row.from) ?? { all: [], inLine: [] };
    const isNext = row.to === (beginnings.get(row.from) ?? Number.NaN) + inLine.length + 1;
    const isInLine = inLine.length === all.length && isNext && isSaid(row.shape);
    parts.set(row.from, { all: [...all, row], inLine: isInLine ? [...inLine, row] : inLine });
  }
  return parts;
}

const SAID: ReadonlySet<string> = new Set(["level", "runIn"]);
const isSaid = ({ attrs = {} }: NodeShape) => Object.keys(attrs).every((name) => SAID.has(name));

/** `marked`: the beginning of `line`, with its suggestions. */
export function withParts(
  marked: DocumentNode,
  line: DocumentNode,
  { all, inLine }: Parts,
  suggestion: Suggestion,
): DocumentNode {
  const content = all.flatMap((part, index) => {
    const stretch = sliceInline(line.content ?? [], part.at, all[index + 1]?.at);
    if (index >= inLine.length) return stretch.map((node) => withChange(node, DELETION, suggestion));
    return [breakBefore(part.shape, suggestion), ...markSpans(stretch, part.spans, suggestion)];
  });
  return { ...marked, content: [...(marked.content ?? []), ...content] };
}

function breakBefore({ type, attrs = {} }: NodeShape, { id, person, at }: Suggestion): DocumentNode {
  const begins = writeBlockForm(type, attrs);
  return { type: "text", text: BREAK, marks: [{ type: INSERTION, attrs: { id, person, at, begins } }] };
}

/** The line that the part became. */
export const partOf = (line: DocumentNode, row: SplitRow): DocumentNode =>
  applyPart(sliceInline(line.content ?? [], row.at), row);
