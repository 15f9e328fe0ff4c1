/**
 * The mapping of the speech's blocks to what is read. A block of the schema without an entry here doesn't
 * compile. A table is read row by row.
 */
import { LOOK_NAMES, type LookMark, type LookName } from "@/core/document/looks";
import { type BlockName, type InlineName, isBlockName, isLineName } from "@/core/document/node-names";
import { isCueKind } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import { readingCapacity } from "@/core/paper/reading-copy";
import type { NumberingStyle } from "@/core/speech";
import { documentText } from "@/core/text/document-text";
import { leadEnd } from "@/core/text/lead";
import { listMarker } from "@/core/text/list-marker";
import { headingNumbers, outlineBlock } from "@/core/text/numbering";
import { leafPlace, placedText } from "@/core/text/placed-text";
import { readWords, sentenceParts } from "@/core/text/sentences";
import { isLatinAt, type LatinSigns, latinSigns, signCuts } from "../latin-signs";
import type { FontRole } from "../pdf/model";
import { withTabSpace } from "../tab-space";
import { titleBreaks } from "../title-breaks";
import type { ReadingBlock, ReadingLook, ReadingRun } from "./model";
import { nextWords } from "./next-words";

interface Context {
  readonly paper: PaperStyle;
  /** In front of the block: a heading's number. */
  readonly number: string;
  /** Whether the speech is, as a whole. */
  readonly isChinese: boolean;
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
  orderedList: (node, context) => itemsOf(node, context, (index) => listMarker(node, index)),
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
  const isChinese = /\p{Script=Han}/u.test(documentText(document, style));
  return blocks
    .flatMap((node, index) => blockOf(node, { paper, isChinese, number: numbers[index] ?? "" }))
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

const BLANK: DocumentNode = { type: "text", text: "　" };

/** Cells are parted by a blank, as the eye parts them; so is what stands below each other in one. */
function rowOf({ content = [] }: DocumentNode, context: Context): ReadingBlock {
  const lines = content.flatMap(linesIn).filter((line) => line.length > 0);
  const inline = lines.flatMap((line, index) => (index === 0 ? line : [BLANK, ...line]));
  return lineOf(
    { type: "paragraph", content: inline },
    { ...context, look: "text", font: "body", leads: false },
  );
}

/** The lines in a cell, those of its lists with their markers. */
function linesIn(node: DocumentNode): DocumentNode[][] {
  const { type, content = [] } = node;
  if (isLineName(type)) return [[...content]];
  const marker = (index: number) =>
    type === "orderedList" ? listMarker(node, index) : type === "bulletList" ? "• " : "";
  return content.flatMap((child, index) => {
    const [first = [], ...rest] = linesIn(child);
    const sign = marker(index);
    return [sign === "" ? first : [{ type: "text", text: sign }, ...first], ...rest];
  });
}

/** A title with the breaks of its shape. */
function shaped(content: readonly DocumentNode[], paper: PaperStyle): DocumentNode[] {
  const breaks = titleBreaks(paper, content, placedText(content));
  let offset = 0;
  return content.flatMap((node) => {
    const from = offset;
    const text = node.text ?? leafPlace(node.type);
    offset += text.length;
    const begins = breaks.has(from) ? [{ type: "hardBreak" }] : [];
    if (node.type !== "text") return [...begins, node];
    const cuts = [...breaks].filter((at) => at > from && at < offset).map((at) => at - from);
    const parts = [...cuts, text.length].flatMap((end, index) => [
      ...(index > 0 ? [{ type: "hardBreak" }] : []),
      { ...node, text: text.slice(cuts[index - 1] ?? 0, end) },
    ]);
    return [...begins, ...parts];
  });
}

interface LineLook extends Context {
  readonly look: ReadingLook;
  readonly font: FontRole;
  readonly leads: boolean;
  readonly level?: number;
}

/** What is no longer finds room on a page, though pinyin may make it half as long again. */
const PART_OF_PAGE = 0.4;

function lineOf(node: DocumentNode, context: LineLook): ReadingBlock {
  const { paper, number, isChinese, look, font, leads, level } = context;
  const content = node.content ?? [];
  const text = placedText(content);
  // A title is read, and kept, as a whole; a heading's lead is of another font than its body.
  const isWhole = look === "title" || look === "centred";
  const parts = isWhole
    ? [{ end: text.length, goesOn: false }].filter(({ end }) => end > 0)
    : sentenceParts(text, Math.floor(readingCapacity(paper) * PART_OF_PAGE));
  const lead = look !== "heading" ? 0 : leads ? text.length : leadEnd(text);
  const runs = new RunReader(content, latinSigns(text));
  return {
    look,
    level: look === "title" ? 0 : look === "heading" ? (level ?? 1) : null,
    leads,
    sentences: parts.map(({ end, goesOn }, index) => {
      const from = parts[index - 1]?.end ?? 0;
      const front = index === 0 ? number : "";
      const inHeading = from < lead;
      const own =
        look === "heading" && !inHeading ? "body" : inHeading && font === "body" && !leads ? "kai" : font;
      return {
        runs: [...(front === "" ? [] : [plain(front, own)]), ...runs.take(end - from, own)],
        goesOn,
        foot: nextWords(readWords(front + text.slice(from, end)), isChinese),
      };
    }),
  };
}

const plain = (text: string, font: FontRole): ReadingRun => ({
  text,
  font,
  latin: false,
  bold: false,
  stress: false,
  reading: null,
  cue: null,
});

/** Reads a line's nodes from the beginning, a stretch at a time. */
class RunReader {
  #index = 0;
  /** In the node, and in the line. */
  #offset = 0;
  #place = 0;
  readonly #cuts: readonly number[];

