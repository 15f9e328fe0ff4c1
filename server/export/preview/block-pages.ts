/**
 * On which pages the blocks of a paper stand. Drawing takes most of the time that a long speech's pages need,
 * and somebody who types sees two or three of them: blocks on other pages take their room and aren't drawn.
 */
import type { PageRange } from "@/core/preview";
import type { PdfBlock } from "../pdf/model";

/** A line's beginning or end, as template/page.ts reports it. */
export interface ReportedPlace {
  readonly id: number;
  readonly end: boolean;
  /** From 1. */
  readonly page: number;
  /** Points. */
  readonly y: number;
}

/** Of each block, in order; null for one of which nothing is known. */
export type BlockPages = readonly (PageRange | null)[];

export function blockPages(blocks: readonly PdfBlock[], reported: readonly ReportedPlace[]): BlockPages {
  const lines = new Map<number, PageRange>();
  for (const { id, page } of reported) {
    const { from, to } = lines.get(id) ?? { from: page - 1, to: page - 1 };
    // What a table's head says stands on each of its pages.
    lines.set(id, { from: Math.min(from, page - 1), to: Math.max(to, page - 1) });
  }
  return blocks.map((block) => {
    const ranges = lineIds(block).flatMap((id) => lines.get(id) ?? []);
    if (ranges.length === 0) return null;
    return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
  });
}

/** The blocks that have something on one of the pages, or may have. */
export function blocksOn(pages: readonly PageRange[], blocks: BlockPages): ReadonlySet<number> {
  const isOn = (block: PageRange | null) =>
    block === null || pages.some(({ from, to }) => block.from <= to && block.to >= from);
  return new Set(blocks.flatMap((block, index) => (isOn(block) ? [index] : [])));
}

/** So many pages more at either end. */
export const widened = ({ from, to }: PageRange, by: number): PageRange => ({ from: from - by, to: to + by });

function lineIds(block: PdfBlock): readonly number[] {
  switch (block.kind) {
    case "line":
      return [block.id];
    case "quotation":
      return block.blocks.flatMap(lineIds);
    case "list":
      return block.items.flat().flatMap(lineIds);
    case "table":
      return block.cells.flatMap(({ blocks }) => blocks.flatMap(lineIds));
  }
}
