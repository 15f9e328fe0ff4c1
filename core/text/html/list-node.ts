/** Lists of HTML: ul and ol. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { itemContent, type ReadInside } from "./nested-content";

/** A list node, or null when no item has text. */
export function listNode(element: Element, readInside: ReadInside): DocumentNode | null {
  const items = [...element.children]
    .map((child) => readItem(child, readInside))
    .filter((item) => nodeText(item).trim() !== "");
  if (items.length === 0) return null;
  if (element.localName !== "ol") return { type: "bulletList", content: items };
  const start = Number.parseInt(element.getAttribute("start") ?? "", 10);
  const isPlausible = start >= 1 && start <= 9999;
  return { type: "orderedList", ...(isPlausible ? { attrs: { start } } : {}), content: items };
}

/** Old editors write a nested list beside its item instead of inside it. */
function readItem(child: Element, readInside: ReadInside): DocumentNode {
  const isList = child.localName === "ul" || child.localName === "ol";
  const nested = isList ? listNode(child, readInside) : null;
  if (nested !== null) return { type: "listItem", content: [{ type: "paragraph" }, nested] };
  return { type: "listItem", content: itemContent(readInside(child)) };
}
