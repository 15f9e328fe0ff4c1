/** The blocks of text of a document as it is read, counted as core/review/accepted-blocks.ts counts them. */
import { isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { nodeText } from "./count";

export interface TextBlock {
  readonly node: DocumentNode;
  readonly text: string;
}

/** In document order, those in lists and tables too. */
export function textBlocks(node: DocumentNode): readonly TextBlock[] {
  if (isLineName(node.type)) return [{ node, text: nodeText(node) }];
  return (node.content ?? []).flatMap(textBlocks);
}

/**
 * Which blocks of `now` read or look otherwise than any block of `before`: the places in `now`, in
 * order. A block that only moved isn't one of them.
 */
export function changedBlocks(before: DocumentNode, now: DocumentNode): readonly number[] {
  const known = new Set(textBlocks(before).map(({ node }) => JSON.stringify(node)));
  return textBlocks(now).flatMap(({ node }, index) => (known.has(JSON.stringify(node)) ? [] : [index]));
}
