/**
 * Lines that stand in another block than before: paragraphs that became a list or a quotation, an item that went to
 * another list. Blocks are aligned with those beside them only, so that a comparison has such a line deleted in one place
 * and added in another, which is what makes one text of the other; here it is told that both are one line.
 */
import type { DocumentNode } from "@/core/document/schema";
import { isLineName } from "../document/node-names";
import { SURELY_ONE } from "./align-blocks";
import { type Candidate, candidates, toBlock } from "./candidates";
import { compareText } from "./compare-text";
import type { NodeShape, Row, Span } from "./comparison";
import { heaviestChain } from "./heaviest-chain";
import { type LooseLine, type LooseRow, looseLines } from "./loose-lines";
import { shapeOf } from "./node-shape";

export interface RelocatedLine {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  /** The indices that lead to it from either document's blocks. */
  readonly path: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** The row that has it as added. */
  readonly row: LooseRow;
  /** Null where nothing in it was changed. */
  readonly spans: readonly Span[] | null;
  /** What an office calls a block of this kind: the list, not its item. Null when it stands in blocks of the same kinds. */
  readonly shape: { readonly before: NodeShape; readonly after: NodeShape } | null;
  /** Whether it stands where it stood, in another block; of all such lines the order is the same in both documents. */
  readonly isInPlace: boolean;
  /** Whether it stands elsewhere now, and not only in another block in its place. */
  readonly isMoved: boolean;
}

/** By the line's very nodes in the rows, that which was deleted and that which was added. */
export type RelocatedLines = ReadonlyMap<DocumentNode, RelocatedLine>;

/** `before`: the blocks that the rows' `from` counts. */
export function relocatedLines(rows: readonly Row[], before: readonly DocumentNode[]): RelocatedLines {
  const { gone, come } = looseLines(rows, before);
  const pairs = pairedLines(gone, come);
  const inPlace = new Set(heaviestChain(pairs.filter(({ one, other }) => one.gap === other.gap)));
  const lines = new Map<DocumentNode, RelocatedLine>();
  for (const pair of pairs) {
    const line = relocatedLine(pair, inPlace.has(pair));
    lines.set(line.before, line).set(line.after, line);
  }
  return lines;
}

interface LinePair extends Candidate {
  readonly one: LooseLine;
  readonly other: LooseLine;
}

function pairedLines(gone: readonly LooseLine[], come: readonly LooseLine[]): readonly LinePair[] {
  const levels = new Set([...gone, ...come].map(({ level }) => level));
  if (gone.length === 0 || come.length === 0 || levels.size === 1) return [];
  const blocks = gone.map(({ node }) => toBlock(node));
  const found = candidates(
    blocks,
    come.map(({ node }) => toBlock(node)),
  ).flatMap((pair): LinePair[] => {
    const [one, other] = [gone[pair.from], come[pair.to]];
    if (one === undefined || other === undefined || one.level === other.level) return [];
    if (pair.score < SURELY_ONE || (one.node.content ?? []).length === 0) return [];
    // A line of marks alone is known by its place.
    const isKnown = one.gap === other.gap || (blocks[pair.from]?.features().size ?? 0) > 0;
    return isKnown ? [{ ...pair, one, other }] : [];
  });
  const isElsewhere = ({ one, other }: LinePair) => (one.gap === other.gap ? 0 : 1);
  const isOther = ({ score }: LinePair) => (score === 1 ? 0 : 1);
  found.sort(
    (one, other) =>
      isOther(one) - isOther(other) || other.weight - one.weight || isElsewhere(one) - isElsewhere(other),
  );
  const taken = new Set<LooseLine>();
  const pairs = found.filter(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
  return pairs.sort((one, other) => one.to - other.to);
}

function relocatedLine({ one, other }: LinePair, isInPlace: boolean): RelocatedLine {
  const [before, after] = [one.node, other.node];
  const shape = isSameKind(one, other) ? null : { before: kindOf(one), after: kindOf(other) };
  const [old, fresh] = [before.content ?? [], after.content ?? []];
  const isEqual = JSON.stringify(old) === JSON.stringify(fresh);
  return {
    before,
    after,
    path: { before: one.path, after: other.path },
    row: other.row,
    spans: isEqual ? null : compareText(old, fresh),
    shape,
    isInPlace,
    isMoved: !isInPlace || shape === null,
  };
}

const isSameKind = (one: LooseLine, other: LooseLine): boolean =>
  JSON.stringify([one.holder.types, shapeOf(one.node)]) ===
  JSON.stringify([other.holder.types, shapeOf(other.node)]);

const kindOf = ({ node, holder }: LooseLine): NodeShape => holder.named ?? shapeOf(node);

/** The relocated lines in a block, in its order. */
export function relocatedIn(block: DocumentNode, lines: RelocatedLines): readonly RelocatedLine[] {
  const line = lines.get(block);
  if (line !== undefined) return [line];
  if (lines.size === 0 || isLineName(block.type)) return [];
  return (block.content ?? []).flatMap((child) => relocatedIn(child, lines));
}

/** What of a block came, or went, with it: all but the relocated lines. Null when nothing is left. */
export function withoutRelocated(block: DocumentNode, lines: RelocatedLines): DocumentNode | null {
  if (relocatedIn(block, lines).length === 0) return block;
  if (lines.has(block)) return null;
  const content = (block.content ?? []).flatMap((child) => withoutRelocated(child, lines) ?? []);
  return content.length === 0 ? null : { ...block, content };
}
