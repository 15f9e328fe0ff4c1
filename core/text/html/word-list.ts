/**
 * Lists as Word and WPS write them to the clipboard: paragraphs with `mso-list: l0 level2 lfo1`, the
 * shown number or bullet in a span that is marked `mso-list: Ignore`.
 */
import type { DocumentNode } from "@/core/document/schema";
import { blockNode, type Run, trimRuns } from "@/core/text/import/source";
import { readTypedNumber } from "@/core/text/import/typed-number";
import { inlineStyle } from "./inline-style";

export interface OfficeListItem {
  /** From 1. */
  readonly level: number;
  readonly isOrdered: boolean;
  /** An automatic number that belongs to the text, since a speech uses it for headings: 一、（一）（1）. */
  readonly headingNumber: string;
  readonly runs: readonly Run[];
}

/** Letters that are bullets in Wingdings, Symbol and Courier New. */
const BULLET_LETTERS: ReadonlySet<string> = new Set(["l", "n", "u", "o", "q", "p", "ü", "Ø", "v"]);

/**
 * The list item that a paragraph or heading is, or null. The span with the shown number is taken out
 * of the element, so that it isn't read as text too.
 */
export function officeListItem(element: Element): OfficeListItem | null {
  if (!/^(?:p|h[1-6])$/.test(element.localName)) return null;
  const list = inlineStyle(element).get("mso-list") ?? "";
  const marker = [...element.querySelectorAll("span")].find(
    (span) => inlineStyle(span).get("mso-list") === "ignore",
  );
  if (marker === undefined && !/\blevel\d/.test(list)) return null;
  const text = (marker?.textContent ?? "").replaceAll(/\s+/g, "");
  marker?.remove();
  return {
    level: Number(/\blevel(\d)/.exec(list)?.[1] ?? 1),
    isOrdered: /[\p{L}\p{N}]/u.test(text) && !BULLET_LETTERS.has(text),
    headingNumber: isHeadingNumber(text) ? text : "",
    runs: [],
  };
}

/** 1. and a) number lists as well as headings, so they stay lists; Chinese marks number headings. */
function isHeadingNumber(marker: string): boolean {
  if (/\p{Script=Han}/u.test(marker)) return true;
  return /[、．（）①-⑳]/.test(marker) && readTypedNumber(`${marker}文`) !== null;
}

/** Neighbouring items as lists, nested by level; another kind of marker begins another list. */
export function officeListNodes(items: readonly OfficeListItem[]): DocumentNode[] {
  const lists: { type: string; content: DocumentNode[] }[] = [];
  let index = 0;
  for (let item = items[index]; item !== undefined; item = items[index]) {
    let end = index + 1;
    while ((items[end]?.level ?? 0) > item.level) end += 1;
    const nested = officeListNodes(items.slice(index + 1, end));
    const type = item.isOrdered ? "orderedList" : "bulletList";
    const node: DocumentNode = {
      type: "listItem",
      content: [blockNode("paragraph", trimRuns(item.runs)), ...nested],
    };
    const last = lists.at(-1);
    if (last?.type === type) last.content.push(node);
    else lists.push({ type, content: [node] });
    index = end;
  }
  return lists;
}
