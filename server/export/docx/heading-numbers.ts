/** The numbers in front of headings as the page shows them, proposed paragraphs included. */
import { insertionOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import { readBlockForm } from "@/core/document/suggestion";
import type { NumberingStyle } from "@/core/speech";
import { headingNumbers, type OutlineBlock, outlineBlock } from "@/core/text/numbering";

/** One for each top-level block, and one more for each proposed break in it. */
export function numbersOf(document: DocumentNode, style: NumberingStyle): (string | null)[] {
  const outline: OutlineBlock[] = [];
  for (const block of document.content ?? []) {
    outline.push(outlineBlock(block.type, block.attrs));
    for (const node of block.content ?? []) {
      for (const form of breaksIn(node)) {
        const { type, attrs } = readBlockForm(form);
        outline.push(outlineBlock(type, attrs));
      }
    }
  }
  return headingNumbers(outline, style);
}

/** The kinds of blocks that a text node's proposed breaks begin: as a rule none or one. */
export function breaksIn(node: DocumentNode): string[] {
  const begins = node.type === "text" ? insertionOfMarks(node)?.begins : null;
  return begins == null ? [] : Array.from(node.text ?? "", () => begins);
}
