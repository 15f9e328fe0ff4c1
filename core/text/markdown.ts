/**
 * A speech as Markdown (CommonMark, with GitHub's tables): headings with their numbers written out,
 * run-in headings as paragraphs that begin bold, since a Markdown heading takes its whole line.
 */
import { LOOK_NAMES, type LookName } from "@/core/document/looks";
import { type BlockName, type InlineName, isBlockName, isInlineName } from "@/core/document/node-names";
import { cellGrid } from "@/core/document/place-cells";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "./count";
import { readTypedNumber } from "./import/typed-number";
import { leadEnd } from "./lead";
import { headingNumbers, outlineBlock } from "./numbering";

/** `isOther`: a list right behind one of its kind, which other signs tell apart. */
type BlockWriter = (block: DocumentNode, number: string, isOther: boolean) => string;

const paragraph: BlockWriter = (block) => inlineText(block);

const BLOCKS: Readonly<Record<BlockName, BlockWriter>> = {
  paragraph,
  byline: paragraph,
  dateLine: paragraph,
  salutation: paragraph,
  title: (block) => `# ${oneLine(block)}`,
  heading,
  quotation: (block) => prefixed(blocksText(block.content ?? []), "> ", "> "),
  bulletList: (block, _, isOther) => items(block, () => (isOther ? "+ " : "- ")),
  orderedList: (block, _, isOther) =>
    items(block, (index) => `${Number(block.attrs?.start ?? 1) + index}${isOther ? ")" : "."} `),
  table,
};

/** The whole speech; without suggestions, which Markdown has no form for. */
export function markdownOf(document: DocumentNode, style: NumberingStyle): string {
  const blocks = document.content ?? [];
  const numbers = headingNumbers(
    blocks.map(({ type, attrs }) => outlineBlock(type, attrs)),
    style,
  );
  return `${blocksText(blocks, numbers)}\n`;
}

function blocksText(blocks: readonly DocumentNode[], numbers: readonly (string | null)[] = []): string {
  let isOther = false;
  return blocks
    .map((block, index) => {
      isOther = blocks[index - 1]?.type === block.type && !isOther;
      return blockText(block, numbers[index] ?? "", isOther);
    })
    .join("\n\n");
}

function blockText(block: DocumentNode, number = "", isOther = false): string {
  if (!isBlockName(block.type)) throw new TypeError(`no block ${block.type}`);
  return BLOCKS[block.type](block, number, isOther);
}

function heading(block: DocumentNode, number: string): string {
  if (block.attrs?.runIn !== true) {
    // The speech's title is level 1.
    const shown = setOff(number, nodeText(block), true);
    return `${"#".repeat(Number(block.attrs?.level ?? 1) + 1)} ${escaped(shown)}${oneLine(block)}`;
  }
  const text = nodeText(block);
  const end = leadEnd(text);
  const body = inlineText({ type: block.type, content: inlineFrom(block.content ?? [], end) }).trimStart();
  const lead = text.slice(0, end).trim();
  return `**${escaped(setOff(number, lead, false))}${escaped(lead)}**${body === "" ? "" : ` ${body}`}`;
}

/** With a blank behind the number where the words would run on from it: 1. 5G网络. */
const setOff = (number: string, words: string, isHeading: boolean): string =>
  words.trim() !== "" && readTypedNumber(number + words, { isHeading }) === null ? `${number} ` : number;

/** What stands behind so many letters, as nodeText() counts them. */
function inlineFrom(content: readonly DocumentNode[], from: number): DocumentNode[] {
  let at = 0;
  return content.flatMap((node) => {
    const start = at;
    at += nodeText(node).length;
    if (at <= from) return [];
    return start >= from || node.text === undefined
      ? [node]
      : [{ ...node, text: node.text.slice(from - start) }];
  });
}

function items({ content = [] }: DocumentNode, marker: (index: number) => string): string {
  return content
    .map((item, index) => {
      const first = marker(index);
      return prefixed(blocksText(withWords(item.content ?? [])), first, " ".repeat(first.length));
    })
    .join("\n");
}

/** Behind an empty line nothing belongs to the item any more (CommonMark 0.31, 5.2): it begins with what has words. */
function withWords(blocks: readonly DocumentNode[]): readonly DocumentNode[] {
  const first = blocks.findIndex((block) => blockText(block) !== "");
  return first < 0 ? blocks.slice(0, 1) : blocks.slice(first);
}

