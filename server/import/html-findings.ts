/** What a web page has and a speech hasn't, told in the page's order. */
import type { FindingKind } from "@/core/import";
import { isDropped, isHidden, mayHoldText } from "@/core/text/html/element-kind";
import { formatInside, type InlineFormat, raisingOf } from "@/core/text/html/inline-format";
import { isTakenOut } from "@/core/text/html/revision";
import type { Findings } from "./findings";

/** Walks the tree once, before it is read; what stands in something that is left out isn't told again. */
export function addHtmlFindings(root: Element, findings: Findings): void {
  visit(root, {}, findings);
}

function visit(element: Element, outer: InlineFormat, findings: Findings): void {
  if (isHidden(element)) {
    addWords("hidden-text", wordsIn(element), findings);
    return;
  }
  if (isTakenOut(element)) {
    addWords("other-revision", wordsIn(element), findings);
    return;
  }
  if (element.localName === "ins") addWords("other-revision", wordsIn(element), findings);
  const kind = KINDS[element.localName];
  if (kind !== undefined) findings.add(kind, wordsAt(element));
  else if (element.localName === "a" && element.hasAttribute("href")) findings.add("link", wordsIn(element));
  // Scripts of a page's head are told as well.
  if (isDropped(element) && element.localName !== "head") return;
  const format = formatInside(element, outer);
  const raised = raisingOf(element);
  if (raised !== null && raised.raising === undefined) addWords("formatting", wordsIn(element), findings);
  if (format.isInvisible) addWords("hidden-text", ownWords(element), findings);
  for (const child of element.childNodes) if (isElement(child)) visit(child, format, findings);
}

const KINDS: Readonly<Record<string, FindingKind | undefined>> = {
  ...kinds("picture", "img picture svg canvas video audio"),
  ...kinds("equation", "math"),
  ...kinds("embedded", "object embed applet"),
  ...kinds("active-content", "script iframe frame form input button select textarea"),
  ...kinds("formatting", "s strike u mark"),
  ...kinds("ruby", "ruby"),
};

function kinds(kind: FindingKind, tags: string): Record<string, FindingKind> {
  return Object.fromEntries(tags.split(" ").map((tag) => [tag, kind]));
}

/** Nothing is told of what has no words. */
function addWords(kind: FindingKind, words: string, findings: Findings): void {
  if (words.trim() !== "") findings.add(kind, words);
}

/** What a picture says instead of itself, or the words around an element. */
function wordsAt(element: Element): string {
  const around = element.closest("p, li, td");
  return spaced(element.getAttribute("alt") || (around === null ? "" : wordsIn(around)));
}

function wordsIn(element: Element): string {
  if (!mayHoldText(element)) return "";
  return spaced(
    [...element.childNodes].map((child) => (isElement(child) ? wordsIn(child) : textOf(child))).join(""),
  );
}

const ownWords = (element: Element): string => spaced([...element.childNodes].map(textOf).join(""));

const textOf = (node: ChildNode): string =>
  node.nodeType === node.TEXT_NODE ? (node.textContent ?? "") : "";

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === node.ELEMENT_NODE;

const spaced = (text: string): string => text.replace(/\s+/g, " ");
