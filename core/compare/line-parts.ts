/**
 * Lines that were broken into several, and several that became one: a key pressed in the middle of a paragraph
 * is no text that went and came again.
 */
import type { Alignment } from "./align-blocks";
import type { Block, Candidate } from "./candidates";
import { plainText } from "./compare-text";
import { shareWithin } from "./similarity";
import { textEdits } from "./text-edits";

/** One line of a document that stands as several in the other. */
export interface PartedLine {
  /** Its index in the document that has it as one. */
  readonly whole: number;
  /** In order, two at least; the first is its beginning. */
  readonly parts: readonly Part[];
}

interface Part {
  /** Of the line in the other document. */
  readonly index: number;
  /** Where it begins in the whole, in the units of spans. */
  readonly at: number;
}

/** With each whole line paired with its beginning. */
export interface PartedAlignment extends Alignment {
  /** Lines of the first document that are several in the second. */
  readonly split: readonly PartedLine[];
  /** Lines of the second document that were several in the first. */
  readonly joined: readonly PartedLine[];
}

/** From this share of its pairs of characters in the whole line another may be a part of it. */
const SURELY_WITHIN = 0.6;
/** At least this share of a part's characters stands in the whole line, in their order. */
const IN_ORDER = 0.5;
/** Together parts have as much in common with the whole as it is long; what they were given besides may be like it, too. */
const MOST_TOGETHER = 1.3;
/** Longer runs of new lines are a text of their own. */
const LONGEST_RUN = 60;
/** Ends a part while texts are compared; a line's own breaks are leaves there. */
const BREAK = "\n";

export function withLineParts(
  before: readonly Block[],
  after: readonly Block[],
  { kept, moved }: Alignment,
): PartedAlignment {
  const split = partedLines(before, after, { kept, moved });
  const paired = withPairs(
    kept.filter(({ from }) => split.every(({ whole }) => whole !== from)),
    split.map(({ whole, parts }) => ({ from: whole, to: beginningOf(parts) })),
  );
  const parts = new Set(split.flatMap((line) => line.parts.map(({ index }) => index)));
  const joined = partedLines(
    after,
    before,
    { kept: paired.map(turned), moved: moved.map(turned) },
    (line) => !parts.has(line),
  );
  const all = withPairs(
    paired.filter(({ to }) => joined.every(({ whole }) => whole !== to)),
    joined.map(({ whole, parts }) => ({ from: beginningOf(parts), to: whole })),
  );
  return { kept: all, moved, split, joined };
}

const turned = ({ from, to, ...rest }: Candidate): Candidate => ({ from: to, to: from, ...rest });
const beginningOf = ([first]: readonly Part[]): number => first?.index ?? 0;

function withPairs(
  kept: readonly Candidate[],
  pairs: readonly Pick<Candidate, "from" | "to">[],
): Candidate[] {
  return [...kept, ...pairs.map((pair) => ({ ...pair, score: 1, weight: 1 }))].sort(
    (one, other) => one.from - other.from,
  );
}

/** `wholes` and `others` are both documents' blocks; the alignment's `from` counts the first ones. */
function partedLines(
  wholes: readonly Block[],
  others: readonly Block[],
  { kept, moved }: Alignment,
  mayBeWhole: (index: number) => boolean = () => true,
): PartedLine[] {
  const isTaken = new Set([...kept, ...moved].map(({ to }) => to));
  const hasMoved = new Set(moved.map(({ from }) => from));
  const found: PartedLine[] = [];
  let next = 0;
  // Behind what kept its place, and behind the parts of the lines before.
  let start = 0;
  for (const [index, whole] of wholes.entries()) {
    const pair = kept[next]?.from === index ? kept[next]?.to : undefined;
    if (pair !== undefined) next += 1;
    const end = kept[next]?.to ?? others.length;
    if (whole.family === "line" && !hasMoved.has(index) && mayBeWhole(index)) {
      const isSame = pair !== undefined && others[pair]?.key === whole.key;
      const run = isSame ? [] : linesIn(others, start, end).filter((at) => at === pair || !isTaken.has(at));
      const parts = run.length > LONGEST_RUN ? null : partsOf(whole, others, run, pair);
      if (parts !== null) {
        found.push({ whole: index, parts });
        start = Math.max(start, (parts.at(-1)?.index ?? 0) + 1);
      }
    }
    if (pair !== undefined) start = Math.max(start, pair + 1);
  }
  return found;
}

function linesIn(blocks: readonly Block[], start: number, end: number): number[] {
  const lines: number[] = [];
  for (let index = start; index < end; index += 1) if (blocks[index]?.family === "line") lines.push(index);
  return lines;
}

/** Null when fewer than two of the run are parts of the line, or `pair`, which is it edited, is none. */
function partsOf(
  whole: Block,
  others: readonly Block[],
  run: readonly number[],
  pair: number | undefined,
): readonly Part[] | null {
  if (run.length < 2 || lineOf(whole).includes(BREAK)) return null;
  const alike = run.filter((index) => {
    const other = others[index];
    return index === pair || (other && shareWithin(other.features(), whole.features()) >= SURELY_WITHIN);
  });
  const placed = placedIn(whole, others, alike);
  const sure = placed.filter(({ isPart }) => isPart);
  if (sure.length < 2 || (pair !== undefined && sure.every(({ index }) => index !== pair))) return null;
  // Two that say the most of it each are not its parts: it became one of them, and the other is new.
  if (sharedTogether(whole, others, sure) > MOST_TOGETHER) return null;
  if (sure.length === placed.length) return placed.map(({ index, at }) => ({ index, at }));
  return partsOf(
    whole,
    others,
    sure.map(({ index }) => index),
    pair,
  );
}

/** What parts have in common with the whole line, one by one, as a share of it. */
function sharedTogether(whole: Block, others: readonly Block[], parts: readonly Part[]): number {
  const shared = parts.map(({ index }) => {
    const features = others[index]?.features();
    return features === undefined ? 0 : shareWithin(features, whole.features()) * features.size;
  });
  return shared.reduce((sum, count) => sum + count, 0) / whole.features().size;
}

interface PlacedPart extends Part {
  /** Whether enough of it stands there. */
  readonly isPart: boolean;
}

function placedIn(whole: Block, others: readonly Block[], parts: readonly number[]): PlacedPart[] {
  const texts = parts.map((index) => {
    const other = others[index];
    return other === undefined ? "" : lineOf(other);
  });
  const starts = [0];
  const common = texts.map(() => 0);
  let at = 0;
  for (const { same, before, after } of textEdits(lineOf(whole), texts.join(BREAK))) {
    const [old, fresh] = [before.join(""), after.join("")];
    const last = starts.length - 1;
    if (same) common[last] = (common[last] ?? 0) + old.length;
    else for (const { index } of fresh.matchAll(/\n/g)) starts.push(at + cutIn(old, fresh.slice(0, index)));
    at += old.length;
  }
  return parts.map((index, part) => ({
    index,
    at: starts[part] ?? 0,
    isPart: (common[part] ?? 0) > 0 && (common[part] ?? 0) >= (texts[part] ?? "").length * IN_ORDER,
  }));
}

/** Where in the words that were replaced a part ended that ends with `words` now. */
function cutIn(old: string, words: string): number {
  const last = words.replaceAll(BREAK, "");
  // What else went there stood behind the last words before the break.
  return old.startsWith(last) ? last.length : old.length;
}

const lineOf = ({ node }: Block): string => plainText(node.content ?? []);