/** Where a merged cell reaches, an empty one stands: what is below or behind stays in its column. */
function table(block: DocumentNode): string {
  const [head = [], ...body] = cellGrid(block).map((row) =>
    row.map((cell) => (cell === null ? "" : cellText(cell))),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  // A table of Markdown has a head in any case.
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}

const cellText = ({ content = [] }: DocumentNode): string =>
  content.map((block) => inOneLine(blockText(block))).join("<br>");

/** Backslashes that are words come in pairs; one more breaks the line. */
const inOneLine = (text: string): string =>
  text.replace(/\s*(\\*)\n\s*/g, (_, slashes: string) => `${slashes.slice(slashes.length % 2)}<br>`);

/** Text with bold and italic; a line break ends its line with a backslash. */
function inlineText({ content = [] }: DocumentNode): string {
  const nodes = content.map(inlineParts);
  const text = nodes.reduce((written, { text: words, sign }, index) => {
    const next = nodes[index + 1];
    const after = next === undefined ? "" : next.sign === "" ? next.text.charAt(0) : "<";
    return written + emphasized(words, { sign, before: written.slice(-1), after });
  }, "");
  // At the end of all a backslash is one, and no break.
  const ended = text.replace(/(?:\\\n)+$/, (breaks) => "<br>".repeat(breaks.length / 2));
  return ended.split("\n").map(escapedStart).join("\n");
}

/** What is said or shown only to whoever reads the speech aloud isn't written. */
const INLINES: Readonly<Record<InlineName, (node: DocumentNode) => string>> = {
  text: ({ text }) => escaped(text ?? ""),
  hardBreak: () => "\\\n",
  cue: () => "",
};
const SIGNS: Readonly<Record<LookName, string>> = { bold: "**", italic: "*", stress: "", pinyin: "" };

function inlineParts(node: DocumentNode): { readonly text: string; readonly sign: string } {
  if (!isInlineName(node.type)) throw new TypeError(`no inline ${node.type}`);
  const has = (name: LookName) =>
    node.type === "text" && node.marks?.some(({ type }) => type === name) === true;
  return {
    text: INLINES[node.type](node),
    sign: LOOK_NAMES.filter(has)
      .map((name) => SIGNS[name])
      .join(""),
  };
}

/** For a heading, where signs # at the end of the line would be taken for its frame. */
const oneLine = (block: DocumentNode): string =>
  inlineText(block)
    .replace(/\\?\n/g, " ")
    .replace(/(?<=^|\s)(?=#+\s*$)/, "\\");

interface Around {
  readonly sign: string;
  /** The characters beside it; empty at an end of the line. */
  readonly before: string;
  readonly after: string;
}

/** Blanks stay outside, where CommonMark still reads the signs as such. */
function emphasized(text: string, { sign, before, after }: Around): string {
  const [, front = "", inner = "", back = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (sign === "" || inner === "") return text;
  const opens = isSign(front.slice(-1) || before, inner.charAt(0));
  const closes = isSign(back.charAt(0) || after, inner.slice(-1));
  const [open, close] =
    opens && closes ? [sign, [...sign].reverse().join("")] : [tags(sign, ""), tags(sign, "/")];
  return `${front}${open}${inner}${close}${back}`;
}

/**
 * Whether CommonMark (0.31, 6.2) takes signs between these for such: beside a full-width mark inside them there
 * must be a blank or a mark outside, which Chinese text seldom has. Beside other signs nobody knows which is whose, and between digits they multiply.
 */
function isSign(outside: string, inside: string): boolean {
  if (outside === "*" || /^\d\d$/.test(outside + inside)) return false;
  return !PUNCTUATION.test(inside) || outside === "" || /\s/.test(outside) || PUNCTUATION.test(outside);
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

function tags(sign: string, slash: string): string {
  const names = [...(sign.includes("**") ? ["strong"] : []), ...(sign.length % 2 === 1 ? ["em"] : [])];
  return (slash === "" ? names : names.reverse()).map((name) => `<${slash}${name}>`).join("");
}

/** Programs that link an address by itself take its backslashes for a part of it: this one isn't to be linked. */
const BARE_ADDRESS = /\b(https?|ftp|www)([:.]\S*\\)/gi;

/** A reference such as &amp; is one only where its letters and semicolon follow. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=#?[0-9A-Za-z]+;)/g, "\\&")
    .replace(BARE_ADDRESS, "$1\\$2");

/**
 * What would begin a heading, a list or a quotation, or draw a line. Blanks in front mean nothing in Markdown, but
 * four of them make the line code.
 */
const escapedStart = (line: string): string =>
  line
    .replace(/^[ \t]+/, "")
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$))/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}
