/** Compares two documents block by block, and inside blocks that changed word by word. */
import { isInlineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { alignBlocks } from "./align-blocks";
import { toBlock } from "./candidates";
import { canonicalDocument } from "./canonical-document";
import { compareLineParts } from "./compare-line-parts";
import { compareText } from "./compare-text";
import type { BlockEdit, Comparison, ContentEdit, Row } from "./comparison";
import { withLineParts } from "./line-parts";
import { type LinesByWords, linesByWords } from "./lines-by-words";
import { changeOfShape } from "./node-shape";

/** Two or three are enough for what people write; more would only take time. */
const MOST_ROUNDS = 8;

/**
 * Suggestions count as they stand in the text; comments don't count. The comparison fits the
 * canonical forms of both documents.
 */
export function compareDocuments(
  before: DocumentNode,
  after: DocumentNode,
  { findsParts = true }: CompareOptions = {},
): Comparison {
  const { content: left = [] } = canonicalDocument(before);
  const { content: right = [] } = canonicalDocument(after);
  const known = new Set<DocumentNode>();
  let rows = compareBlocks(left, right, { findsParts });
  // The lines beside those are paired anew then, and may be taken for others in turn.
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    const { size } = known;
    for (const line of linesByWords(rows, { before: left, after: right })) known.add(line);
    if (known.size === size) break;
    rows = compareBlocks(left, right, { findsParts, known });
  }
  return { rows };
}

export interface CompareOptions {
  /** Whether a line that was broken or joined is told from one that went and one that came; left out, it is. */
  readonly findsParts?: boolean;
}

interface Options extends CompareOptions {
  /** Taken for no line but an equal one. */
  readonly known?: LinesByWords;
}

function compareBlocks(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  options: Options,
): Row[] {
  const left = before.map((block) => toBlock(block, options.known));
  const right = after.map((block) => toBlock(block, options.known));
  const aligned = alignBlocks(left, right);
  const { kept, moved, split, joined } =
    options.findsParts === false
      ? { ...aligned, split: [], joined: [] }
      : withLineParts(left, right, aligned);
  const parts = compareLineParts(before, after, { split, joined });
  const runs = moveNumbers(moved);
  const movedFrom = new Map(moved.map((pair) => [pair.from, pair]));
  const movedTo = new Map(moved.map((pair) => [pair.to, pair]));
  const editOf = (from: number, to: number) =>
    left[from]?.key === right[to]?.key ? null : compareBlock(at(before, from), at(after, to), options);

  const rows: Row[] = [];
  let from = 0;
  let to = 0;
  for (const anchor of [...kept, { from: before.length, to: after.length }]) {
    for (; from < anchor.from; from += 1) {
      const pair = movedFrom.get(from);
      const part = parts.joined.get(from);
      if (part !== undefined) rows.push({ kind: "joined", ...part });
      else if (pair === undefined) rows.push({ kind: "deleted", from, block: at(before, from) });
      else rows.push({ kind: "moved-away", from, to: pair.to, move: runs.get(from) ?? 0 });
    }
    for (; to < anchor.to; to += 1) {
      const pair = movedTo.get(to);
      const part = parts.split.get(to);
      if (part !== undefined) rows.push({ kind: "split", ...part });
      else if (pair === undefined) rows.push({ kind: "added", to, block: at(after, to) });
      else {
        const edit = editOf(pair.from, to);
        rows.push({ kind: "moved-here", from: pair.from, to, move: runs.get(pair.from) ?? 0, edit });
      }
    }
    if (from < before.length) {
      const edit = parts.beginnings.get(from) ?? editOf(from, to);
      rows.push(edit === null ? { kind: "same", from, to } : { kind: "edited", from, to, edit });
      from += 1;
      to += 1;
    }
  }
  return rows;
}

/** Blocks side by side before and after moved together: a part with what is in it. */
function moveNumbers(moved: readonly { readonly from: number; readonly to: number }[]): Map<number, number> {
  const numbers = new Map<number, number>();
  let number = 0;
  for (const [index, { from, to }] of moved.entries()) {
    const last = moved[index - 1];
    if (last === undefined || last.from + 1 !== from || last.to + 1 !== to) number += 1;
    numbers.set(from, number);
  }
  return numbers;
}

function compareBlock(before: DocumentNode, after: DocumentNode, options: Options): BlockEdit {
  return {
    shape: changeOfShape(before, after),
    content: compareContent(before.content ?? [], after.content ?? [], options),
  };
}

function compareContent(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  options: Options,
): ContentEdit | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const isText = [...before, ...after].some(({ type }) => isInlineName(type));
  return isText
    ? { kind: "text", spans: compareText(before, after) }
    : { kind: "blocks", rows: compareBlocks(before, after, options) };
}

function at(blocks: readonly DocumentNode[], index: number): DocumentNode {
  const block = blocks[index];
  if (block === undefined) throw new RangeError(`no block ${index}`);
  return block;
}
