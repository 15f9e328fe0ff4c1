/**
 * Reads foreign HTML into source blocks. Only text, structure, bold and italic are taken over: an
 * element's attributes are looked at and never copied, so no script, style, link or image can come
 * in. The callers parse the HTML, in the browser or on the server, into an inert document that runs
 * and loads nothing.
 */
import type { DocumentNode } from "@/core/document/schema";
import { type Run, runsText, type SourceBlock, sliceRuns } from "@/core/text/import/source";
import { isBlock, isDropped } from "./element-kind";
import { type Draft, type DraftLine, joinListItems, resolveHints } from "./heading-hints";
import { isHeadingList } from "./heading-list";
import { formatInside, formattedRuns, type InlineFormat } from "./inline-format";
import { inlineStyle } from "./inline-style";
import { isLayoutTable } from "./layout-table";
import { listBlocks } from "./list-blocks";
import { quotationNode } from "./nested-content";
import { ownBlock, ownContent, ownNumber } from "./own-block";
import { tableNode } from "./table-node";
import { tableParts } from "./table-parts";
import { isCentred } from "./text-alignment";
import { collapseWhiteSpace, HARD_BREAK } from "./white-space";
import { officeListItem } from "./word-list";

/** What marks HTML as Word's or WPS's. */
const OFFICE = /\bclass=["']?Mso|urn:schemas-microsoft-com:office|\bmso-/i;

/** The blocks of one element while it is read. */
interface Flow {
  readonly drafts: Draft[];
  runs: Run[];
  /** The line goes on after a <br> in a centred paragraph. */
  continues: boolean;
  /** Inside headings and titles a <br> is a hard break; elsewhere it ends the line. */
  readonly keepsBreaks: boolean;
}

/** The blocks of a parsed HTML text, in order; `html` is its source. */
export function readHtml(body: Element, html: string): SourceBlock[] {
  return resolveHints(joinListItems(readFlow(body.childNodes, {}, false)), OFFICE.test(html));
}

/** The blocks inside a list item, cell or quotation, where nothing is a heading. */
function readInside(content: Element | readonly ChildNode[]): SourceBlock[] {
  return joinListItems(draftsInside(content)).map((block) =>
    block.kind === "line" ? { kind: "line", runs: block.runs } : block,
  );
}

function draftsInside(content: Element | readonly ChildNode[]): Draft[] {
  if ("localName" in content) {
    const { keepsLines } = formatInside(content, {});
    return isDropped(content) ? [] : readFlow(content.childNodes, { keepsLines }, false);
  }
  return readInto(emptyFlow(), content, {});
}

function readFlow(content: Iterable<ChildNode>, format: InlineFormat, keepsBreaks: boolean): Draft[] {
  return readInto({ ...emptyFlow(), keepsBreaks }, content, format);
}

const emptyFlow = (): Flow => ({
  drafts: [],
  runs: [],
  continues: false,
  keepsBreaks: false,
});

function readInto(flow: Flow, nodes: Iterable<ChildNode>, format: InlineFormat): Draft[] {
  readNodes(nodes, format, flow);
  endLine(flow);
  return flow.drafts;
}

function readNodes(nodes: Iterable<ChildNode>, format: InlineFormat, flow: Flow): void {
  for (const child of nodes) {
    if (child.nodeType === child.TEXT_NODE) readText(child, format, flow);
    else if (child.nodeType === child.ELEMENT_NODE) readElement(child as Element, format, flow); // by nodeType
  }
}

function readText(node: ChildNode, format: InlineFormat, flow: Flow): void {
  for (const [part, text] of (node.textContent ?? "").split("\u2029").entries()) {
    if (part > 0) endLine(flow);
    for (const [index, line] of (format.keepsLines ? text.split("\n") : [text]).entries()) {
      if (index > 0) breakLine(node.parentElement, flow);
      flow.runs.push(...formattedRuns(line.replaceAll(HARD_BREAK, ""), format));
    }
  }
}

function breakLine(element: Element | null, flow: Flow): void {
  if (flow.keepsBreaks) flow.runs.push({ text: HARD_BREAK });
  else flow.continues = endLine(flow) && element !== null && isCentred(element);
}

function readElement(element: Element, format: InlineFormat, flow: Flow): void {
  if (isDropped(element)) return;
  const inside = formatInside(element, format);
  switch (element.localName) {
    case "br":
      breakLine(element, flow);
      break;
    case "q":
      readQuoted(element, inside, flow);
      break;
    case "ul":
    case "ol":
    case "menu":
      endLine(flow);
      if (isHeadingList(element)) flow.drafts.push(...readFlow(element.childNodes, inside, false));
      else flow.drafts.push(...listBlocks(element, readInside));
      break;
    case "blockquote":
      pushNode(flow, quotationNode(readInside(element)));
      break;
    case "table":
      readTable(element, inside, flow);
      break;
    default:
      if (isBlock(element)) {
        endLine(flow);
        flow.drafts.push(...readBlock(element, inside));
      } else {
        readNodes(element.childNodes, inside, flow);
      }
  }
}

/** Browsers write the marks by themselves; some pages' styles take these off and have marks of their own. */
function readQuoted(element: Element, format: InlineFormat, flow: Flow): void {
  const words = (element.textContent ?? "").trim();
  const isMarked = /^[“‘「『"']/.test(words) && /[”’」』"']$/.test(words);
  const [open, close] = isMarked || words === "" ? "" : format.isQuoted ? "“”" : "‘’";
  flow.runs.push(...formattedRuns(open ?? "", format));
  readNodes(element.childNodes, format, flow);
  flow.runs.push(...formattedRuns(close ?? "", format));
}

function readTable(table: Element, format: InlineFormat, flow: Flow): void {
  endLine(flow);
  const { rows, loose } = tableParts(table);
  for (const nodes of loose) readInto(flow, nodes, format);
  if (isLayoutTable(table, rows)) {
    for (const cell of rows.flat()) flow.drafts.push(...readFlow(cell.childNodes, format, false));
  } else {
    pushNode(flow, tableNode(rows, readInside));
  }
}

/** A block element; what it declares belongs to its first line. */
function readBlock(element: Element, format: InlineFormat): Draft[] {
  const item = officeListItem(element);
  const declared = declaredBy(element);
  const content = declared?.own ? ownContent(element, declared.own) : element.childNodes;
  // In a block of the editor's own every break is one of its text, in paragraphs too.
  const [first, ...rest] = readFlow(content, format, declared !== null);
  if (first === undefined) return [];
  if (first.kind !== "line") return [first, ...rest];
  if (declared?.own !== undefined) {
    const runs = withoutOwnNumber(first.runs, element);
    return runsText(runs) === "" ? rest : [{ ...first, ...declared, runs }, ...rest];
  }
  // The number of a declared heading is derived, unless it tells the level.
  const number = item?.headingNumber || (declared === null && item?.textNumber) || "";
  if (item !== null && number === "" && declared === null) {
    return [{ kind: "item", item: { ...item, runs: first.runs } }, ...rest];
  }
  const runs = [{ text: number }, ...first.runs];
  return [{ ...first, ...declared, runs }, ...rest];
}

/** Numbers are derived; the text has it only where it was copied with the beginning of the heading. */
function withoutOwnNumber(runs: readonly Run[], heading: Element): readonly Run[] {
  const number = ownNumber(heading);
  return runsText(runs).startsWith(number) ? sliceRuns(runs, number.length) : runs;
}

/** What an element says it is: a heading, a title, a block of the editor's own. Null where it says nothing. */
function declaredBy(element: Element): Omit<DraftLine, "kind" | "runs"> | null {
  const own = ownBlock(element);
  if (own !== null) return { own };
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  if (/\bMso(?:Sub)?Title\b/.test(element.getAttribute("class") ?? "")) return { isTitle: true };
  if (tag !== undefined) return { tag: Number(tag) };
  const outlineLevel = Number.parseInt(inlineStyle(element).get("mso-outline-level") ?? "", 10);
  return outlineLevel >= 1 ? { outlineLevel } : null;
}

function pushNode(flow: Flow, node: DocumentNode | null): void {
  endLine(flow);
  if (node !== null) flow.drafts.push({ kind: "node", node });
}

/** Returns whether there was a line. */
function endLine(flow: Flow): boolean {
  const runs = collapseWhiteSpace(flow.runs);
  const { continues } = flow;
  const isLine = runsText(runs).trim() !== "";
  if (isLine) flow.drafts.push({ kind: "line", runs, ...(continues && { continues }) });
  flow.runs = [];
  flow.continues = false;
  return isLine;
}
