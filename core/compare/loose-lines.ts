/** The lines that a comparison has as deleted in one place or added in another, in the order of its rows. */
import type { DocumentNode } from "@/core/document/schema";
import { isLineName } from "../document/node-names";
import type { NodeShape, Row } from "./comparison";
import { shapeOf } from "./node-shape";

/** Where a line stands: the blocks around it. */
export interface Holder {
  /** Their types, from the outside to the inside. */
  readonly types: readonly string[];
  /** The innermost with a name of its own: a list, a quotation; null for a line of the text itself. */
  readonly named: NodeShape | null;
  /** The indices that lead to them from the document's blocks. */
  readonly path: readonly number[];
}

export interface LooseLine {
  /** The very node in the comparison's rows. */
  readonly node: DocumentNode;
  readonly row: LooseRow;
  /** Equal for lines whose blocks were aligned with each other: those aren't looked at again. */
  readonly level: object;
  readonly holder: Holder;
  readonly path: readonly number[];
  /** Equal for lines with nothing between them that stayed in its place. */
  readonly gap: number;
}

export type LooseRow = Extract<Row, { kind: "added" | "deleted" }>;

export interface LooseLines {
  readonly gone: readonly LooseLine[];
  readonly come: readonly LooseLine[];
}

const OUTSIDE: Holder = { types: [], named: null, path: [] };
/** Of a figure in a table the place says what it is of: none goes elsewhere. */
export const TABLES: ReadonlySet<string> = new Set(["table", "tableRow", "tableCell", "tableHeader"]);

/** `before`: the blocks that the rows' `from` counts. */
export function looseLines(rows: readonly Row[], before: readonly DocumentNode[]): LooseLines {
  const [gone, come]: [LooseLine[], LooseLine[]] = [[], []];
  let lastGap = 0;
  let gap = 0;
  const beginGap = () => {
    lastGap += 1;
    gap = lastGap;
  };

  walk(rows, before, { before: OUTSIDE, after: OUTSIDE });
  return { gone, come };

  function walk(
    level: readonly Row[],
    blocks: readonly DocumentNode[],
    holders: { readonly before: Holder; readonly after: Holder },
  ): void {
    for (const row of level) {
      if (row.kind === "deleted") note(gone, row, level, { holder: holders.before, index: row.from });
      else if (row.kind === "added") note(come, row, level, { holder: holders.after, index: row.to });
      else if (row.kind === "edited" || row.kind === "moved-here") {
        const block = blocks[row.from];
        const content = row.edit?.content;
        const around = gap;
        if (row.kind === "moved-here") beginGap();
        if (block !== undefined && content?.kind === "blocks" && !TABLES.has(block.type)) {
          const now = row.edit?.shape?.after ?? block;
          const inside = {
            before: within(holders.before, block, row.from),
            after: within(holders.after, now, row.to),
          };
          walk(content.rows, block.content ?? [], inside);
        } else beginGap();
        // What moved stands between no two blocks that stayed.
        if (row.kind === "moved-here") gap = around;
      } else if (row.kind !== "moved-away") beginGap();
    }
  }

  function note(lines: LooseLine[], row: LooseRow, level: object, place: Place): void {
    for (const line of linesOf(row.block, level, place)) lines.push({ ...line, row, gap });
  }
}

interface Place {
  readonly holder: Holder;
  readonly index: number;
}

function linesOf(
  block: DocumentNode,
  level: object,
  { holder, index }: Place,
): readonly Omit<LooseLine, "row" | "gap">[] {
  if (TABLES.has(block.type)) return [];
  if (isLineName(block.type)) return [{ node: block, level, holder, path: [...holder.path, index] }];
  const inside = within(holder, block, index);
  return (block.content ?? []).flatMap((child, at) => linesOf(child, block, { holder: inside, index: at }));
}

function within({ types, named, path }: Holder, block: NodeShape, index: number): Holder {
  return {
    types: [...types, block.type],
    named: block.type === "listItem" ? named : shapeOf(block),
    path: [...path, index],
  };
}
