/** Takes somebody's earlier wordings out of a passage that they word anew, so that one suggestion says it all. */
import type { Node } from "@tiptap/pm/model";
import { type AcceptedBlock, acceptedBlocks } from "./accepted-blocks";
import { type ListedSuggestion, listSuggestions } from "./list-suggestions";
import { quoteOf, type ReadingPlace } from "./reading-place";
import { settle } from "./settle";

export interface BarePassage {
  readonly doc: Node;
  /** The passage's letters without those wordings, and where each stands in `doc`. */
  readonly quote: string;
  readonly positions: readonly number[];
  /** The suggestions that were taken out. */
  readonly undone: readonly string[];
}

/**
 * `positions`: the passage's letters, of one block. `own`: suggestions that may go; those do that changed
 * words of the passage and none outside it. None goes where nothing would be left to stand for the passage.
 */
export function undoRewordings(
  doc: Node,
  positions: readonly number[],
  own: ReadonlySet<string>,
): BarePassage {
  const blocks = acceptedBlocks(doc);
  const at = blocks.findIndex((block) => block.positions.includes(positions[0] ?? -1));
  const block = blocks[at];
  const start = block?.positions.indexOf(positions[0] ?? -1) ?? -1;
  const end = start + positions.length;
  const asItIs = { doc, quote: block?.text.slice(start, end) ?? "", positions, undone: [] };
  if (block === undefined || own.size === 0) return asItIs;
  const undone = listSuggestions(doc)
    .filter((suggestion) => own.has(suggestion.id) && isWithin(suggestion, block, start, end))
    .map(({ id }) => id);
  if (undone.length === 0) return asItIs;
  const bare = settle(doc, ({ id }) => (undone.includes(id) ? "reject" : "keep"));
  const before = acceptedBlocks(bare)[at];
  // What lies around the passage is the same in both.
  const until = (before?.text.length ?? 0) - (block.text.length - end);
  if (before === undefined || until <= start) return asItIs;
  return {
    doc: bare,
    quote: before.text.slice(start, until),
    positions: before.positions.slice(start, until),
    undone,
  };
}

/**
 * What a passage that somebody read said before the wording that stands in it by now, and before those that went
 * as it came; as it was read where others have changed the lines around it since.
 */
export function quoteBefore(doc: Node, place: ReadingPlace, id: string): string {
  const { block, text, from, to } = place;
  const [before, behind] = [text.slice(0, from), text.slice(to)];
  const bare = settle(doc, (suggestion) => (suggestion.id === id ? "reject" : "keep"));
  const [nearest] = acceptedBlocks(bare)
    .map((other, index) => ({ text: other.text, distance: Math.abs(index - block) }))
    .filter(({ text: other }) => other.startsWith(before) && other.endsWith(behind))
    .filter(({ text: other }) => other.length > before.length + behind.length)
    .sort((one, other) => one.distance - other.distance);
  return nearest === undefined
    ? quoteOf(place)
    : nearest.text.slice(before.length, nearest.text.length - behind.length);
}

/** Struck words have no letter of their own: they lie between the letters around them. */
function isWithin({ from, to }: ListedSuggestion, { positions }: AcceptedBlock, start: number, end: number) {
  const first = positions[start] ?? 0;
  const last = positions[end - 1] ?? 0;
  const touches = from <= last && to > first;
  const before = positions[start - 1];
  const behind = positions[end];
  return touches && (before === undefined || from > before) && (behind === undefined || to <= behind);
}
