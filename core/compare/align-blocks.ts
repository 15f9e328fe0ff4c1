/**
 * Decides which block of one document became which block of the other: first what kept its order,
 * then what moved, then what is left between two that stayed.
 */
import { type Block, type Candidate, candidate, candidates } from "./candidates";
import { heaviestChain } from "./heaviest-chain";

export interface Alignment {
  /** Blocks that kept their order, edited or not, rising. */
  readonly kept: readonly Candidate[];
  readonly moved: readonly Candidate[];
}

/** From this share in common two blocks are one block, edited, wherever they stand. */
export const SURELY_ONE = 0.4;
/** Between blocks that stayed less is asked: the place speaks for them too. */
const ONE_IN_PLACE = 0.2;
/** An empty line doesn't move; one goes and another comes. */
const SHORTEST_MOVE = 1;
/** Pairs of characters up to which two texts have too little to have something in common. */
export const SHORT_TEXT = 6;
/** Gaps with more pairs than this are aligned by what was found already. */
const LARGEST_GAP = 4000;

export function alignBlocks(before: readonly Block[], after: readonly Block[]): Alignment {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const middleBefore = before.slice(start, before.length - end);
  const middleAfter = after.slice(start, after.length - end);
  const shifted = ({ from, to, ...rest }: Candidate) => ({ from: from + start, to: to + start, ...rest });
  const found = candidates(middleBefore, middleAfter)
    .filter(({ score }) => score >= SURELY_ONE)
    .map(shifted);
  const outside = [
    ...range(start).map((index) => equalPair(index, index)),
    ...range(end).map((index) => equalPair(before.length - 1 - index, after.length - 1 - index)),
  ];
  const chain = [...outside, ...heaviestChain(found)];
  const crossed = movedPairs(found, chain, before);
  const isRow = before[0]?.family === "cell";
  // In another column a figure says something else: no cell moves, what stands in its place is another now.
  if (isRow && crossed.length > 0 && before.length === after.length) {
    return { kept: range(before.length).map((index) => equalPair(index, index)), moved: [] };
  }
  const moved = isRow ? [] : crossed;
  const kept = [...chain].sort((one, other) => one.from - other.from);
  return { kept: [...kept, ...pairsInGaps(before, after, kept, moved)].sort(byFrom), moved };
}

const byFrom = (one: Candidate, other: Candidate) => one.from - other.from;
const range = (length: number) => Array.from({ length }, (_, index) => index);
const equalPair = (from: number, to: number): Candidate => ({ from, to, score: 1, weight: 1 });

function commonStart(before: readonly Block[], after: readonly Block[]): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.key === after[start]?.key) start += 1;
  return start;
}

function commonEnd(before: readonly Block[], after: readonly Block[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < most && before.at(-1 - end)?.key === after.at(-1 - end)?.key) end += 1;
  return end;
}

function movedPairs(found: readonly Candidate[], chain: readonly Candidate[], before: readonly Block[]) {
  const usedFrom = new Set(chain.map(({ from }) => from));
  const usedTo = new Set(chain.map(({ to }) => to));
  const moved: Candidate[] = [];
  for (const pair of [...found].sort((one, other) => other.weight - one.weight)) {
    if (usedFrom.has(pair.from) || usedTo.has(pair.to)) continue;
    if ((before[pair.from]?.features().size ?? 0) < SHORTEST_MOVE) continue;
    usedFrom.add(pair.from);
    usedTo.add(pair.to);
    moved.push(pair);
  }
  return moved.sort(byFrom);
}

function pairsInGaps(
  before: readonly Block[],
  after: readonly Block[],
  kept: readonly Candidate[],
  moved: readonly Candidate[],
): Candidate[] {
  const movedFrom = new Set(moved.map(({ from }) => from));
  const movedTo = new Set(moved.map(({ to }) => to));
  const pairs: Candidate[] = [];
  let from = 0;
  let to = 0;
  for (const anchor of [...kept, equalPair(before.length, after.length)]) {
    const left = indices(from, anchor.from).filter((index) => !movedFrom.has(index));
    const right = indices(to, anchor.to).filter((index) => !movedTo.has(index));
    pairs.push(...pairsInGap(before, left, after, right));
    from = anchor.from + 1;
    to = anchor.to + 1;
  }
  return pairs;
}

const indices = (from: number, end: number) => range(Math.max(0, end - from)).map((index) => index + from);

function pairsInGap(
  before: readonly Block[],
  left: readonly number[],
  after: readonly Block[],
  right: readonly number[],
): Candidate[] {
  if (left.length === 0 || right.length === 0 || left.length * right.length > LARGEST_GAP) return [];
  const inPlace = left.length === right.length;
  const pairs = left.flatMap((from, row) =>
    right.flatMap((to, column) => {
      const pair = candidate(before, from, after, to);
      if (pair === null) return [];
      // Cells also where a column came or went behind them: shown as deleted and added they'd stand in others.
      const isPlace = row === column && (inPlace || before[from]?.family === "cell");
      if (isPlace && isOneOfAKind(before[from], after[to], left.length === 1)) return [pair];
      return pair.score >= ONE_IN_PLACE ? [pair] : [];
    }),
  );
  return heaviestChain(pairs);
}

/** What is known by its place: the title, the third cell of a row, the one short line in a cell. */
function isOneOfAKind(one: Block | undefined, other: Block | undefined, alone: boolean): boolean {
  if (one === undefined || other === undefined) return false;
  const { type } = one.node;
  if (one.family === "cell") return true;
  if (type !== other.node.type) return false;
  return SINGLE_LINES.has(type) || (alone && isShort(one) && isShort(other));
}

const isShort = (block: Block) => block.features().size <= SHORT_TEXT;

const SINGLE_LINES: ReadonlySet<string> = new Set(["title", "byline", "dateLine", "salutation"]);