  constructor(
    readonly content: readonly DocumentNode[],
    readonly signs: LatinSigns,
  ) {
    this.#cuts = signCuts(signs);
  }

  take(length: number, font: FontRole): ReadingRun[] {
    const taken: ReadingRun[] = [];
    for (let left = length; left > 0; ) {
      const node = this.content[this.#index];
      if (node === undefined) break;
      const text = node.text ?? leafPlace(node.type);
      const cut = this.#cuts.find((at) => at > this.#place) ?? Number.POSITIVE_INFINITY;
      const part = text.slice(this.#offset, this.#offset + Math.min(left, cut - this.#place));
      taken.push({ ...runOf(node, part, font), latin: isLatinAt(this.signs, this.#place) });
      left -= part.length;
      this.#offset += part.length;
      this.#place += part.length;
      if (this.#offset >= text.length) {
        this.#index += 1;
        this.#offset = 0;
      }
    }
    return taken;
  }
}

type RunMaker = (node: DocumentNode, text: string) => Partial<ReadingRun>;

const INLINES: Readonly<Record<InlineName, RunMaker>> = {
  text: (_, text) => ({ text: withTabSpace(text) }),
  hardBreak: () => ({ text: "\n" }),
  cue: ({ attrs }) => ({ text: "", cue: isCueKind(attrs?.kind) ? attrs.kind : null }),
};

const LOOKS: Readonly<Record<LookName, (mark: LookMark) => Partial<ReadingRun>>> = {
  bold: () => ({ bold: true }),
  italic: () => ({ font: "kai" }),
  stress: () => ({ stress: true }),
  pinyin: ({ attrs }) => ({ reading: typeof attrs?.reading === "string" ? attrs.reading : null }),
};

function runOf(node: DocumentNode, text: string, font: FontRole): Omit<ReadingRun, "latin"> {
  const looks = LOOK_NAMES.map((name) => {
    const mark = node.marks?.find(({ type }) => type === name);
    return mark === undefined ? {} : LOOKS[name](mark);
  });
  // A line's content, which the schema has checked.
  const own = INLINES[node.type as InlineName](node, text);
  return Object.assign(plain(text, font), ...looks, own);
}
