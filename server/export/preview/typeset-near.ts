/** Typesetting of which only the pages that somebody is near are drawn. */
import type { PageRange } from "@/core/preview";
import { type BlockPages, blocksOn, widened } from "./block-pages";

export interface NearPages {
  /** Pages that are drawn whatever it takes, and the last one besides. */
  readonly near: readonly PageRange[];
  /** Where the blocks stood the last time. */
  readonly before: BlockPages;
}

/** What is on these next to them is drawn too: where a line more or less moves it there, once is enough. */
const BESIDE = 1;

/** Draws what stood near the last time; if more stands there now, a second time with that. */
export function typesetNear<Made extends { readonly blocks: BlockPages }>(
  { near, before }: NearPages,
  typeset: (drawn: ReadonlySet<number>) => Made,
): Made & { isDrawn(page: number): boolean } {
  let drawn: ReadonlySet<number> = new Set();
  let known = before;
  for (;;) {
    const beside = wanted(near, known).map((range) => widened(range, BESIDE));
    drawn = new Set([...drawn, ...blocksOn(beside, known)]);
    const made = typeset(drawn);
    const { blocks } = made;
    const areDrawn = (pages: readonly PageRange[]) =>
      [...blocksOn(pages, blocks)].every((block) => drawn.has(block));
    if (areDrawn(wanted(near, blocks))) {
      return { ...made, isDrawn: (page) => areDrawn([{ from: page, to: page }]) };
    }
    known = blocks;
  }
}

function wanted(near: readonly PageRange[], blocks: BlockPages): PageRange[] {
  const last = Math.max(...blocks.map((block) => block?.to ?? 0));
  return [...near, { from: last, to: last }];
}
