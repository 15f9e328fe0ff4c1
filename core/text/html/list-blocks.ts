/** Lists of HTML: ul, ol and menu. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import type { SourceBlock } from "@/core/text/import/source";
import { isBlock, isDropped } from "./element-kind";
import { itemNumbers, listType } from "./list-numbers";
import { itemContent, type ReadInside } from "./nested-content";

/** An item's element, or neighbouring nodes that stand in no item. */
type Part = Element | ChildNode[];

interface Item {
  readonly element: Element;
  readonly blocks: SourceBlock[];
}

/** The list, after the words and lists that stand in it before its first item; nothing when it has no text. */
export function listBlocks(list: Element, readInside: ReadInside): SourceBlock[] {
  const before: SourceBlock[] = [];
  const items: Item[] = [];
  for (const part of partsOf(list)) {
    // Loose words, and a list that old editors write beside its item instead of inside it, have no mark of their own: as
    // an item they would move the numbers of those behind them.
    if (Array.isArray(part) || isList(part)) {
      (items.at(-1)?.blocks ?? before).push(...looseBlocks(part, readInside));
    } else items.push({ element: part, blocks: isDropped(part) ? [] : [...readInside(part)] });
  }
  const nodes = items
    .map(({ element, blocks }) => ({ element, node: { type: "listItem", content: itemContent(blocks) } }))
    .filter(({ node }) => nodeText(node).trim() !== "");
  if (nodes.length === 0) return before;
  const lists = list.localName === "ol" ? orderedLists(list, nodes) : [bulletList(nodes)];
  return [...before, ...lists.map((node) => ({ kind: "node" as const, node }))];
}

type ItemNode = { readonly element: Element; readonly node: DocumentNode };

function bulletList(items: readonly ItemNode[]): DocumentNode {
  return { type: "bulletList", content: items.map(({ node }) => node) };
}

/** Items count on from the first of their list, so each that doesn't begins another one. */
function orderedLists(list: Element, items: readonly ItemNode[]): DocumentNode[] {
  const type = listType(list);
  const numbers = itemNumbers(
    list,
    items.map(({ element }) => element),
  );
  const lists: { start: number; content: DocumentNode[] }[] = [];
  for (const [index, { node }] of items.entries()) {
    const number = numbers[index] ?? 1;
    const last = lists.at(-1);
    if (last !== undefined && last.start + last.content.length === number) last.content.push(node);
    else lists.push({ start: number, content: [node] });
  }
  return lists.map(({ start, content }) => {
    const attrs = { ...(start !== 1 && { start }), ...(type !== undefined && { type }) };
    return { type: "orderedList", ...(Object.keys(attrs).length > 0 && { attrs }), content };
  });
}

function looseBlocks(part: Part, readInside: ReadInside): readonly SourceBlock[] {
  if (Array.isArray(part)) return readInside(part);
  return isDropped(part) ? [] : listBlocks(part, readInside);
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
