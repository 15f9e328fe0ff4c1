import type { Node } from "@tiptap/pm/model";
import { isStruck } from "../review/struck";

export interface StruckRange {
  /** ProseMirror positions. */
  readonly from: number;
  readonly to: number;
}

/** What of a document is struck out, in its order, none within another. */
export function struckRanges(doc: Node): readonly StruckRange[] {
  const ranges: StruckRange[] = [];
  doc.descendants((node, pos) => {
    if (!isStruck(node)) return true;
    ranges.push({ from: pos, to: pos + node.nodeSize });
    return false;
  });
  return ranges;
}
