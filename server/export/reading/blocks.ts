/**
 * The mapping of the speech's blocks to what is read. A block of the schema without an entry here doesn't
 * compile. A table is read row by row.
 */
import { type BlockName, isBlockName } from "@/core/document/node-names";
import { CUE, isCueKind, PINYIN, STRESS } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import { readingCapacity } from "@/core/paper/reading-copy";
import type { NumberingStyle } from "@/core/speech";
import { leadEnd } from "@/core/text/lead";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import { leafPlace, placedText } from "@/core/text/placed-text";
import { readWords, sentenceEnds } from "@/core/text/sentences";
import type { FontRole } from "../pdf/model";
import { titleBreaks } from "../title-breaks";
import type { ReadingBlock, ReadingLook, ReadingRun } from "./model";

interface Context {
  readonly paper: PaperStyle;
  /** In front of the block: a heading's number. */
  readonly number: string;
}
type BlockMaker = (node: DocumentNode, context: Context) => ReadingBlock[];

const line =
  (look: ReadingLook, font: FontRole, leads = false): BlockMaker =>
  (node, context) => [lineOf(node, { ...context, look, font, leads })];

const nested: BlockMaker = ({ content = [] }, context) =>
  content.flatMap((node) => blockOf(node, { ...context, number: "" }));

const BLOCKS: Readonly<Record<BlockName, BlockMaker>> = {
  paragraph: line("text", "body"),
  title: (node, context) => [
    lineOf(
      { ...node, content: shaped(node.content ?? [], context.paper) },
      { ...context, look: "title", font: "title", leads: true },
    ),
  ],
  byline: line("centred", "kai", true),
  dateLine: line("centred", "kai", true),
  salutation: line("flush", "body", true),
  heading: (node, context) => {
    const level = Math.min(4, Math.max(1, Number(node.attrs?.level ?? 1)));
    const font = context.paper.headings[level - 1]?.font ?? "body";
    const isRunIn = node.attrs?.runIn === true;
    return [lineOf(node, { ...context, look: "heading", font, leads: !isRunIn, level })];
  },
  quotation: ({ content = [] }, context) =>
    content.map((node) => lineOf(node, { ...context, look: "text", font: "kai", leads: false })),
  bulletList: (node, context) => itemsOf(node, context, () => "• "),
  orderedList: (node, context) =>
    itemsOf(node, context, (index) => `${Number(node.attrs?.start ?? 1) + index}. `),
  table: ({ content = [] }, context) => content.map((row) => rowOf(row, context)),
};

/** `document` without suggestions. */
export function readingBlocks(
  document: DocumentNode,
  paper: PaperStyle,
  style: NumberingStyle,
): ReadingBlock[] {
  const blocks = document.content ?? [];
  const numbers = headingNumbers(
    blocks.map(({ type, attrs }) => outlineBlock(type, attrs)),
    style,
  );
  return blocks
    .flatMap((node, index) => blockOf(node, { paper, number: numbers[index] ?? "" }))
    .filter(({ sentences }) => sentences.length > 0);
}

function blockOf(node: DocumentNode, context: Context): ReadingBlock[] {
  if (isBlockName(node.type)) return BLOCKS[node.type](node, context);
  return nested(node, context);
}

function itemsOf({ content = [] }: DocumentNode, context: Context, marker: (index: number) => string) {
  return content.flatMap((item, index) =>
    (item.content ?? []).flatMap((node, at) =>
      blockOf(node, { ...context, number: at === 0 ? marker(index) : "" }),
    ),
  );
}

/** Cells are parted by a blank, as the eye parts them. */
function rowOf({ content = [] }: DocumentNode, context: Context): ReadingBlock {
  const cells = content.map((cell) => (cell.content ?? []).flatMap((node) => node.content ?? []));
  const inline = cells.flatMap((cell, index) =>
    index === 0 ? cell : [{ type: "text", text: "　" }, ...cell],
  );
  return lineOf(
    { type: "paragraph", content: inline },
    { ...context, look: "text", font: "body", leads: false },
  );
}

/** A title with the breaks of its shape. */
function shaped(content: readonly DocumentNode[], paper: PaperStyle): DocumentNode[] {
  const breaks = titleBreaks(paper, content, placedText(content));
  let offset = 0;
  return content.flatMap((node) => {
    const from = offset;
    const text = node.text ?? leafPlace(node.type);
    offset += text.length;
    const cuts = [...breaks].filter((at) => at > from && at < offset).map((at) => at - from);
    return [...cuts, text.length].flatMap((end, index) => [
      ...(index > 0 ? [{ type: "hardBreak" }] : []),
      node.type === "text" ? { ...node, text: text.slice(cuts[index - 1] ?? 0, end) } : node,
    ]);
  });
}

interface LineLook extends Context {
  readonly look: ReadingLook;
  readonly font: FontRole;
  readonly leads: boolean;
  readonly level?: number;
}

/** Part of a page is kept back for what stands above a long sentence. */
const PART_OF_PAGE = 0.8;

function lineOf(node: DocumentNode, { paper, number, look, font, leads, level }: LineLook): ReadingBlock {
  const content = node.content ?? [];
  const text = placedText(content);
  // A title is read, and kept, as a whole; a heading's lead is of another font than its body.
  const isWhole = look === "title" || look === "centred";
  const ends = isWhole
    ? [text.length].filter((end) => end > 0)
    : sentenceEnds(text, Math.floor(readingCapacity(paper) * PART_OF_PAGE));
  const lead = look !== "heading" ? 0 : leads ? text.length : leadEnd(text);
  const runs = new RunReader(content);
  return {
    look,
    level: look === "title" ? 0 : look === "heading" ? (level ?? 1) : null,
    leads,
    sentences: ends.map((end, index) => {
      const from = ends[index - 1] ?? 0;
      const front = index === 0 ? number : "";
      const inHeading = from < lead;
      const own =
        look === "heading" && !inHeading ? "body" : inHeading && font === "body" && !leads ? "kai" : font;
      return {
        runs: [...(front === "" ? [] : [plain(front, own)]), ...runs.take(end - from, own)],
        words: readWords(front + text.slice(from, end)),
      };
    }),
  };
}

const plain = (text: string, font: FontRole): ReadingRun => ({
  text,
  font,
  bold: false,
  stress: false,
  reading: null,
  cue: null,
});

/** Reads a line's nodes from the beginning, a stretch at a time. */
class RunReader {
  #index = 0;
  #offset = 0;

  constructor(readonly content: readonly DocumentNode[]) {}

  take(length: number, font: FontRole): ReadingRun[] {
    const taken: ReadingRun[] = [];
    for (let left = length; left > 0; ) {
      const node = this.content[this.#index];
      if (node === undefined) break;
      const text = node.text ?? leafPlace(node.type);
      const part = text.slice(this.#offset, this.#offset + left);
      taken.push(runOf(node, part, font));
      left -= part.length;
      this.#offset += part.length;
      if (this.#offset >= text.length) {
        this.#index += 1;
        this.#offset = 0;
      }
    }
    return taken;
  }
}

function runOf({ type, attrs, marks = [] }: DocumentNode, text: string, font: FontRole): ReadingRun {
  const has = (name: string) => marks.some((mark) => mark.type === name);
  const reading = marks.find((mark) => mark.type === PINYIN)?.attrs?.reading;
  return {
    text: type === CUE ? "" : text,
    font: has("italic") ? "kai" : font,
    bold: has("bold"),
    stress: has(STRESS),
    reading: typeof reading === "string" ? reading : null,
    cue: type === CUE && isCueKind(attrs?.kind) ? attrs.kind : null,
  };
}
