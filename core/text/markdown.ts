/**
 * A speech as Markdown (CommonMark, with GitHub's tables): headings with their numbers written out,
 * run-in headings as paragraphs that begin bold, since a Markdown heading takes its whole line.
 */
import { type BlockName, isBlockName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "./count";
import { leadEnd } from "./lead";
import { headingNumbers, outlineBlock } from "./numbering";

type BlockWriter = (block: DocumentNode, number: string) => string;

const paragraph: BlockWriter = (block) => inlineText(block);

const BLOCKS: Readonly<Record<BlockName, BlockWriter>> = {
  paragraph,
  byline: paragraph,
  dateLine: paragraph,
  salutation: paragraph,
  title: (block) => `# ${oneLine(block)}`,
  heading,
  quotation: (block) => prefixed(blocksText(block), "> ", "> "),
  bulletList: (block) => items(block, () => "- "),
  orderedList: (block) => items(block, (index) => `${Number(block.attrs?.start ?? 1) + index}. `),
  table,
};

/** The whole speech; without suggestions, which Markdown has no form for. */
export function markdownOf(document: DocumentNode, style: NumberingStyle): string {
  const blocks = document.content ?? [];
  const numbers = headingNumbers(
    blocks.map(({ type, attrs }) => outlineBlock(type, attrs)),
    style,
  );
  return `${blocks.map((block, index) => blockText(block, numbers[index] ?? "")).join("\n\n")}\n`;
}

function blockText(block: DocumentNode, number = ""): string {
  if (!isBlockName(block.type)) throw new TypeError(`no block ${block.type}`);
  return BLOCKS[block.type](block, number);
}

const blocksText = ({ content = [] }: DocumentNode): string =>
  content.map((block) => blockText(block)).join("\n\n");

function heading(block: DocumentNode, number: string): string {
  if (block.attrs?.runIn !== true) {
    // The speech's title is level 1.
    return `${"#".repeat(Number(block.attrs?.level ?? 1) + 1)} ${escaped(number)}${oneLine(block)}`;
  }
  const text = nodeText(block);
  const end = leadEnd(text);
  const body = text.slice(end);
  return `**${escaped(number)}${escaped(text.slice(0, end).trim())}**${body === "" ? "" : ` ${escaped(body)}`}`;
}

function items({ content = [] }: DocumentNode, marker: (index: number) => string): string {
  return content
    .map((item, index) => {
      const first = marker(index);
      return prefixed(blocksText(item), first, " ".repeat(first.length));
    })
    .join("\n");
}

function table({ content = [] }: DocumentNode): string {
  const rows = content.map((row) => (row.content ?? []).map(cellText));
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  // A table of Markdown has a head in any case.
  return [line(head), line(Array.from({ length: columns }, () => "---")), ...body.map(line)].join("\n");
}

const cellText = ({ content = [] }: DocumentNode): string =>
  content.map((block) => blockText(block).replace(/\s*\n\s*/g, "<br>")).join("<br>");

/** Text with bold and italic; a line break ends its line with a backslash. */
function inlineText({ content = [] }: DocumentNode): string {
  const text = content
    .map((node) => {
      if (node.type === "hardBreak") return "\\\n";
      const has = (mark: string) => node.marks?.some(({ type }) => type === mark) === true;
      const sign = `${has("bold") ? "**" : ""}${has("italic") ? "*" : ""}`;
      return emphasized(escaped(node.text ?? ""), sign);
    })
    .join("");
  return escapedStart(text);
}

const oneLine = (block: DocumentNode): string => inlineText(block).replace(/\\?\n/g, " ");

/** Blanks stay outside, where CommonMark still reads the signs as such. */
function emphasized(text: string, sign: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return sign === "" || inner === ""
    ? text
    : `${before}${sign}${inner}${[...sign].reverse().join("")}${after}`;
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, "\\$&");

/** What would begin a heading, a list or a quotation. */
const escapedStart = (text: string): string =>
  text.replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$))/, "$1\\$2").replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}
