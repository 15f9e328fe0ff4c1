/**
 * What stands in lines that go to another block, as it is: written anew, their words would lose the comments on them
 * and what others type there at that moment.
 */
import type * as Y from "yjs";
import type { Span } from "@/core/compare/comparison";
import type { RelocatedLines } from "@/core/compare/relocated-lines";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { writeSpans } from "./write-spans";
import { copyOfChild, elementOf, lineAt } from "./yjs-content";

interface LineContent {
  /** Copies, to be put in once. */
  readonly children: readonly (Y.XmlElement | Y.XmlText)[];
  readonly spans: readonly Span[] | null;
}

/** By the lines as the rows have them as added. */
export type RelocatedContent = ReadonlyMap<DocumentNode, LineContent>;

/** Taken before anything is changed: what was deleted can't be copied any more. */
export function relocatedContent(root: Y.XmlFragment, lines: RelocatedLines): RelocatedContent {
  return new Map(
    [...new Set(lines.values())].map(({ after, path, spans }) => {
      const children = lineAt(root, path.before).toArray().map(copyOfChild);
      return [after, { children, spans }];
    }),
  );
}

/** The block with those lines empty. */
export function withoutContent(block: DocumentNode, lines: RelocatedContent): DocumentNode {
  if (lines.size === 0) return block;
  const { content, ...shape } = block;
  if (lines.has(block)) return shape;
  if (content === undefined || isLineName(block.type)) return block;
  return { ...shape, content: content.map((child) => withoutContent(child, lines)) };
}

/** Puts it into those lines of a block that stands in the document by now, and changes what became other words. */
export function putContent(element: Y.XmlElement, block: DocumentNode, lines: RelocatedContent): void {
  if (lines.size === 0) return;
  const content = block.content ?? [];
  const own = lines.get(block);
  if (own !== undefined) {
    element.insert(0, [...own.children]);
    if (own.spans !== null) writeSpans(element, own.spans, content);
  } else if (!isLineName(block.type)) {
    for (const [index, child] of content.entries()) putContent(elementOf(element.get(index)), child, lines);
  }
}
