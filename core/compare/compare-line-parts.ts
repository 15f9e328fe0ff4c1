/** The rows of lines that stand in parts on one side: each part compared with its stretch of the whole line. */
import type { DocumentNode } from "@/core/document/schema";
import { compareText } from "./compare-text";
import type { BlockEdit, LinePart } from "./comparison";
import { sliceInline } from "./inline";
import type { PartedAlignment, PartedLine } from "./line-parts";
import { changeOfShape, shapeOf } from "./node-shape";

export interface ComparedParts {
  /** By the whole line's row in the first document: what became of its beginning. */
  readonly beginnings: ReadonlyMap<number, BlockEdit>;
  /** By the lines of the second document that are ends of one of the first. */
  readonly split: ReadonlyMap<number, LinePart>;
  /** By the lines of the first document that are ends of one of the second. */
  readonly joined: ReadonlyMap<number, LinePart>;
}

export function compareLineParts(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  { split, joined }: Pick<PartedAlignment, "split" | "joined">,
): ComparedParts {
  const beginnings = new Map<number, BlockEdit>();
  const compared = { beginnings, split: new Map<number, LinePart>(), joined: new Map<number, LinePart>() };
  for (const line of split) {
    for (const { index: to, at, end, isBeginning } of stretches(line)) {
      const [whole, part] = [before[line.whole], after[to]];
      if (whole === undefined || part === undefined) continue;
      const spans = compareText(sliceInline(whole.content ?? [], at, end), part.content ?? []);
      if (isBeginning) {
        beginnings.set(line.whole, { shape: changeOfShape(whole, part), content: { kind: "text", spans } });
      } else compared.split.set(to, { from: line.whole, to, at, shape: shapeOf(part), spans });
    }
  }
  for (const line of joined) {
    for (const { index: from, at, end, isBeginning } of stretches(line)) {
      const [whole, part] = [after[line.whole], before[from]];
      if (whole === undefined || part === undefined) continue;
      const spans = compareText(part.content ?? [], sliceInline(whole.content ?? [], at, end));
      if (isBeginning) {
        beginnings.set(from, { shape: changeOfShape(part, whole), content: { kind: "text", spans } });
      } else compared.joined.set(from, { from, to: line.whole, at, shape: shapeOf(part), spans });
    }
  }
  return compared;
}

function stretches({ parts }: PartedLine) {
  return parts.map(({ index, at }, part) => ({
    index,
    at,
    end: parts[part + 1]?.at,
    isBeginning: part === 0,
  }));
}
