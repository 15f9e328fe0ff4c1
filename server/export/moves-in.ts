/** Which suggestions move whole blocks of a speech: the same blocks go in one place and come in another. */
import type { Node } from "@tiptap/pm/model";
import { readSlot, SLOTS, type Suggestion } from "@/core/document/suggestion";
import { insertionOf } from "@/core/review/settle-text";
import { suggestionsIn } from "@/core/review/suggestions-in";

/** The indexes of a range's first and last block among the speech's. */
export type Range = readonly [first: number, last: number];

export interface MovedBlocks {
  readonly suggestion: Suggestion;
  readonly from: Range;
  readonly to: Range;
  readonly hasTable: boolean;
}

interface Places {
  readonly suggestion: Suggestion;
  readonly removed: number[];
  readonly inserted: number[];
  /** Whether it changes anything outside of those blocks. */
  isElsewhere: boolean;
}

export function movesIn({ children: blocks }: Node): readonly MovedBlocks[] {
  return [...placesOf(blocks).values()].flatMap((places) => moveOf(blocks, places) ?? []);
}

/** Where each suggestion takes whole blocks away and brings some. */
function placesOf(blocks: readonly Node[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Places>();
  const placesFor = (suggestion: Suggestion): Places => {
    const known = places.get(suggestion.id) ?? { suggestion, removed: [], inserted: [], isElsewhere: false };
    places.set(suggestion.id, known);
    return known;
  };
  for (const [index, block] of blocks.entries()) {
    const whole = new Set<string>();
    for (const slot of ["removed", "inserted"] as const) {
      const suggestion = readSlot(block.attrs[slot]);
      if (suggestion === null) continue;
      placesFor(suggestion)[slot].push(index);
      whole.add(suggestion.id);
    }
    for (const suggestion of suggestionsIn(block)) {
      if (!whole.has(suggestion.id)) placesFor(suggestion).isElsewhere = true;
    }
  }
  return places;
}

/** Null unless the same blocks go and come, and nothing else does; others may have added words to what came. */
function moveOf(
  blocks: readonly Node[],
  { suggestion, removed, inserted, isElsewhere }: Places,
): MovedBlocks | null {
  const from = rangeOf(removed);
  const to = rangeOf(inserted);
  const shapes = (indexes: readonly number[], isOf: (node: Node) => boolean) =>
    JSON.stringify(indexes.map((index) => shapeOf(blocks[index], isOf)));
  if (from === null || to === null || isElsewhere) return null;
  const gone = shapes(removed, () => true);
  const came = (isOf: (node: Node) => boolean) => shapes(inserted, isOf) === gone;
  if (!came(() => true) && !came((node) => !isAddedTo(node, suggestion))) return null;
  const hasTable = removed.some((index) => blocks[index]?.type.name === "table");
  return { suggestion, from, to, hasTable };
}

function rangeOf(indexes: readonly number[]): Range | null {
  const [first, last] = [indexes[0], indexes.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Whether this was proposed in a block that another suggestion brings. */
function isAddedTo(node: Node, { id }: Suggestion): boolean {
  const insertion = node.isText ? insertionOf(node) : readSlot(node.attrs.inserted);
  return insertion !== null && insertion.id !== id;
}

/** The words of a block and what kind it is, without how they are proposed; `isOf`: what of it counts. */
function shapeOf(node: Node | undefined, isOf: (node: Node) => boolean): unknown {
  if (node === undefined || node.isText) return node?.text;
  const attrs = Object.entries(node.attrs).filter(
    ([name, value]) => value !== null && !SLOTS.some((slot) => slot === name),
  );
  return [node.type.name, attrs, textsOf(node.children.filter(isOf), isOf)];
}

/** Texts beside each other differ in nothing but their marks. */
function textsOf(nodes: readonly Node[], isOf: (node: Node) => boolean): readonly unknown[] {
  return nodes.reduce<unknown[]>((shapes, node) => {
    const shape = shapeOf(node, isOf);
    const last = shapes.at(-1);
    if (typeof shape === "string" && typeof last === "string") shapes.splice(-1, 1, last + shape);
    else shapes.push(shape);
    return shapes;
  }, []);
}
