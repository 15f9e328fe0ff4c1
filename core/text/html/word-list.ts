/**
 * Lists as Word and WPS write them to the clipboard: paragraphs with `mso-list: l0 level2 lfo1`, the
 * shown number or bullet in a span that is marked `mso-list: Ignore`.
 */
import type { DocumentNode } from "@/core/document/schema";
import { blockNode, type Run, trimRuns } from "@/core/text/import/source";
import { readTypedNumber } from "@/core/text/import/typed-number";
import { inlineStyle } from "./inline-style";
import { readShownNumber, type ShownNumber } from "./shown-number";
import { isSymbolFont } from "./symbol-font";

export interface OfficeListItem {
  /** From 1. */
  readonly level: number;
  /** Which of the document's lists it is one of: l0. */
  readonly list: string;
  /** What its number can be; empty where it has a bullet. */
  readonly numbers: readonly ShownNumber[];
  /** An automatic number that belongs to the text, since a speech uses it for headings: 一、（一）（1）. */
  readonly headingNumber: string;
  /** One that belongs to the text because no list shows it: 1.1 */
  readonly textNumber: string;
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
  const isBullet = BULLET_LETTERS.has(text) || (marker !== undefined && isInSymbolFont(marker));
  marker?.remove();
  const numbers = isBullet ? [] : readShownNumber(text);
  const headingNumber = isHeadingNumber(text) ? text : "";
  const isText = !isBullet && numbers.length === 0 && /\p{N}/u.test(text);
  return {
    level: Number(/\blevel(\d)/.exec(list)?.[1] ?? 1),
    list: /^l\d+/.exec(list)?.[0] ?? "",
    numbers,
    headingNumber,
    textNumber: isText ? `${text} ` : "",
    runs: [],
  };
}

/** Word names the font on a span around the marker. */
function isInSymbolFont(marker: Element): boolean {
  const { parentElement: around } = marker;
  return isSymbolFont(marker) ?? (around?.localName === "span" && isSymbolFont(around) === true);
}

/** 1. and a) number lists as well as headings, so they stay lists; Chinese marks number headings. */
function isHeadingNumber(marker: string): boolean {
  if (/\p{Script=Han}/u.test(marker)) return true;
  return /[、．（）①-⑳⑴-⒛㈠-㈩]/.test(marker) && readTypedNumber(`${marker}文`) !== null;
}

interface OfficeList {
  /** See OfficeListItem. */
  readonly list: string;
  /** The number of its first item; null where it has bullets. */
  readonly first: ShownNumber | null;
  readonly content: DocumentNode[];
}

/**
 * Neighbouring items as lists, nested by level. Items count on from the first of their list, so each that doesn't,
 * has another kind of number or is of another list of the document, begins a new one.
 */
export function officeListNodes(items: readonly OfficeListItem[]): DocumentNode[] {
  const lists: OfficeList[] = [];
  let index = 0;
  for (let item = items[index]; item !== undefined; item = items[index]) {
    let end = index + 1;
    while ((items[end]?.level ?? 0) > item.level) end += 1;
    const nested = officeListNodes(items.slice(index + 1, end));
    const node = { type: "listItem", content: [blockNode("paragraph", trimRuns(item.runs)), ...nested] };
    const last = lists.at(-1);
    if (last !== undefined && goesOn(last, item)) last.content.push(node);
    else lists.push({ list: item.list, first: item.numbers[0] ?? null, content: [node] });
    index = end;
  }
  return lists.map(listNode);
}

function goesOn({ list, first, content }: OfficeList, item: OfficeListItem): boolean {
  if (first === null) return item.numbers.length === 0;
  const next = first.number + content.length;
  return (
    item.list === list && item.numbers.some(({ type, number }) => type === first.type && number === next)
  );
}

function listNode({ first, content }: OfficeList): DocumentNode {
  if (first === null) return { type: "bulletList", content };
  const { type, number } = first;
  const attrs = { ...(number !== 1 && { start: number }), ...(type !== "1" && { type }) };
  return { type: "orderedList", ...(Object.keys(attrs).length > 0 && { attrs }), content };
}
