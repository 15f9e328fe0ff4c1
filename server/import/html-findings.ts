/** What a web page has and a speech hasn't, told in the page's order. */
import type { FindingKind } from "@/core/import";
import { isBlock, isCommentList, isDropped, isHidden, mayHoldText } from "@/core/text/html/element-kind";
import { formatInside, type InlineFormat, raisingOf } from "@/core/text/html/inline-format";
import { inlineStyle } from "@/core/text/html/inline-style";
import { isLayoutTable } from "@/core/text/html/layout-table";
import { hasLostLook } from "@/core/text/html/lost-look";
import { isTakenOut } from "@/core/text/html/revision";
import { hasRedrawn, isSymbolFont } from "@/core/text/html/symbol-font";
import { tableParts } from "@/core/text/html/table-parts";
import { ownAlignment } from "@/core/text/html/text-alignment";
import type { Findings } from "./findings";
import { PageLine } from "./page-line";

/** Where an element stands. */
interface Place {
  readonly format: InlineFormat;
  /** In an item, a quotation or a table's cell, which hold no table; `isQuoted` no list either. */
  readonly isNarrow: boolean;
  readonly isQuoted: boolean;
  /** In words whose look was told. */
  readonly isTold: boolean;
  readonly isSymbol: boolean;
  /** On lines that are set to the right. */
  readonly isRight: boolean;
}

/** Walks the tree once, before it is read; what stands in something that is left out isn't told again. */
export function addHtmlFindings(root: Element, findings: Findings): void {
  const dataCells = new Set<Element>();
  const line = new PageLine(findings);
  const visit = (element: Element, place: Place) => {
    if (beginsLine(element)) line.end();
    if (isDropped(element)) {
      addDropped(element, line, findings);
      // Scripts of a page's head are told as well.
      if (element.localName !== "head") return;
    }
    // A list's mark is made anew.
    if (inlineStyle(element).get("mso-list") === "ignore") return;
    const isTold = addKept(element, place, line, findings) || place.isTold;
    const isRight = isSetRight(element) ?? place.isRight;
    if (isRight && !place.isRight && !place.isNarrow) addWords("alignment", wordsIn(element), findings);
    if (element.localName === "table") for (const cell of cellsOfData(element)) dataCells.add(cell);
    const isQuoted = place.isQuoted || element.localName === "blockquote";
    const isNarrow = place.isNarrow || isQuoted || element.localName === "li" || dataCells.has(element);
    const isSymbol = isSymbolFont(element) ?? place.isSymbol;
    if (isSymbol && hasRedrawn(ownWords(element))) line.tell("unknown-character");
    const format = formatInside(element, place.format);
    if (format.isInvisible) addWords("hidden-text", ownWords(element), findings);
    for (const child of element.childNodes)
      if (isElement(child)) visit(child, { format, isNarrow, isQuoted, isTold, isSymbol, isRight });
      else if (!format.isInvisible) line.add(textOf(child));
    if (beginsLine(element)) line.end();
  };
  visit(root, {
    format: {},
    isNarrow: false,
    isQuoted: false,
    isTold: false,
    isSymbol: false,
    isRight: false,
  });
}

const beginsLine = (element: Element): boolean => isBlock(element) || element.localName === "br";

function addDropped(element: Element, line: PageLine, findings: Findings): void {
  const kind = KINDS[element.localName];
  if (isTakenOut(element)) addWords("other-revision", wordsIn(element), findings);
  else if (isHidden(element)) addWords("hidden-text", wordsIn(element), findings);
  else if (isCommentList(element)) addWords("other", wordsIn(element), findings);
  else if (kind !== undefined) addThing(kind, element, line, findings);
}

/** A script has no place that anybody sees; what has a pronunciation is in the text. */
function addThing(kind: FindingKind, element: Element, line: PageLine, findings: Findings): void {
  if (element.localName === "script") findings.add(kind, line.words);
  else if (element.localName === "ruby") findings.add(kind, wordsIn(element));
  else line.tell(kind, element.getAttribute("alt") ?? "");
}

/** That of a picture alone has its place. */
function addLink(words: string, line: PageLine, findings: Findings): void {
  if (words.trim() === "") line.tell("link");
  else findings.add("link", words);
}

/** Returns whether the look of the words inside was told. */
function addKept(
  element: Element,
  { isNarrow, isQuoted, isTold }: Place,
  line: PageLine,
  findings: Findings,
): boolean {
  const tag = element.localName;
  const kind = KINDS[tag];
  if (kind !== undefined) addThing(kind, element, line, findings);
  else if (tag === "ins") addWords("other-revision", wordsIn(element), findings);
  else if (tag === "a" && element.hasAttribute("href")) addLink(wordsIn(element), line, findings);
  else if (isNarrow && tag === "table") addWords("table-shape", wordsIn(element), findings);
  else if (isQuoted && /^[uo]l$/.test(tag)) addWords("deep-heading", wordsIn(element), findings);
  if (isTold || !(hasLostLook(element) || raisingOf(element)?.raising === null)) return false;
  addWords("formatting", wordsIn(element), findings);
  return true;
}

/** Pictures and tables have an align of another kind, and a heading's place is the layout's. Null where nothing is said. */
function isSetRight(element: Element): boolean | null {
  if (!/^(?:p|div|section|article|body)$/.test(element.localName)) return null;
  const alignment = ownAlignment(element);
  return alignment === null ? null : alignment === "right" || alignment === "end";
}

function cellsOfData(table: Element): readonly Element[] {
  const { rows } = tableParts(table);
  return isLayoutTable(table, rows) ? [] : rows.flat();
}

const KINDS: Readonly<Record<string, FindingKind | undefined>> = {
  ...kinds("picture", "img picture svg canvas video audio"),
  ...kinds("equation", "math"),
  ...kinds("embedded", "object embed applet"),
  ...kinds("active-content", "script iframe frame form input button select textarea"),
  ...kinds("ruby", "ruby"),
};

function kinds(kind: FindingKind, tags: string): Record<string, FindingKind> {
  return Object.fromEntries(tags.split(" ").map((tag) => [tag, kind]));
}

/** Nothing is told of what has no words. */
function addWords(kind: FindingKind, words: string, findings: Findings): void {
  if (words.trim() !== "") findings.add(kind, words);
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
