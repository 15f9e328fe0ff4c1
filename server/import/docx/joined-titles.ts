/** A title over two paragraphs, or with its ——subtitle, is one line with a break in it. */
import type { Block, Line } from "./line";
import type { Fate, Piece } from "./source";
import { isDeleted, isInserted } from "./whole-lines";

/** The speech with each such title as one. */
export function joinedTitles(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const last = before?.kind === "line" ? before.pieces.at(-1) : undefined;
    if (isTitle(before) && isTitle(block) && isSettled(before.end) && last !== undefined) {
      joined[joined.length - 1] = joinedTitle(before, last, block);
    } else joined.push(block);
  }
  return joined;
}

const isTitle = (block: Block | undefined): block is Line =>
  block?.kind === "line" && block.form.type === "title" && block.was === null;

const isSettled = ({ inserted, deleted }: Fate): boolean => inserted === null && deleted === null;

/**
 * Where all of the second comes or goes, its end included, what comes or goes is the break in front of it: its end as
 * the whole title's would have the line below go on in the title.
 */
function joinedTitle(first: Line, last: Piece, second: Line): Line {
  const { inserted, deleted } = second.end;
  const comes = isInserted(second) ? inserted : null;
  const goes = isDeleted(second) ? deleted : null;
  // It looks like the words in front of it, and nothing that is proposed of these is proposed of it.
  const between: Piece = { ...last, text: "\n", restyled: null, inserted: comes, deleted: goes };
  return {
    ...second,
    pieces: [...first.pieces, between, ...second.pieces],
    end: { inserted: comes === null ? inserted : null, deleted: goes === null ? deleted : null },
  };
}
