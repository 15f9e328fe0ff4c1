/** Lines that are proposed to go on in the line before them, as core/review/settle.ts joins them. */
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot, type Suggestion } from "@/core/document/suggestion";

const removalOf = (block: DocumentNode): unknown => block.attrs?.removed ?? null;

/** Who proposes that this block goes on in one before it; null also when there is no line to go on in. */
export function joinOf(blocks: readonly DocumentNode[], index: number): Suggestion | null {
  const block = blocks[index];
  if (block === undefined) return null;
  // What is struck between the two doesn't part them.
  const target = blocks.slice(0, index).findLast((other) => removalOf(other) === removalOf(block));
  return target !== undefined && isLineName(target.type) ? readSlot(block.attrs?.joined) : null;
}

/** Who proposes that a later block goes on in this one. */
export function joinBehind(blocks: readonly DocumentNode[], index: number): Suggestion | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const next = blocks.findIndex((other, at) => at > index && removalOf(other) === removalOf(block));
  return next < 0 ? null : joinOf(blocks, next);
}
