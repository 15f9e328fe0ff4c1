/** Some of a block's lines, in what is left of it around them. */
import type { DocumentNode } from "@/core/document/schema";
import { isLineName } from "../document/node-names";

/** The indices that lead to a line from the document's blocks; a place is that of the line that begins there. */
export type LinePath = readonly number[];

export function isBefore(one: LinePath, other: LinePath): boolean {
  const at = one.findIndex((index, depth) => index !== other[depth]);
  if (at === -1) return one.length < other.length;
  return (one[at] ?? 0) < (other[at] ?? -1);
}

/** The place right behind a line. */
export const behind = (line: LinePath): LinePath => [...line.slice(0, -1), (line.at(-1) ?? 0) + 1];

/** What is left of a block, which is `path`, with the lines that `keeps` keeps; a table is kept whole or goes. */
export function linesInBlock(
  block: DocumentNode,
  path: LinePath,
  keeps: (line: LinePath) => boolean,
): readonly DocumentNode[] {
  if (isLineName(block.type) || block.type === "table") return keeps(path) ? [block] : [];
  const old = block.content ?? [];
  const content = old.flatMap((child, index) => linesInBlock(child, [...path, index], keeps));
  if (content.length === old.length && content.every((child, index) => child === old[index])) return [block];
  if (block.type === "listItem") return itemsOf(block, content);
  return content.length === 0 ? [] : [{ ...block, content }];
}

/** An item begins with a line; without one, the items of the lists in it take its place. */
function itemsOf(item: DocumentNode, content: readonly DocumentNode[]): readonly DocumentNode[] {
  const first = content.findIndex(({ type }) => isLineName(type));
  const lists = first === -1 ? content : content.slice(0, first);
  const own = first === -1 ? [] : [{ ...item, content: content.slice(first) }];
  return [...lists.flatMap((list) => list.content ?? []), ...own];
}
