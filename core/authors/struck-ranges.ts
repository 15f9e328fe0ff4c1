import type { Node } from "@tiptap/pm/model";
import { deletionsOf } from "../review/settle-text";

export interface StruckRange {
  /** ProseMirror positions. */
  readonly from: number;
  readonly to: number;
}

/** What of a document is struck out, in its order, none within another: as core/text/without-struck.ts has it. */
export function struckRanges(doc: Node): readonly StruckRange[] {
  const ranges: StruckRange[] = [];
  doc.descendants((node, pos) => {
    const isStruck = node.attrs.removed != null || deletionsOf(node).length > 0;
    if (isStruck) ranges.push({ from: pos, to: pos + node.nodeSize });
    return !isStruck;
  });
  return ranges;
}
