/** Lines that are about to go, whose words an edit joins to the line before them. */
import type { Placed } from "./track";

/**
 * The edited blocks without what is a struck line's: joined, it begins at the caret, behind what is left or was typed.
 * Its words stay where they are, and don't come as new ones. `struck`: the last block before the edit, which isn't
 * there after it.
 */
export function withoutStruckTail(
  now: readonly Placed[],
  struck: Placed | undefined,
  caret: number,
): readonly Placed[] {
  const last = now.at(-1);
  if (last === undefined || struck === undefined) return now;
  if (!last.node.isTextblock || !struck.node.isTextblock) return now;
  const at = caret - last.pos - 1;
  if (at < 0 || at >= last.node.content.size) return now;
  const tail = last.node.content.cut(at);
  const { content } = struck.node;
  const isStruckOnes = tail.size <= content.size && content.cut(content.size - tail.size).eq(tail);
  return isStruckOnes ? [...now.slice(0, -1), { ...last, node: last.node.cut(0, at) }] : now;
}
