/**
 * What moved, as Word tells it (ECMA-376 part 1, 17.13.5.21–28): the old place and the new one are ranges
 * of one name, and what is in them is moveFrom and moveTo instead of del and ins.
 */
import type { Node } from "@tiptap/pm/model";
import { readSlot, SLOTS, type Suggestion } from "@/core/document/suggestion";
import { suggestionsIn } from "@/core/review/suggestions-in";
import { type Attributes, joined, type Xml, xml } from "./xml";

/** The indexes of a range's first and last block among the speech's. */
type Range = readonly [first: number, last: number];

interface Move {
  /** The same for both of its ranges, in the file its own. */
  readonly name: string;
  readonly suggestion: Suggestion;
  readonly from: Range;
  readonly to: Range;
}

interface Places {
  readonly suggestion: Suggestion;
  readonly removed: number[];
  readonly inserted: number[];
  /** Whether it changes anything outside of those blocks. */
  isElsewhere: boolean;
}

export class Moves {
  readonly #moves: ReadonlyMap<string, Move>;
  /** The number of each range that has begun, for the mark that ends it. */
  readonly #begun = new Map<string, Attributes[string]>();

  constructor({ children: blocks }: Node) {
    const moves = [...placesOf(blocks).values()].flatMap((places) => moveOf(blocks, places) ?? []);
    this.#moves = new Map(
      moves.map((move, index) => [move.suggestion.id, { ...move, name: `move${index + 1}` }]),
    );
  }

  /** Whether what this suggestion takes away or brings is moved. */
  has({ id }: Suggestion): boolean {
    return this.#moves.has(id);
  }

  /** The marks of ranges that begin before this block. `attributesOf`: number in the file, author and time. */
  beginningAt(index: number, attributesOf: (suggestion: Suggestion) => Attributes): Xml {
    return this.#marks(index, "Start", ({ suggestion, name }, side) => {
      const attributes = attributesOf(suggestion);
      this.#begun.set(side + name, attributes["w:id"]);
      return { ...attributes, "w:name": name };
    });
  }

  /** The marks of ranges that end behind this block. */
  endingAt(index: number): Xml {
    return this.#marks(index, "End", ({ name }, side) => ({ "w:id": this.#begun.get(side + name) }));
  }

  #marks(
    index: number,
    edge: "Start" | "End",
    attributes: (move: Move, side: "From" | "To") => Attributes,
  ): Xml {
    const at = edge === "Start" ? 0 : 1;
    const marks: Xml[] = [];
    for (const move of this.#moves.values()) {
      if (move.from[at] === index) marks.push(xml(`w:moveFromRange${edge}`, attributes(move, "From")));
      if (move.to[at] === index) marks.push(xml(`w:moveToRange${edge}`, attributes(move, "To")));
    }
    return joined(marks);
  }
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

/** Null unless the same blocks go and come, and nothing else does. Word can't move the rows of a table. */
function moveOf(
  blocks: readonly Node[],
  { suggestion, removed, inserted, isElsewhere }: Places,
): Omit<Move, "name"> | null {
  const from = rangeOf(removed);
  const to = rangeOf(inserted);
  const shapes = (indexes: readonly number[]) =>
    JSON.stringify(indexes.map((index) => shapeOf(blocks[index])));
  if (from === null || to === null || isElsewhere || shapes(removed) !== shapes(inserted)) return null;
  return removed.some((index) => blocks[index]?.type.name === "table") ? null : { suggestion, from, to };
}

function rangeOf(indexes: readonly number[]): Range | null {
  const [first, last] = [indexes[0], indexes.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** The words of a block and what kind it is, without what is proposed in it. */
function shapeOf(node: Node | undefined): unknown {
  if (node === undefined || node.isText) return node?.text;
  const attrs = Object.entries(node.attrs).filter(
    ([name, value]) => value !== null && !SLOTS.some((slot) => slot === name),
  );
  return [node.type.name, attrs, textsOf(node.children)];
}

/** Texts beside each other differ in nothing but their marks. */
function textsOf(nodes: readonly Node[]): readonly unknown[] {
  return nodes.reduce<unknown[]>((shapes, node) => {
    const shape = shapeOf(node);
    const last = shapes.at(-1);
    if (typeof shape === "string" && typeof last === "string") shapes.splice(-1, 1, last + shape);
    else shapes.push(shape);
    return shapes;
  }, []);
}
