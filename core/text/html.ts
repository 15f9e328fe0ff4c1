/**
 * A speech as one HTML file that needs nothing else: semantic, without scripts, dressed for the screen
 * and for A4. A run-in heading is a heading and its paragraph, shown as one line.
 */
import { LOOK_NAMES, type LookName } from "@/core/document/looks";
import {
  type BlockName,
  type InlineName,
  type InnerName,
  isBlockName,
  isInlineName,
  isInnerName,
  isLineName,
} from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "./count";
import { HTML_STYLE } from "./html-style";
import { leadEnd } from "./lead";
import { headingNumbers, outlineBlock } from "./numbering";

export interface HtmlOptions {
  readonly title: string;
  readonly numberingStyle: NumberingStyle;
}

/** The file asks for nothing; by this its own reader (html/own-file.ts) knows it. */
export const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

type BlockWriter = (block: DocumentNode, number: string) => string;

const line =
  (name: string): BlockWriter =>
  (block) =>
    `<p class="${name}">${inlines(block)}</p>`;

const BLOCKS: Readonly<Record<BlockName, BlockWriter>> = {
  paragraph: (block) => `<p>${inlines(block)}</p>`,
  title: (block) => `<h1>${inlines(block)}</h1>`,
  byline: line("byline"),
  dateLine: line("date"),
  salutation: line("salutation"),
  heading,
  quotation: (block) => `<blockquote>${blocks(block)}</blockquote>`,
  bulletList: (block) => `<ul>${items(block)}</ul>`,
  orderedList: (block) => `<ol${startOf(block)}>${items(block)}</ol>`,
  table: (block) => `<table>${rows(block)}</table>`,
};

/** What is said or shown only to whoever reads the speech aloud isn't written. */
const INLINES: Readonly<Record<InlineName, (node: DocumentNode) => string>> = {
  text: (node) => marked(node, escaped(node.text ?? "")),
  hardBreak: () => "<br>",
  cue: () => "",
};

const TAGS: Readonly<Record<InnerName, string>> = {
  listItem: "li",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
};

const LOOKS: Readonly<Record<LookName, (text: string) => string>> = {
  bold: (text) => `<strong>${text}</strong>`,
  italic: (text) => `<em>${text}</em>`,
  stress: (text) => text,
  pinyin: (text) => text,
};

/** The whole file; without suggestions, which are settled before. */
export function htmlOf(document: DocumentNode, { title, numberingStyle }: HtmlOptions): string {
  const content = document.content ?? [];
  const numbers = headingNumbers(
    content.map(({ type, attrs }) => outlineBlock(type, attrs)),
    numberingStyle,
  );
  const body = content.map((block, index) => blockOf(block, numbers[index] ?? "")).join("\n");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${HTML_POLICY}">
<title>${escaped(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<article>
${body}
</article>
</body>
</html>
`;
}

function blockOf(block: DocumentNode, number = ""): string {
  if (!isBlockName(block.type)) throw new TypeError(`no block ${block.type}`);
  return BLOCKS[block.type](block, number);
}

const blocks = ({ content = [] }: DocumentNode): string => content.map((block) => blockOf(block)).join("");

function heading(block: DocumentNode, number: string): string {
  // The speech's title is level 1.
  const tag = `h${Number(block.attrs?.level ?? 1) + 1}`;
  const text = nodeText(block);
  const end = block.attrs?.runIn === true ? leadEnd(text) : text.length;
  const lead = `<${tag}>${escaped(number)}${inlines(block, 0, end)}</${tag}>`;
  if (block.attrs?.runIn !== true) return lead;
  return `<div class="run-in">${lead}<p>${inlines(block, end)}</p></div>`;
}

const items = ({ content = [] }: DocumentNode): string =>
  content.map((item) => inner(item, blocks(item))).join("");

function rows({ content = [] }: DocumentNode): string {
  return content.map((row) => inner(row, (row.content ?? []).map(cell).join(""))).join("");
}

function inner({ type }: DocumentNode, written: string, attributes = ""): string {
  if (!isInnerName(type)) throw new TypeError(`no inner ${type}`);
  return `<${TAGS[type]}${attributes}>${written}</${TAGS[type]}>`;
}

function cell(node: DocumentNode): string {
  const { attrs, content = [] } = node;
  const spans = ["colspan", "rowspan"].flatMap((name) => {
    const span = Number(attrs?.[name] ?? 1);
    return span > 1 ? [` ${name}="${span}"`] : [];
  });
  // A cell of one line needs no paragraph around it.
  const [only] = content;
  const isLine = content.length === 1 && only !== undefined && isLineName(only.type);
  return inner(node, isLine ? inlines(only) : blocks(node), spans.join(""));
}

function startOf({ attrs }: DocumentNode): string {
  const start = Number(attrs?.start ?? 1);
  const type = typeof attrs?.type === "string" ? ` type="${escaped(attrs.type)}"` : "";
  return `${start === 1 ? "" : ` start="${start}"`}${type}`;
}

/** The part of a line between two offsets of its text (nodeText). */
function inlines({ content = [] }: DocumentNode, from = 0, to = Number.POSITIVE_INFINITY): string {
  let offset = 0;
  return content
    .map((node) => {
      if (!isInlineName(node.type)) throw new TypeError(`no inline ${node.type}`);
      const length = nodeText(node).length;
      const [begin, end] = [Math.max(0, from - offset), Math.min(length, to - offset)];
      const isWithin = length === 0 ? offset >= from && offset < to : begin < end;
      offset += length;
      if (!isWithin) return "";
      return INLINES[node.type](
        node.text === undefined ? node : { ...node, text: node.text.slice(begin, end) },
      );
    })
    .join("");
}

function marked(node: DocumentNode, text: string): string {
  const has = (name: LookName) => node.marks?.some(({ type }) => type === name) === true;
  return LOOK_NAMES.filter(has).reduceRight((written, name) => LOOKS[name](written), text);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
