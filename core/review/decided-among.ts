/**
 * How suggestions were decided by who wrote other words in the same lines as well, as one does offline: then what
 * the text comes to with them accepted, or rejected, isn't what it came to. A decision is told from where its
 * words stand, or stood: nothing else was changed there, and the letters beside it are left.
 */
import type { Node } from "@tiptap/pm/model";
import { diffArrays } from "diff";
import { type Assumption, assumptions } from "./outcomes";
import { deletionsOf, insertionOf } from "./settle-text";

interface Letter {
  readonly sign: string;
  readonly insertion: string | null;
  readonly deletions: readonly string[];
}

/** Beyond so many other letters it is another text. */
const MOST_CHANGED = 500;
const LINE_END: Letter = { sign: "\n", insertion: null, deletions: [] };
/** A line break or a cue. */
const LEAF = "￼";

/** `ids` stand in `before` and not in `after`; null unless exactly one combination of decisions fits. */
export function decidedAmong(
  before: readonly Node[],
  after: readonly Node[],
  ids: readonly string[],
): Assumption | null {
  const [seen, left] = [before.flatMap(lettersOf), after.flatMap(lettersOf)];
  const inWords = new Set(seen.flatMap((letter) => idsOf(letter)));
  if (!ids.every((id) => inWords.has(id))) return null;
  const fitting = assumptions(ids).filter((decisions) => fits(seen, left, decisions));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function lettersOf(block: Node): Letter[] {
  const letters: Letter[] = [];
  block.descendants((node) => {
    if (node.isTextblock) letters.push(LINE_END);
    if (!node.isInline) return;
    const insertion = insertionOf(node)?.id ?? null;
    const deletions = deletionsOf(node).map(({ id }) => id);
    for (const sign of node.text ?? LEAF) letters.push({ sign, insertion, deletions });
  });
  return block.isTextblock ? [LINE_END, ...letters] : letters;
}

const idsOf = ({ insertion, deletions }: Letter): readonly string[] =>
  insertion === null ? deletions : [insertion, ...deletions];

function fits(seen: readonly Letter[], left: readonly Letter[], decisions: Assumption): boolean {
  const stays = seen.map(
    ({ insertion, deletions }) =>
      !(insertion !== null && decisions.get(insertion) === "reject") &&
      !deletions.some((id) => decisions.get(id) === "accept"),
  );
  const changes = changesBetween(
    seen.filter((_, at) => stays[at]).map(({ sign }) => sign),
    left.map(({ sign }) => sign),
  );
  if (changes === null) return false;
  return placesOf(seen, stays, decisions).every(([from, to]) =>
    changes.every((change) => change.to < from || change.from > to || isBeside(change, from, to)),
  );
}

/** Words written right beside a place leave it as it is; so do words taken away beside some that stay. */
function isBeside(change: { readonly from: number; readonly to: number }, from: number, to: number): boolean {
  if (change.from === change.to) return change.from === from || change.from === to;
  return from < to && (change.to === from || change.from === to);
}

/** Where their words stand once decided, from the first to behind the last letter. */
function placesOf(
  seen: readonly Letter[],
  stays: readonly boolean[],
  decisions: Assumption,
): (readonly [from: number, to: number])[] {
  const places: [number, number][] = [];
  let at = 0;
  let isOpen = false;
  for (const [index, letter] of seen.entries()) {
    const isDecided = idsOf(letter).some((id) => decisions.has(id));
    if (isDecided && !isOpen) places.push([at, at]);
    if (stays[index]) at += 1;
    const last = places.at(-1);
    if (isDecided && last !== undefined) last[1] = at;
    isOpen = isDecided;
  }
  return places;
}

/** Stretches of `before` that were replaced, taken away or written at; null for another text. */
function changesBetween(before: readonly string[], after: readonly string[]) {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGED });
  if (parts === undefined) return null;
  const changes: { readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const { value, added, removed } of parts) {
    const to = added ? at : at + value.length;
    if (added || removed) changes.push({ from: at, to });
    at = to;
  }
  return changes;
}
