/** How deep lists stand in one another: LIMITS.nestedBlocks, for texts that come from elsewhere. */
import { LIMITS } from "@/core/limits";
import { isInlineName } from "./node-names";
import type { DocumentNode } from "./schema";

/** How many blocks stand around the content of a table's cell: table, row and the cell. */
export const BLOCKS_AROUND_CELL = 3;

/**
 * The text with the items of lists that stand too deep as items of the last list that doesn't, in the same order.
 * `depth`: how many blocks stand around it where it goes. No word is lost.
 */
export function withShallowLists(node: DocumentNode, depth = 0): DocumentNode {
  const { content, type } = node;
  if (content === undefined || isInlineName(content[0]?.type ?? "")) return node;
  // A list in an item of this one would take two more, and its item and line as many again.
  const isDeepest = isList(type) && depth + 4 > LIMITS.nestedBlocks;
  const kept = isDeepest ? content.flatMap(flatItems) : content;
  return { ...node, content: kept.map((child) => withShallowLists(child, depth + 1)) };
}

/** How many blocks stand in one another, at most. */
export function deepestNesting(node: DocumentNode): number {
  let deepest = 0;
  for (const child of node.content ?? []) {
    if (!isInlineName(child.type)) deepest = Math.max(deepest, 1 + deepestNesting(child));
  }
  return deepest;
}

const isList = (type: string): boolean => type === "bulletList" || type === "orderedList";

/** An item without the lists in it, and behind it their items; what stands behind a list is an item of its own. */
function flatItems(item: DocumentNode): DocumentNode[] {
  const items: DocumentNode[] = [];
  let own: DocumentNode[] = [];
  const end = () => {
    if (own.length > 0) items.push({ ...item, content: own });
    own = [];
  };
  for (const child of item.content ?? []) {
    if (isList(child.type)) {
      end();
      items.push(...(child.content ?? []).flatMap(flatItems));
    } else own.push(child);
  }
  end();
  return items;
}
