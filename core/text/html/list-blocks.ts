/** Lists of HTML: ul, ol and menu. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { SourceBlock } from "@/core/text/import/source";
import { isBlock, isDropped } from "./element-kind";
import { itemContent, type ReadInside } from "./nested-content";

/** An item's element, or neighbouring nodes that stand in no item. */
type Part = Element | ChildNode[];

/** The list, after the words that stand in it before its first item; nothing when it has no text. */
export function listBlocks(list: Element, readInside: ReadInside): SourceBlock[] {
  const before: SourceBlock[] = [];
  const items: SourceBlock[][] = [];
  for (const part of partsOf(list)) {
    // Loose words have no mark of their own: as an item they would move the numbers of those behind them.
    if (Array.isArray(part)) (items.at(-1) ?? before).push(...readInside(part));
    else items.push(itemBlocks(part, readInside));
  }
  const content = items
    .map((blocks): DocumentNode => ({ type: "listItem", content: itemContent(blocks) }))
    .filter((item) => nodeText(item).trim() !== "");
  if (content.length === 0) return before;
  return [...before, { kind: "node", node: listNode(list, content) }];
}

function listNode(list: Element, content: readonly DocumentNode[]): DocumentNode {
  if (list.localName !== "ol") return { type: "bulletList", content };
  const start = Number.parseInt(list.getAttribute("start") ?? "", 10);
  const isPlausible = start >= 1 && start <= 9999;
  return { type: "orderedList", ...(isPlausible ? { attrs: { start } } : {}), content };
}

/** Old editors write a nested list beside its item instead of inside it. */
function itemBlocks(item: Element, readInside: ReadInside): SourceBlock[] {
  if (isDropped(item)) return [];
  return isList(item) ? listBlocks(item, readInside) : [...readInside(item)];
}

/** Elements count as items, whatever their names, unless they stand within loose text. */
function partsOf(list: Element): Part[] {
  const parts: Part[] = [];
  let line: ChildNode[] = [];
  const endLine = () => {
    if (line.some((node) => !isElement(node) && node.textContent?.trim() !== "")) parts.push(line);
    else parts.push(...line.filter(isElement));
    line = [];
  };
  for (const child of list.childNodes) {
    if (isElement(child) && holdsLines(child)) {
      endLine();
      parts.push(child);
    } else if (isElement(child) || child.nodeType === child.TEXT_NODE) {
      line.push(child);
    }
  }
  endLine();
  return parts;
}

function holdsLines(element: Element): boolean {
  return isBlock(element) || isList(element) || element.querySelector("li, p, div, table") !== null;
}

const isList = ({ localName }: Element): boolean => /^(?:[uo]l|menu)$/.test(localName);

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === node.ELEMENT_NODE;
