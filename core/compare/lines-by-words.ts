/**
 * Which lines are known by their words. Blocks are aligned with those beside them only, so that a line that went to a
 * list is taken for an edited one as soon as a similar one stands where it stood. Where the very words of a line stand in
 * the other document too, and no equal line is paired with either, the two are one line and the similar one another.
 */
import { isLineName } from "../document/node-names";
import type { DocumentNode } from "../document/schema";
import { SHORT_TEXT } from "./align-blocks";
import { plainText } from "./compare-text";
import type { Row, Span } from "./comparison";
import { TABLES } from "./loose-lines";
import { featuresOf } from "./similarity";

/** Lines of both documents, by their very nodes. */
export type LinesByWords = ReadonlySet<DocumentNode>;

/** A line for which a comparison has no equal one. */
interface FreeLine {
  readonly node: DocumentNode;
  /**
   * `loose`: it came or went; `paired`: another is taken for it; `cell`: in a table, where the place says what it is of.
   * In this order they are taken for equal ones.
   */
  readonly state: "loose" | "paired" | "cell";
}

const ORDER: readonly FreeLine["state"][] = ["loose", "paired", "cell"];

/** By their words, in the order of their document. */
type FreeLines = Map<string, FreeLine[]>;

interface Blocks {
  readonly before: readonly DocumentNode[];
  readonly after: readonly DocumentNode[];
}

/** Of a comparison of these blocks, which are in canonical form; none where it takes no line for another than its equal. */
export function linesByWords(rows: readonly Row[], blocks: Blocks): LinesByWords {
  const found: Found = { gone: new Map(), come: new Map(), isInTable: false };
  collect(rows, blocks, found);
  const isRepeated = repeatedIn(blocks);
  const known = new Set<DocumentNode>();
  for (const [words, gone] of found.gone) {
    const come = found.come.get(words) ?? [];
    const count = Math.min(gone.length, come.length);
    const lines = [...inOrder(gone).slice(0, count), ...inOrder(come).slice(0, count)];
    if (lines.every(({ state }) => state !== "paired")) continue;
    const isInTable = lines.some(({ state }) => state === "cell");
    if (isShort(words) && (isInTable || isRepeated(words))) continue;
    for (const { node, state } of lines) if (state !== "cell") known.add(node);
  }
  return known;
}

const inOrder = (lines: readonly FreeLine[]) =>
  [...lines].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));

const wordsOf = ({ content = [] }: DocumentNode) => plainText(content);
const isShort = (words: string) => featuresOf(words).size <= SHORT_TEXT;

/** Whether either document has these words in several lines: 谢谢大家！ tells none from another then. */
function repeatedIn({ before, after }: Blocks): (words: string) => boolean {
  let counts: readonly ReadonlyMap<string, number>[] | undefined;
  return (words) => {
    counts ??= [before, after].map(countedLines);
    return counts.some((lines) => (lines.get(words) ?? 0) > 1);
  };
}

function countedLines(blocks: readonly DocumentNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (node: DocumentNode): void => {
    if (isLineName(node.type)) counts.set(wordsOf(node), (counts.get(wordsOf(node)) ?? 0) + 1);
    else for (const child of node.content ?? []) count(child);
  };
  for (const block of blocks) count(block);
  return counts;
}

interface Found {
  readonly gone: FreeLines;
  readonly come: FreeLines;
  readonly isInTable: boolean;
}

function collect(rows: readonly Row[], { before, after }: Blocks, found: Found): void {
  const state = found.isInTable ? "cell" : "loose";
  for (const row of rows) {
    if (row.kind === "deleted") addLines(row.block, found.gone, state);
    else if (row.kind === "added") addLines(row.block, found.come, state);
    else if (row.kind !== "same" && row.kind !== "moved-away") {
      const [one, other] = [before[row.from], after[row.to]];
      if (one !== undefined && other !== undefined) collectPair(row, one, other, found);
    }
  }
}

type PairRow = Extract<Row, { readonly kind: "edited" | "moved-here" | "split" | "joined" }>;

function collectPair(row: PairRow, one: DocumentNode, other: DocumentNode, found: Found): void {
  const isPart = row.kind === "split" || row.kind === "joined";
  const content = isPart ? { kind: "text" as const, spans: row.spans } : (row.edit?.content ?? null);
  if (content === null) return;
  if (content.kind === "blocks") {
    const isInTable = found.isInTable || TABLES.has(one.type);
    const blocks = { before: one.content ?? [], after: other.content ?? [] };
    collect(content.rows, blocks, { ...found, isInTable });
    return;
  }
  const state = found.isInTable ? "cell" : "paired";
  // Where a line is in parts one of them may be the same, and the whole line not; that has a row of its own.
  const isSame = hasSameWords(content.spans);
  const [old, fresh] = [wordsOf(one).length, wordsOf(other).length];
  if (row.kind !== "split" && (!isSame || old > fresh)) addLines(one, found.gone, state);
  if (row.kind !== "joined" && (!isSame || old < fresh)) addLines(other, found.come, state);
}

const hasSameWords = (spans: readonly Span[]) =>
  spans.every(({ kind }) => kind === "same" || kind === "reformatted");

/** Those in a block, or the line that it is. */
function addLines(block: DocumentNode, lines: FreeLines, state: FreeLine["state"]): void {
  if (!isLineName(block.type)) {
    const inside = TABLES.has(block.type) ? "cell" : state;
    for (const child of block.content ?? []) addLines(child, lines, inside);
    return;
  }
  const words = wordsOf(block);
  // Headings, a title, 同志们： are known by their place; and so is an empty line.
  if (block.type !== "paragraph" || words.trim() === "") return;
  const equal = lines.get(words);
  if (equal === undefined) lines.set(words, [{ node: block, state }]);
  else equal.push({ node: block, state });
}
