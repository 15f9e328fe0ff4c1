/** Blocks inside quotations, list items and cells, cut down to what the schema allows there. */
import type { DocumentNode } from "@/core/document/schema";
import { blockNode, type SourceBlock, trimRuns } from "@/core/text/import/source";

/** Reads the blocks inside an element, or those of some nodes; handed in, since reading blocks in turn needs these builders. */
export type ReadInside = (content: Element | readonly ChildNode[]) => readonly SourceBlock[];

const LISTS: ReadonlySet<string> = new Set(["bulletList", "orderedList"]);

/** A quotation of the blocks' paragraphs, or null when there are none. */
export function quotationNode(blocks: readonly SourceBlock[]): DocumentNode | null {
  const paragraphs = blocks.flatMap((block) => paragraphsOf(asNode(block)));
  return paragraphs.length === 0 ? null : { type: "quotation", content: paragraphs };
}

/** The content of a table cell: at least one paragraph. */
export function cellContent(blocks: readonly SourceBlock[]): DocumentNode[] {
  const content = paragraphsAndLists(blocks);
  return content.length === 0 ? [{ type: "paragraph" }] : content;
}

/** The content of a list item: a paragraph first, even when a nested list comes first. */
export function itemContent(blocks: readonly SourceBlock[]): DocumentNode[] {
  const content = paragraphsAndLists(blocks);
  return content[0]?.type === "paragraph" ? content : [{ type: "paragraph" }, ...content];
}

function paragraphsAndLists(blocks: readonly SourceBlock[]): DocumentNode[] {
  return blocks.flatMap((block) => {
    const node = asNode(block);
    return LISTS.has(node.type) ? [node] : paragraphsOf(node);
  });
}

function asNode(block: SourceBlock): DocumentNode {
  return block.kind === "node" ? block.node : blockNode("paragraph", trimRuns(block.runs));
}

/** Every paragraph in a node, in order. */
function paragraphsOf(node: DocumentNode): DocumentNode[] {
  if (node.type === "paragraph") return [node];
  return (node.content ?? []).flatMap(paragraphsOf);
}
