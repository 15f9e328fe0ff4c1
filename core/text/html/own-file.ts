/**
 * A file that was exported as HTML (core/text/html.ts), read as what it was written from: nothing in it has to be
 * guessed, and white space counts. One that says anything the export doesn't is somebody's own, and read as any page.
 */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { NUMBERING_STYLES, type NumberingStyle } from "@/core/speech";
import { HTML_POLICY } from "@/core/text/html";
import { visibleText } from "@/core/text/import/plain-text";
import { blockNode, type Run } from "@/core/text/import/source";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";

export interface OwnFile {
  readonly document: DocumentNode;
  readonly numberingStyle: NumberingStyle;
}

/** Thrown and caught here only. */
class NotOwn extends Error {}

/** `root`: of the whole page. Null for one that isn't ours, or isn't as it was written. */
export function ownFile(root: Element): OwnFile | null {
  const policy = root.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
  const [article, ...others] = root.querySelectorAll("article");
  if (policy !== HTML_POLICY || article === undefined || others.length > 0) return null;
  try {
    const blocks = elementsIn(article).map((element) => blockOf(element, TOP));
    const own = withoutNumbers(blocks.length === 0 ? [{ type: "paragraph" }] : blocks);
    if (own !== null) documentSchema().nodeFromJSON(own.document).check();
    return own;
  } catch (error) {
    // The schema's complaint is one.
    if (error instanceof NotOwn || error instanceof RangeError) return null;
    throw error;
  }
}

const LINES: Readonly<Record<string, string | undefined>> = {
  p: "paragraph",
  "p.byline": "byline",
  "p.date": "dateLine",
  "p.salutation": "salutation",
  h1: "title",
};
const TOP = /^(?:p(?:\.(?:byline|date|salutation))?|h[1-5]|div\.run-in|blockquote|ul|ol|table)$/;
const IN_ITEM = /^(?:p|ul|ol)$/;

/** Its tag and class, and no other attribute but those that the export writes there. */
function kindOf(element: Element): string {
  const { localName, attributes } = element;
  const allowed = localName === "ol" ? /^(?:start|type)$/ : /^t[dh]$/.test(localName) ? /span$/ : /^class$/;
  if ([...attributes].some(({ name }) => !allowed.test(name))) throw new NotOwn();
  const name = element.getAttribute("class") ?? "";
  return name === "" ? localName : `${localName}.${name}`;
}

function elementsIn(element: Element): Element[] {
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === child.ELEMENT_NODE) return [child as Element]; // by nodeType
    if ((child.textContent ?? "").trim() !== "") throw new NotOwn();
    return [];
  });
}

function blockOf(element: Element, allowed: RegExp): DocumentNode {
  const kind = kindOf(element);
  if (!allowed.test(kind)) throw new NotOwn();
  const line = LINES[kind];
  if (line !== undefined) return blockNode(line, runsOf(element));
  switch (kind) {
    case "div.run-in":
      return runInHeading(element);
    case "blockquote":
      return { type: "quotation", content: elementsIn(element).map((each) => blockOf(each, /^p$/)) };
    case "ul":
      return { type: "bulletList", content: itemsOf(element) };
    case "ol": {
      const [start, type] = ["start", "type"].map((name) => element.getAttribute(name));
      if (!/^\d{1,9}$/.test(start ?? "1")) throw new NotOwn();
      return { type: "orderedList", attrs: { start: Number(start ?? 1), type }, content: itemsOf(element) };
    }
    case "table":
      return { type: "table", content: rowsOf(element) };
    default:
      return headingOf(element, runsOf(element), false);
  }
}

function headingOf({ localName }: Element, runs: readonly Run[], runIn: boolean): DocumentNode {
  // The speech's title is level 1.
  return blockNode("heading", runs, { level: Number(localName.slice(1)) - 1, runIn });
}

function runInHeading(element: Element): DocumentNode {
  const [lead, body, ...others] = elementsIn(element);
  const isOne = lead !== undefined && body !== undefined && others.length === 0;
  if (!isOne || !/^h[2-5]$/.test(kindOf(lead)) || kindOf(body) !== "p") throw new NotOwn();
  return headingOf(lead, [...runsOf(lead), ...runsOf(body)], true);
}

function itemsOf(list: Element): DocumentNode[] {
  return elementsIn(list).map((item) => {
    if (kindOf(item) !== "li") throw new NotOwn();
    return { type: "listItem", content: elementsIn(item).map((each) => blockOf(each, IN_ITEM)) };
  });
}

function rowsOf(table: Element): DocumentNode[] {
  return elementsIn(table).flatMap((row) => {
    // Parsers put the rows into one by themselves.
    if (kindOf(row) === "tbody") return rowsOf(row);
    if (kindOf(row) !== "tr") throw new NotOwn();
    return [{ type: "tableRow", content: elementsIn(row).map(cellOf) }];
  });
}

function cellOf(cell: Element): DocumentNode {
  const kind = kindOf(cell);
  if (kind !== "td" && kind !== "th") throw new NotOwn();
  const [colspan, rowspan] = ["colspan", "rowspan"].map((name) => Number(cell.getAttribute(name) ?? 1));
  const isLine = ![...cell.children].some(({ localName }) => IN_ITEM.test(localName));
  const content = isLine
    ? [blockNode("paragraph", runsOf(cell))]
    : elementsIn(cell).map((each) => blockOf(each, IN_ITEM));
  return { type: kind === "th" ? "tableHeader" : "tableCell", attrs: { colspan, rowspan }, content };
}

function runsOf(element: Element, marks: Omit<Run, "text"> = {}): Run[] {
  return [...element.childNodes].flatMap((child): Run[] => {
    if (child.nodeType === child.TEXT_NODE) return [{ ...marks, text: visibleText(child.textContent ?? "") }];
    if (child.nodeType !== child.ELEMENT_NODE) throw new NotOwn();
    const inner = child as Element; // by nodeType
    switch (kindOf(inner)) {
      case "br":
        return [{ text: "\n" }];
      case "strong":
        return runsOf(inner, { ...marks, bold: true });
      case "em":
        return runsOf(inner, { ...marks, italic: true });
      default:
        throw new NotOwn();
    }
  });
}

/** Numbers are derived: each heading has the one that it was written with, in one of the styles. */
function withoutNumbers(blocks: readonly DocumentNode[]): OwnFile | null {
  const outline = blocks.map(({ type, attrs }) => outlineBlock(type, attrs));
  for (const numberingStyle of NUMBERING_STYLES) {
    const numbers = headingNumbers(outline, numberingStyle);
    const content = blocks.flatMap((block, index) => withoutStart(block, numbers[index] ?? "") ?? []);
    if (content.length === blocks.length) return { document: { type: "doc", content }, numberingStyle };
  }
  return null;
}

/** Null for a block that doesn't begin with that. */
function withoutStart(block: DocumentNode, start: string): DocumentNode | null {
  if (start === "") return block;
  const [first, ...rest] = block.content ?? [];
  if (first?.text === undefined || !first.text.startsWith(start)) return null;
  const text = first.text.slice(start.length);
  return { ...block, content: text === "" ? rest : [{ ...first, text }, ...rest] };
}
