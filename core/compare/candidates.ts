/** Which blocks of two documents may be the same one, before it is decided which are. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { plainText } from "./compare-text";
import type { Pair } from "./heaviest-chain";
import type { LinesByWords } from "./lines-by-words";
import { type Features, featuresOf, similarity } from "./similarity";

/** Blocks with one feature more often than this tell nothing apart by it. */
const COMMON_FEATURE = 24;
/** Looked at more closely, per block. */
const MOST_CANDIDATES = 8;
/** Equal blocks (empty lines, 谢谢大家！) beyond this are paired in order only. */
const MANY_EQUAL = 6;

const NONE: LinesByWords = new Set();
const LINES = new Set(["paragraph", "heading", "title", "byline", "dateLine", "salutation"]);
const LISTS = new Set(["bulletList", "orderedList"]);
const CELLS = new Set(["tableCell", "tableHeader"]);

export interface Block {
  readonly node: DocumentNode;
  /** Equal for equal blocks. */
  readonly key: string;
  /** Only blocks of one family can be forms of one another. */
  readonly family: string;
  /** Made when first asked for: most blocks are found by their key. */
  readonly features: () => Features;
}

export interface Candidate extends Pair {
  readonly score: number;
}

/** `known`: lines that only an equal one may be. */
export function toBlock(node: DocumentNode, known: LinesByWords = NONE): Block {
  let features: Features | undefined;
  return {
    node,
    key: JSON.stringify(node),
    family: familyOf(node, known),
    features: () => {
      features ??= featuresOf(nodeText(node));
      return features;
    },
  };
}

function familyOf(node: DocumentNode, known: LinesByWords): string {
  const { type, content = [] } = node;
  if (known.has(node)) return `line ${plainText(content)}`;
  const [line] = content;
  // An item with nothing else in it is what its line is.
  if (type === "listItem" && content.length === 1 && line && known.has(line))
    return `item ${familyOf(line, known)}`;
  if (LINES.has(type)) return "line";
  if (LISTS.has(type)) return "list";
  return CELLS.has(type) ? "cell" : type;
}

/** The pair with its score, which counts for more the longer both are; equal blocks win over similar ones. */
export function candidate(before: readonly Block[], from: number, after: readonly Block[], to: number) {
  const one = before[from];
  const other = after[to];
  if (one === undefined || other === undefined || one.family !== other.family) return null;
  const equal = one.key === other.key;
  const sameType = one.node.type === other.node.type;
  const score = equal ? 1 : similarity(one.features(), other.features()) * (sameType ? 1 : 0.98);
  const size = (one.features().size + other.features().size) / 2;
  return { from, to, score, weight: score * score * size + (equal ? 0.5 : 0.1) } satisfies Candidate;
}

/** Equal and similar pairs; similar ones from what few blocks have in common. */
export function candidates(before: readonly Block[], after: readonly Block[]): Candidate[] {
  const places = placesByKey(after);
  const found: Candidate[] = [];
  const add = (from: number, to: number) => {
    const pair = candidate(before, from, after, to);
    if (pair !== null) found.push(pair);
  };
  for (const [key, froms] of placesByKey(before)) {
    const tos = places.get(key) ?? [];
    if (froms.length * tos.length <= MANY_EQUAL ** 2) {
      for (const from of froms) for (const to of tos) add(from, to);
    } else {
      const surplus = tos.length - froms.length;
      for (const [index, from] of froms.entries()) {
        for (const to of new Set([tos[index], tos[index + surplus]])) if (to !== undefined) add(from, to);
      }
    }
  }
  const index = featureIndex(after);
  for (const [from, block] of before.entries()) {
    if (places.has(block.key)) continue;
    for (const to of mostAlike(block, index)) add(from, to);
  }
  return found;
}

function placesByKey(blocks: readonly Block[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { key }] of blocks.entries()) {
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  return places;
}

function featureIndex(blocks: readonly Block[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [place, block] of blocks.entries()) {
    for (const feature of block.features().counts.keys()) {
      const list = index.get(feature);
      if (list === undefined) index.set(feature, [place]);
      else list.push(place);
    }
  }
  return index;
}

function mostAlike(block: Block, index: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const feature of block.features().counts.keys()) {
    const places = index.get(feature) ?? [];
    if (places.length > COMMON_FEATURE) continue;
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1 / places.length);
  }
  return [...shared]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_CANDIDATES)
    .map(([place]) => place);
}
