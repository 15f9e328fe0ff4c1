/** Plain text, typed or copied from anywhere, read into a speech. */
import type { DocumentNode } from "@/core/document/schema";
import { type ClassifyOptions, classify, type ImportedDocument } from "./classify";
import { NestedItems } from "./nested-items";
import { blockNode, type SourceBlock } from "./source";

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Control characters, zero-width and direction-changing characters, halves of surrogate pairs. */
const INVISIBLE =
  /(?![\t\n\r\v\f\u0085])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const LIST_ITEM = /^(?:[-*•●▪■◆·‣–]\s+|[•●▪■◆]\s*)(?=\S)/;
/** As mail quotes, >=60分 and >30% aside. */
const QUOTED = /^>(?:\s|(?![=＝\d.])(?=\S)|$)/;

/** Text without the characters that nobody can see and that would only disturb a search. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, "").replaceAll("\u00a0", " ");
}

/**
 * Reads a text of any length. The document is valid for documentSchema(); a text without content
 * gives one empty paragraph.
 */
export function importPlainText(text: string, options: ClassifyOptions = {}): ImportedDocument {
  return classify(readBlocks(visibleText(text).split(LINE_END)), options);
}

function readBlocks(lines: readonly string[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let list: NestedItems | null = null;
  let quotation: DocumentNode[] | null = null;
  for (const line of lines) {
    const text = line.trim();
    const item = LIST_ITEM.exec(text);
    const quoted = item === null ? QUOTED.exec(text) : null;
    const paragraph = blockNode("paragraph", [{ text: text.slice((item ?? quoted)?.[0].length).trim() }]);
    if (item !== null && list === null) {
      list = new NestedItems();
      blocks.push({ kind: "node", node: { type: "bulletList", content: list.items } });
    } else if (item === null) list = null;
    if (quoted !== null && quotation === null) {
      quotation = [];
      blocks.push({ kind: "node", node: { type: "quotation", content: quotation } });
    } else if (quoted === null) quotation = null;
    list?.add(line, paragraph);
    quotation?.push(paragraph);
    if (list === null && quotation === null) blocks.push({ kind: "line", runs: [{ text }] });
  }
  return blocks;
}
